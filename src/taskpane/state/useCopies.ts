import { useEffect, useState } from "react";
import type { CopiesFound } from "../ports";
import type { Clinic } from "./useClinic";

/** What copies can be made of; null until that is known, or where there is nothing. */
export function useCopies({ workbook, report }: Clinic): CopiesFound | null {
  const [found, setFound] = useState<CopiesFound | null>(null);
  useEffect(() => {
    let wanted = true;
    workbook.copies().then(
      (copies) => {
        if (wanted) setFound(copies);
      },
      (reason: unknown) => {
        if (wanted) report(reason);
      },
    );
    return () => {
      wanted = false;
    };
  }, [workbook, report]);
  return found;
}
