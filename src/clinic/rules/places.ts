/** Where a record's cell stands, for an issue. */
import { certain } from "../cells/certain";
import type { ReadList } from "../extracts/readList";
import type { Recognition } from "../extracts/recognition";
import { ROWS_A_STRETCH } from "../extracts/stretches";
import type { CellValue } from "../cells/worksheet";
import type { Report } from "../issues/rulesCatalogue";

/** Adds the issue at the record's cell in the column; on the whole row's first cell where the sheet lacks the column. */
export function reportAt(report: Report, list: ReadList, record: number, column: string): void {
  const sheet = list.sheetOf?.[record] ?? 0;
  report(
    list.sheets[sheet] ?? "",
    `${list.columnLetter(column, sheet) ?? "A"}${certain(list.rowOf[record])}`,
  );
}

/** Runs `look` for each record, with a pause after each stretch. */
export function* eachRecord(list: ReadList, look: (record: number) => void): Generator<void> {
  for (let record = 0; record < list.rowCount; record++) {
    look(record);
    if ((record + 1) % ROWS_A_STRETCH === 0) yield;
  }
}

/** The cell just as the sheet holds it: unlike `ReadList.values`, error values and text for numbers stand. */
export function cellAsFound(
  recognition: Recognition,
  list: ReadList,
  record: number,
  column: string,
): CellValue {
  const match = recognition.get(list.id)?.sheets[list.sheetOf?.[record] ?? 0];
  const index = match?.columns.get(column)?.index;
  if (!match || index === undefined) return "";
  return rowAsFound(recognition, list, record)[index] ?? "";
}

/** All cells of the record's row, known columns or not. */
export function rowAsFound(recognition: Recognition, list: ReadList, record: number): readonly CellValue[] {
  const match = recognition.get(list.id)?.sheets[list.sheetOf?.[record] ?? 0];
  return match?.sheet.rows[certain(list.rowOf[record]) - match.sheet.firstRow - 1] ?? [];
}
