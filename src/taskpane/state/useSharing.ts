import { useCallback, useEffect, useState } from "react";
import type { ClinicFormulas, Replacement } from "../ports";
import { foundInWords, replacedInWords } from "../wording/sharing";
import type { Clinic } from "./useClinic";

export type SharingStage =
  | { readonly at: "looking" }
  | { readonly at: "failed" }
  | { readonly at: "review"; readonly found: ClinicFormulas; readonly replacing: boolean }
  | { readonly at: "done"; readonly found: ClinicFormulas; readonly outcome: Replacement };

/** Looks through the workbook once; nothing is replaced before `replace` is called. */
export function useSharing(clinic: Clinic): {
  readonly stage: SharingStage;
  readonly replace: () => Promise<void>;
} {
  const [stage, setStage] = useState<SharingStage>({ at: "looking" });
  const { workbook, announce, report, dismissProblem } = clinic;

  useEffect(() => {
    let wanted = true;
    announce("Looking for CLINIC formulas.");
    workbook.findClinicFormulas().then(
      (found) => {
        if (!wanted) return;
        setStage({ at: "review", found, replacing: false });
        announce(foundInWords(found));
      },
      (reason: unknown) => {
        if (!wanted) return;
        setStage({ at: "failed" });
        report(reason);
      },
    );
    return () => {
      wanted = false;
    };
  }, [workbook, announce, report]);

  const replace = useCallback(async () => {
    if (stage.at !== "review" || stage.replacing) return;
    const { found } = stage;
    setStage({ ...stage, replacing: true });
    dismissProblem();
    try {
      const outcome = await workbook.replaceClinicFormulas(found);
      setStage({ at: "done", found, outcome });
      announce(replacedInWords(outcome));
    } catch (reason) {
      setStage({ ...stage, replacing: false });
      report(reason);
    }
  }, [stage, workbook, announce, report, dismissProblem]);

  return { stage, replace };
}
