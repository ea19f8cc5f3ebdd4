/** Rows that are exactly the same as an earlier one (SPEC §8). */
import { comparableId } from "../extracts/childIndex";
import { listSpec } from "../lists/lists";
import type { ReadList } from "../extracts/readList";
import type { Recognition } from "../extracts/recognition";
import type { CellValue } from "../cells/worksheet";
import type { IssueLog } from "../issues/issueLog";
import { cellAsFound, eachRecord, reportAt, rowAsFound } from "./places";
import { reporter } from "../issues/rulesCatalogue";

/**
 * Rows are sorted into buckets by numbers that are already there (child, dates, team); only rows of one bucket are
 * compared cell by cell. A row without an ID is nobody's double.
 */
export function* duplicateRows(list: ReadList, recognition: Recognition, log: IssueLog): Generator<void> {
  const report = reporter(log, "duplicate-row", list.id);
  const buckets = bucketsOf(list);
  const newest = new Map<number, number>();
  const next = new Int32Array(list.rowCount).fill(-1);
  const idColumn = listSpec(list.id).columns.find((column) => column.type === "id" && list.has(column.key));
  yield* eachRecord(list, (record) => {
    const bucket = buckets[record]!;
    const head = newest.get(bucket);
    for (let earlier = head ?? -1; earlier >= 0; earlier = next[earlier]!) {
      if (!sameRow(list, recognition, record, earlier)) continue;
      reportAt(report, list, record, idColumn?.key ?? "");
      return;
    }
    next[record] = head ?? -1;
    newest.set(bucket, record);
  });
}

function bucketsOf(list: ReadList): Int32Array {
  const buckets = new Int32Array(list.rowCount);
  const mix = (numbers: Int32Array): void => {
    for (let i = 0; i < buckets.length; i++)
      buckets[i] = Math.imul(buckets[i]! ^ numbers[i]!, 0x9e3779b1) ^ (buckets[i]! >>> 15);
  };
  const { columns } = listSpec(list.id);
  for (const { key, type } of columns) if (type === "date" && list.has(key)) mix(list.dates(key));
  if (list.has("team")) mix(list.teams());
  if (list.has("worker")) mix(codesOf(list.values("worker")));
  // A row of No. of Allocations has no child, and would be a child of its own.
  if (list.has("child") && !list.has("count")) mix(list.children());
  if (list.has("plan")) mix(codesOf(list.values("plan")));
  return buckets;
}

function codesOf(cells: readonly CellValue[]): Int32Array {
  const codes = new Map<string, number>();
  const byCell = new Map<CellValue, number>();
  return Int32Array.from(cells, (cell) => {
    let code = byCell.get(cell);
    if (code === undefined) {
      const text = comparableId(cell);
      code = codes.get(text) ?? codes.size;
      codes.set(text, code);
      byCell.set(cell, code);
    }
    return code;
  });
}

/** Within a sheet every cell counts, in columns that are not read too; between the parts of a split list, those that are. */
function sameRow(list: ReadList, recognition: Recognition, a: number, b: number): boolean {
  if (list.sheetOf !== null && list.sheetOf[a] !== list.sheetOf[b])
    return listSpec(list.id).columns.every(
      ({ key }) => cellAsFound(recognition, list, a, key) === cellAsFound(recognition, list, b, key),
    );
  const rowA = rowAsFound(recognition, list, a);
  const rowB = rowAsFound(recognition, list, b);
  for (let i = 0; i < Math.max(rowA.length, rowB.length); i++)
    if ((rowA[i] ?? "") !== (rowB[i] ?? "")) return false;
  return true;
}
