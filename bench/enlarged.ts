/** The sample's extracts many times over, with children and workers of their own. */
import type { CellValue, SheetValues, WorkbookValues } from "../src/clinic/cells/worksheet";

export const PAST_FIGURES = "Past Figures";
export const ID_HEADINGS: readonly string[] = ["Child Unique ID", "Worker ID"];

/** The rows of each list `times` over; every copy but the first has children and workers of its own. */
export function enlarged(sample: WorkbookValues, times: number): WorkbookValues {
  const copied = ({ name, rows, ...place }: SheetValues): SheetValues => {
    const top = rows.findIndex((row) => row.includes("Child Unique ID"));
    if (name === PAST_FIGURES || top < 0) return { name, rows, ...place };
    const isId = rows[top]!.map((heading) => ID_HEADINGS.includes(String(heading)));
    const copies = Array.from({ length: times }, (_, copy) =>
      rows
        .slice(top + 1)
        .map((row) => row.map((cell, c) => (isId[c] && copy > 0 ? freshId(cell, copy) : cell))),
    );
    return { name, ...place, rows: [...rows.slice(0, top + 1), ...copies.flat()] };
  };
  return { ...sample, sheets: sample.sheets.map(copied) };
}

/** "C138990" → "C07138990" */
export function freshId(cell: CellValue, copy: number): CellValue {
  const id = String(cell);
  return id === "" ? "" : `${id[0]}${String(copy).padStart(2, "0")}${id.slice(1)}`;
}
