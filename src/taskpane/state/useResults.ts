import { useEffect, useState } from "react";
import type { ResultsFound } from "../ports";
import type { Clinic } from "./useClinic";

/** The pack's figures, read again whenever the workbook has been; null = no complete pack. */
export function useResults(clinic: Clinic): ResultsFound | null | "reading" {
  const [results, setResults] = useState<ResultsFound | null | "reading">("reading");
  const { workbook, report, found } = clinic;
  useEffect(() => {
    let wanted = true;
    workbook.results().then(
      (next) => wanted && setResults(next),
      (reason: unknown) => {
        if (!wanted) return;
        setResults(null);
        report(reason);
      },
    );
    return () => {
      wanted = false;
    };
  }, [workbook, report, found]);
  return results;
}
