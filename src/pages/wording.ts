/** Words that stand on more than one page. */
import { formatDate, twoDigits } from "../clinic/calendar/serials";
import { withThousands } from "../clinic/cells/counts";
import { figureInWords } from "../clinic/calculate/messages";
import type { FigureKind, Rag, Travel, Trend } from "../clinic/measures/terms";
import type { CellContent } from "./plan";

/** Where a figure cannot be had; never 0. Explained on each page that shows it. */
export const NOT_AVAILABLE = "[x]";
/** A share of so few that one of them weighs much (SPEC §5). Explained on each page that shows it. */
export const FEW_MARK = "[u]";
/** Behind a figure that is a share of fewer than ten, by its number format (SPEC §5). */
export const FEW_FORMAT = `0.0%" ${FEW_MARK}"`;
/** In characters: "100.0% [u]", also in the total's bold. A narrower column shows it as ####. */
export const FEW_WIDTH = 12.5;
/** RAG against targets that nobody has agreed yet, in words; none where all are agreed. */
export function notAgreed(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > 3 ? `; and ${names.length - 3} more` : "";
  return [`RAG uses a starting value that nobody has agreed yet: ${names.slice(0, 3).join("; ")}${more}.`];
}
/** A change against a month that was counted otherwise (SPEC §5). Explained on each page that shows it. */
export const BREAK_MARK = "[b]";
/** Where there is nothing to say: no target, no denominator. */
export const NONE = "-";

export const RAG_WORDS: Readonly<Record<Rag, string>> = { green: "Green", amber: "Amber", red: "Red" };

export const TREND_WORDS: Readonly<Record<Trend, string>> = {
  up: "↑ Up",
  down: "↓ Down",
  flat: "→ No change",
};

export const TRAVEL_WORDS: Readonly<Record<Travel, string>> = {
  improving: "↑ Improving",
  worsening: "↓ Worsening",
  same: "→ Same",
};
export const ABOUT_THE_SAME = "→ About the same";

export function ragWord(rag: Rag | null): string {
  return rag === null ? NONE : RAG_WORDS[rag];
}

export function trendWord(trend: Trend | null): string {
  return trend === null ? NONE : TREND_WORDS[trend];
}

export function travelWord(travel: Travel | null): string {
  return travel === null ? NONE : TRAVEL_WORDS[travel];
}

/** "1,234", "70" or "97.7%" */
export function figureText(kind: FigureKind, value: number): string {
  return figureInWords(kind, value);
}

/** "1,234" */
export function wholeNumber(value: number): string {
  return withThousands(Math.round(value));
}

/** "no errors", "1 error", "3 errors" */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  const nouns = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${count === 0 ? "no" : wholeNumber(count)} ${nouns}`;
}

/** "14 August 2023 at 09:32" for a serial with its time. */
export function dateAndTime(serial: number): string {
  const minutes = Math.floor((serial - Math.floor(serial)) * 1440 + 1e-6);
  const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${formatDate(Math.floor(serial))} at ${time}`;
}

/** What a cell says: of a formula what it comes to; "" for a number or a blank. */
export function textOf(cell: CellContent): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "object" && typeof cell?.expected === "string" ? cell.expected : "";
}
