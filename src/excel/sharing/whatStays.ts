/** Which cells cannot be replaced by what they show, and why: sentences for the analyst. Pure. */
import type { CellValue } from "../../clinic/cells/worksheet";
import { LONGEST_TEXT } from "../host/cellText";
import type { PresentCells } from "./presentCells";

/** A cell with a formula of its own; null = its value can take the formula's place. */
export function whyCellStays({
  value,
  isError,
}: {
  readonly value: CellValue;
  readonly isError: boolean;
}): string | null {
  if (isError) return whyError(String(value));
  return isTooLong(value) ? TOO_LONG : null;
}

/**
 * Cells that one formula fills: they are replaced together or not at all. An error among them that is an answer (a
 * month without a figure is #N/A) is kept as it is; one that means "no answer yet" keeps the formula.
 */
export function whyBlockStays({ values, isError }: Pick<PresentCells, "values" | "isError">): string | null {
  const cells = values.flatMap((row, i) =>
    row.map((value, j) => ({ value, isError: isError[i]?.[j] ?? false })),
  );
  const errors = cells.filter((cell) => cell.isError).map(({ value }) => String(value).toUpperCase());
  const unanswered = errors.find((error) => !ANSWERS.has(error));
  if (unanswered !== undefined) return whyError(unanswered);
  if (errors.length === cells.length) return whyError(errors[0] ?? "");
  return cells.some(({ value }) => isTooLong(value)) ? TOO_LONG : null;
}

const ANSWERS: ReadonlySet<string> = new Set(["#N/A", "#DIV/0!", "#NUM!", "#VALUE!"]);

function whyError(error: string): string {
  return WHY[error.toUpperCase()] ?? `It shows ${error}, which is not a value to keep.`;
}

const STILL_WORKING = "It is still being worked out: wait until it shows a result, then look again.";

const WHY: Readonly<Record<string, string>> = {
  "#BUSY!": STILL_WORKING,
  "#GETTING_DATA": STILL_WORKING,
  "#NAME?": "Excel does not know a name in it: there is no value to keep.",
  "#SPILL!": "Other cells are in the way of its results: clear them, then look again.",
  "#N/A": "It shows #N/A: there is no figure to keep.",
};

function isTooLong(value: CellValue): boolean {
  return typeof value === "string" && value.length > LONGEST_TEXT;
}

const TOO_LONG = "Its text is too long to be written back whole.";
