/** Figures that changed by more than three times what is usual for them (SPEC §5 "about the same"): a list may be cut off, or filtered. */
import { addMonths, monthInWords } from "../../calendar/months";
import type { BigChanges } from "../../findings";
import type { Catalogue } from "../../indicators/catalogue";
import type { ClinicReport } from "../../report";
import { shown } from "../../measures/measures";
import { figureInWords } from "../messages";
import type { BreakAt } from "../../past/breaks";
import type { ValuesOf } from "../months";
import { counted } from "../../cells/counts";

const TIMES_AS_LARGE = 3;
/** Named one by one, the most unusual first. */
const NAMED = 6;

export interface Changing {
  readonly catalogue: Catalogue;
  readonly valuesOf: ValuesOf;
  readonly usualChanges: ClinicReport["usualChanges"];
  readonly month: string;
  readonly breakAt: BreakAt;
}

export function bigChanges({
  catalogue,
  valuesOf,
  usualChanges,
  month,
  breakAt,
}: Changing): BigChanges | null {
  const changes = catalogue.entries
    .flatMap((entry) => {
      const [previous = null, value = null] = valuesOf(entry.id).slice(-2);
      if (previous === null || value === null || breakAt(entry.id, month) !== null) return [];
      const usual = usualChanges[entry.id] ?? 0;
      const size = Math.abs(shown(entry.kind, value) - shown(entry.kind, previous));
      return size > TIMES_AS_LARGE * usual ? [{ entry, previous, value, usual, times: size / usual }] : [];
    })
    .sort((a, b) => b.times - a.times);
  if (changes.length === 0) return null;
  const before = monthInWords(addMonths(month, -1));
  return {
    kind: "big-changes",
    changes: changes.map(({ entry, previous, value, usual }) => ({
      indicator: entry.id,
      previous,
      value,
      usual,
    })),
    sentence: `${counted(changes.length, "figure has", "figures have")} changed since ${before} by more than three times what is usual: check that the lists are whole.`,
    lines: changes.slice(0, NAMED).map(({ entry, previous, value, usual }) => {
      const { kind, nameInMessages } = entry;
      const size =
        kind === "percent"
          ? `${shown("percent", usual).toFixed(1)} points`
          : String(Math.round(usual * 10) / 10);
      return `${nameInMessages}: ${figureInWords(kind, previous)} to ${figureInWords(kind, value)}; a usual change is ${size}.`;
    }),
    offers: [],
  };
}
