import { useCallback, useEffect, useRef, useState } from "react";
import type { BuildOutcome, BuildProgress, BuildWish } from "../ports";
import type { Clinic } from "./useClinic";

/** Progress is drawn at most this often: more is not seen and costs time. */
const DRAW_EVERY_MS = 80;

const SPOKEN: Readonly<Record<BuildProgress["step"], string>> = {
  reading: "Reading the extract sheets.",
  calculating: "Calculating the figures.",
  writing: "Writing the clinic sheets.",
};

/** Runs a build: its progress (null when none runs), and a way to cancel it. */
export function useBuild(clinic: Clinic) {
  const [progress, setProgress] = useState<BuildProgress | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const controller = useRef<AbortController | null>(null);
  const { workbook, announce, report, dismissProblem, setBuilding, readAgain } = clinic;

  const start = useCallback(
    async (wish: BuildWish): Promise<BuildOutcome | null> => {
      controller.current = new AbortController();
      dismissProblem();
      setBuilding(true);
      setProgress({ step: "reading", done: 0, of: 1, text: "" });
      announce(SPOKEN.reading);
      let drawn = 0;
      let step: BuildProgress["step"] = "reading";
      try {
        return await workbook.build(
          wish,
          (next) => {
            const began = next.step !== step;
            if (began) announce(SPOKEN[next.step]);
            step = next.step;
            const now = performance.now();
            if (!began && now - drawn < DRAW_EVERY_MS) return;
            drawn = now;
            setProgress(next);
          },
          controller.current.signal,
        );
      } catch (reason) {
        report(reason);
        return null;
      } finally {
        controller.current = null;
        setProgress(null);
        setCancelling(false);
        setBuilding(false);
        readAgain();
      }
    },
    [workbook, announce, report, dismissProblem, setBuilding, readAgain],
  );

  const cancel = useCallback(() => {
    setCancelling(true);
    controller.current?.abort();
  }, []);

  useEffect(() => () => controller.current?.abort(), []);
  return { progress, cancelling, start, cancel };
}
