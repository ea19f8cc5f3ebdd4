/**
 * Writes small workbooks for tests as real .xlsx, with the library alone: neither the simulator nor the add-in
 * has a hand in the input that they are tested on.
 */
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";

export type Written =
  string | number | boolean | null | { readonly error: "#N/A" | "#REF!" | "#VALUE!" | "#DIV/0!" };

export interface SheetToMake {
  readonly name: string;
  readonly rows: readonly (readonly Written[])[];
  /** Anything else a real extract has: merged titles, filters, hidden rows, tables, stray formats. */
  readonly dress?: (sheet: Worksheet) => void;
}

/** The bytes of an .xlsx with these sheets, in this order; `date1904` as the Mac once did it. */
export async function makeWorkbook(
  sheets: readonly SheetToMake[],
  options: { readonly date1904?: boolean } = {},
): Promise<Uint8Array> {
  const workbook = new Workbook();
  if (options.date1904) workbook.properties.date1904 = true;
  for (const { name, rows, dress } of sheets) {
    const sheet = workbook.addWorksheet(name);
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value === null || value === "") return;
        sheet.getCell(r + 1, c + 1).value = value;
      }),
    );
    dress?.(sheet);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** An Excel table over the block that starts at `top` (1-based row, column A) with these headings and rows. */
export function tableOf(
  name: string,
  at: string,
  headings: readonly string[],
  rows: readonly (readonly Written[])[],
): (sheet: Worksheet) => void {
  return (sheet) => {
    sheet.addTable({
      name,
      ref: at,
      headerRow: true,
      columns: headings.map((heading) => ({ name: heading })),
      rows: rows.map((row) => row.map((value) => value ?? "")),
    });
  };
}
