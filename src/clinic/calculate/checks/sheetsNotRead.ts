/** Sheets that look like an extract and are not read, and the older of two sheets for one list read in place of the newer. */
import { readDate } from "../../calendar/readDate";
import { formatDate } from "../../calendar/serials";
import type { Recognition, SheetMatch, UnreadSheet } from "../../extracts/recognition";
import type { OlderSheetRead, SheetsNotRead } from "../../findings";
import { listSpec } from "../../lists/lists";
import { counted } from "../../cells/counts";

export function sheetsNotRead(missed: readonly UnreadSheet[]): SheetsNotRead | null {
  if (missed.length === 0) return null;
  return {
    kind: "sheets-not-read",
    sheets: missed.map(({ sheet }) => sheet),
    sentence: `${counted(missed.length, "sheet looks", "sheets look")} like an extract and ${missed.length === 1 ? "is" : "are"} not read.`,
    lines: missed.map(({ sheet, nearest }) =>
      nearest === null || nearest.missing.length === 0
        ? `“${sheet}” has child IDs and dates.`
        : `“${sheet}” is closest to ${listSpec(nearest.list).name}, but has no ${nearest.missing.join(", ")}.`,
    ),
    offers: [{ act: "match-sheets" }],
  };
}

export function olderSheetsRead(
  { lists }: Recognition,
  today: number,
  date1904: boolean,
): readonly OlderSheetRead[] {
  return lists.flatMap(({ list, sheets, otherCandidates }): OlderSheetRead[] => {
    const [read] = sheets;
    if (!read || otherCandidates.length === 0) return [];
    const runsTo = runsUpTo(read, today, date1904);
    const [newest] = otherCandidates
      .map((match) => ({ sheet: match.sheet.name, runsTo: runsUpTo(match, today, date1904) }))
      .sort((a, b) => b.runsTo - a.runsTo);
    if (!newest || newest.runsTo <= runsTo) return [];
    const { name } = listSpec(list);
    return [
      {
        kind: "older-sheet-read",
        list,
        read: { sheet: read.sheet.name, runsTo: runsTo || null },
        newer: newest,
        sentence:
          `${name} is read from “${read.sheet.name}”${runsTo > 0 ? `, which ends on ${formatDate(runsTo)}` : ""}; ` +
          `“${newest.sheet}” runs to ${formatDate(newest.runsTo)} and is not read.`,
        lines: [],
        offers: [{ act: "match-sheets" }],
      },
    ];
  });
}

/** The latest day up to today in the sheet's columns that show activity; 0 = none. */
function runsUpTo({ list, sheet, headerRow, columns }: SheetMatch, today: number, date1904: boolean): number {
  let latest = 0;
  for (const key of listSpec(list).activityDates) {
    const column = columns.get(key);
    if (!column) continue;
    for (const cells of sheet.rows.slice(headerRow + 1)) {
      const date = readDate(cells[column.index] ?? "", date1904);
      if (date > latest && date <= today) latest = date;
    }
  }
  return latest;
}
