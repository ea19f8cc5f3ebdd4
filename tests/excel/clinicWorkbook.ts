/** A real .xlsx with CLINIC formulas of every kind, and the values that Excel last showed for them. */
import type { Worksheet } from "@cj-tech-master/excelts";
import { openWorkbook, type SimulatedExcel } from "../../simulator";
import { makeWorkbook } from "../support/makeWorkbook";

type Result = number | string | boolean | { readonly error: "#N/A" | "#DIV/0!" };

const put = (sheet: Worksheet, at: string, formula: string, result: Result, format?: string): void => {
  const cell = sheet.getCell(at);
  cell.value = { formula, result };
  if (format !== undefined) cell.numFmt = format;
};

const fill = (
  sheet: Worksheet,
  area: string,
  formula: string,
  rows: readonly (readonly Result[])[],
  spills: boolean,
): void => {
  const [first = "A1"] = area.split(":");
  const anchor = sheet.getCell(first);
  rows.forEach((row, i) =>
    row.forEach((value, j) => {
      sheet.getCell(Number(anchor.row) + i, Number(anchor.col) + j).value = value;
    }),
  );
  anchor.value = {
    shareType: "array",
    ref: area,
    formula,
    result: rows[0]?.[0],
    ...(spills ? { isDynamicArray: true } : {}),
  } as never;
};

export const TABLE_SPILL: readonly (readonly Result[])[] = [
  ["Team", "Denominator", "%"],
  ["BIT East 1", 20, 0.95],
  ["Total", 51, 0.8627450980392157],
];

async function clinicWorkbookBytes(): Promise<Uint8Array> {
  return makeWorkbook([
    {
      name: "Board paper",
      rows: [["Indicator", "Figure", "Note"]],
      dress(sheet) {
        put(sheet, "B2", "CLINIC.PCT(44,51)", 44 / 51, "0.0%");
        put(sheet, "B3", "CLINIC.PCT(9,12)", 0.75, "0.0%");
        put(sheet, "B4", "ROUND(100*clinic.pct(1,3),1)", 33.3);
        put(sheet, "B5", 'IFERROR(CLINIC.VALUE("contacts"),"-")', 812);
        put(sheet, "B6", "CLINIC.DUEDATE(DATE(2023,7,3),20)", 45_138, "dd/mm/yyyy");
        put(sheet, "B7", 'CLINIC.RAG(88,90,"higher",5)', "Amber");
        put(sheet, "B8", '"0012"&IF(CLINIC.INTIME(1,2,3),"","x")', "0012");
        put(sheet, "B9", "CLINIC.INTIME(45138,45138,42)", true);
        put(sheet, "B10", "CLINIC.PCT(B2,1)", 44 / 51, "@");
        put(sheet, "B11", "CLINIC.PCT(3,0)", { error: "#DIV/0!" });
        put(sheet, "B12", 'CLINIC.VALUE("no such")', { error: "#N/A" });
        put(sheet, "C2", '"CLINIC.PCT(1,2)"', "CLINIC.PCT(1,2)");
        put(sheet, "C3", "'CLINIC.notes'!A1", "about CLINIC.PCT(1,2)");
        put(sheet, "C4", "SUM(B2:B3)", 44 / 51 + 0.75);
        fill(sheet, "E2:G4", 'CLINIC.TABLE("cin-visits-6w")', TABLE_SPILL, true);
        fill(sheet, "I2:I4", 'CLINIC.SERIES("contacts",,3)', [[{ error: "#N/A" }], [790], [812]], true);
        fill(sheet, "K2:K3", "CLINIC.PCT(B2:B3,1)", [[0.5], [0.25]], false);
      },
    },
    { name: "CLINIC.notes", rows: [["about CLINIC.PCT(1,2)"]] },
    {
      name: "Locked",
      rows: [],
      dress(sheet) {
        put(sheet, "A1", "CLINIC.PCT(1,2)", 0.5);
        Object.assign(sheet, { sheetProtection: { sheet: true } });
      },
    },
    { name: "Plain", rows: [["Team", 1]] },
  ]);
}

export async function clinicWorkbook(): Promise<SimulatedExcel> {
  const excel = await openWorkbook(await clinicWorkbookBytes());
  excel.install();
  return excel;
}
