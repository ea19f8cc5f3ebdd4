import { useEffect, useState } from "react";
import type { Clinic } from "./useClinic";

/**
 * What the workbook answers, or null until it does. Where it cannot, the problem is reported and the screen closed; an
 * answer that comes after the screen was left is dropped.
 * @param ask the same function until something else is asked.
 */
export function useAnswer<Answer>(
  ask: () => Promise<Answer>,
  { report }: Clinic,
  onClose: () => void,
): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let left = false;
    ask().then(
      (found) => {
        if (!left) setAnswer(found);
      },
      (reason: unknown) => {
        if (left) return;
        report(reason);
        onClose();
      },
    );
    return () => {
      left = true;
    };
  }, [ask, report, onClose]);
  return answer;
}
