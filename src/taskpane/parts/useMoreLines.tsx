import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { wholeNumber } from "../wording/figures";

/** A screenful: drawing thousands of lines at once would hold the pane up. */
const LINES_AT_ONCE = 25;

/** The first lines of a long list, and the button that shows the next ones. */
export function useMoreLines<T>(
  lines: readonly T[],
  what: string,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const [count, setCount] = useState(LINES_AT_ONCE);
  const left = lines.length - count;
  return {
    shown: lines.slice(0, count),
    more:
      left > 0 ? (
        <Button size="small" appearance="subtle" onClick={() => setCount(count + LINES_AT_ONCE)}>
          {left > LINES_AT_ONCE
            ? `Show ${LINES_AT_ONCE} more of ${wholeNumber(left)} ${what}`
            : left === 1
              ? "Show 1 more"
              : `Show ${left} more ${what}`}
        </Button>
      ) : null,
  };
}
