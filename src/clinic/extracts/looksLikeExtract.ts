/** Sheets that look like an extract but are not read as a list: a child ID in the headings, and dates below. */
import { isBlank } from "../cells/cells";
import { nameKey } from "../cells/names";
import type { SheetValues } from "../cells/worksheet";
import { LISTS } from "../lists/lists";
import { holdsNothingCounted } from "./annexA";
import { isLikelyDate, ROWS_LOOKED_AT } from "./columnKinds";
import type { Recognition, UnreadSheet } from "./recognition";
import { HEADER_ROWS } from "./sheetFit";

const CHILD_HEADINGS: ReadonlySet<string> = new Set(
  LISTS.flatMap(({ columns }) =>
    columns
      .filter(({ key }) => key === "child")
      .flatMap(({ heading, otherNames, whenNamed }) => [heading, ...otherNames, ...whenNamed].map(nameKey)),
  ),
);

/** Headings that name a person's ID by other words than those that a list knows. */
const OTHER_CHILD_HEADING =
  /^(?:(?:child|person|client|pupil|young ?person|service ?user|case|lcs|mosaic|liquid ?logic|system|unique)[\s_-]*)+(?:id|number|no|ref|reference|identifier|pid)$|^(?:pid|lcs ?id|upn)$/i;

/**
 * @param sheets those of the workbook, without the add-in's own.
 * @param readOtherwise names of sheets that the council's own indicators read.
 */
export function extractsNotRead(
  { unread }: Pick<Recognition, "unread">,
  sheets: readonly SheetValues[],
  readOtherwise: readonly string[],
  date1904: boolean,
): readonly UnreadSheet[] {
  const read = new Set(readOtherwise.map(nameKey));
  return unread.filter(({ sheet: name }) => {
    const sheet = sheets.find((each) => each.name === name);
    if (!sheet || read.has(nameKey(name)) || holdsNothingCounted(name)) return false;
    return looksLikeExtract(sheet, date1904);
  });
}

function looksLikeExtract({ rows }: SheetValues, date1904: boolean): boolean {
  const header = rows.slice(0, HEADER_ROWS).findIndex((cells) => cells.some(namesChild));
  if (header < 0) return false;
  const below = rows.slice(header + 1, header + 1 + ROWS_LOOKED_AT);
  return (rows[header] ?? []).some((_, column) => {
    const filled = below.map((cells) => cells[column] ?? "").filter((cell) => !isBlank(cell));
    const dates = filled.filter((cell) => isLikelyDate(cell, date1904));
    return dates.length > 0 && dates.length * 2 >= filled.length;
  });
}

function namesChild(cell: unknown): boolean {
  return (
    typeof cell === "string" && (CHILD_HEADINGS.has(nameKey(cell)) || OTHER_CHILD_HEADING.test(cell.trim()))
  );
}
