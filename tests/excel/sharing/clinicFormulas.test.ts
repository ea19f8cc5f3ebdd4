/** CLINIC formulas of a real .xlsx, found and replaced through Microsoft's client and the simulated Excel. */
import { openWorkbook, type SimulatedExcel } from "../../../simulator";
import { findClinicFormulas } from "../../../src/excel/sharing/clinicFormulas";
import { replaceClinicFormulas } from "../../../src/excel/sharing/replaceClinicFormulas";
import { needsExcelApi } from "../../support/olderExcel";
import { clinicWorkbook, TABLE_SPILL } from "../clinicWorkbook";

// An older Excel has no spills.
needsExcelApi("1.12");

let excel: SimulatedExcel;

beforeEach(async () => {
  excel = await clinicWorkbook();
});

interface Cells {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly numberFormat: unknown[][];
  readonly valueTypes: unknown[][];
  readonly text: string[][];
}

function cellsAt(sheet: string, address: string): Promise<Cells> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values,formulas,numberFormat,valueTypes,text");
    await context.sync();
    const { values, formulas, numberFormat, valueTypes, text } = range;
    return { values, formulas, numberFormat, valueTypes, text };
  });
}

async function type(sheet: string, address: string, entry: string | number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[entry]];
    await context.sync();
  });
}

describe("what calls CLINIC", () => {
  it("is found sheet by sheet, with what it shows; texts and sheet names are not", async () => {
    const { sheets } = await findClinicFormulas();
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Board paper", "Locked"]);
    expect(sheets[0]?.blocks.map(({ address, kind, cells, shows }) => [address, kind, cells, shows])).toEqual(
      [
        ["B2:B10", "cells", 9, ["86.3%", "75.0%", "33.3"]],
        ["E2:G4", "spill", 9, ["Team", "Denominator", "%"]],
        ["I2:I4", "spill", 3, ["#N/A", "790", "812"]],
        ["K2:K3", "array", 2, ["0.5", "0.25"]],
      ],
    );
    expect(sheets[0]?.blocks[2]?.errors).toBe(1);
  });

  it("and shows an error, or stands on a protected sheet, is listed with why", async () => {
    const { sheets } = await findClinicFormulas();
    expect(sheets[0]?.left.map(({ address, shows, why }) => [address, shows, why])).toEqual([
      ["B11", "#DIV/0!", "It shows #DIV/0!, which is not a value to keep."],
      ["B12", "#N/A", "It shows #N/A: there is no figure to keep."],
    ]);
    expect(sheets[1]?.blocks).toEqual([]);
    expect(sheets[1]?.left).toMatchObject([
      { address: "A1", why: expect.stringContaining('The sheet "Locked" is protected') },
    ]);
  });

  it("as a defined name is listed, the workbook's and a sheet's", async () => {
    await Excel.run(async (context) => {
      context.workbook.names.add("Share", "=CLINIC.PCT(1,2)");
      context.workbook.worksheets.getItem("Plain").names.add("Own", "=1+clinic.pct(1,2)");
      context.workbook.names.add("Harmless", "='CLINIC.notes'!$A$1");
      await context.sync();
    });
    expect((await findClinicFormulas()).names).toEqual([
      { name: "Share", sheet: null },
      { name: "Own", sheet: "Plain" },
    ]);
  });

  it("is nothing in a workbook without", async () => {
    excel = await openWorkbook("samples/clinic-2023-07.xlsx");
    excel.install();
    expect(await findClinicFormulas()).toEqual({ sheets: [], names: [] });
  });

  it("and was typed where nothing knows it shows #NAME?, and stays", async () => {
    await type("Plain", "D5", "=CLINIC.PCT(1,2)");
    const { sheets } = await findClinicFormulas();
    expect(sheets.find(({ sheet }) => sheet === "Plain")?.left).toEqual([
      {
        address: "D5",
        cells: 1,
        shows: "#NAME?",
        why: "Excel does not know a name in it: there is no value to keep.",
      },
    ]);
  });

  it("costs few requests, five thousand cells of it", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Plain");
      sheet.getRange("F1:F5000").formulas = Array.from({ length: 5000 }, (_, i) => [`=CLINIC.PCT(${i},2)`]);
      await context.sync();
    });
    const { count } = excel.requests;
    const { sheets } = await findClinicFormulas();
    expect(sheets.at(-1)?.left).toMatchObject([{ address: "F1:F5000", cells: 5000 }]);
    expect(excel.requests.count - count).toBeLessThanOrEqual(10);
  });
});

describe("replacing", () => {
  it("puts the values in the formulas' place: texts, numbers, dates, formats as they were", async () => {
    const before = await cellsAt("Board paper", "B2:B10");
    const outcome = await replaceClinicFormulas(await findClinicFormulas());
    expect(outcome).toEqual({ replaced: [{ sheet: "Board paper", cells: 23 }], left: [] });
    const after = await cellsAt("Board paper", "B2:B10");
    expect(after.values).toEqual(before.values);
    expect(after.valueTypes).toEqual(before.valueTypes);
    expect(after.numberFormat).toEqual(before.numberFormat);
    expect(after.text).toEqual(before.text);
    expect(after.formulas).toEqual(before.values);
    expect(after.values[6]).toEqual(["0012"]);
  });

  it("makes a spill plain over the whole of it, a gap among its months too", async () => {
    await replaceClinicFormulas(await findClinicFormulas());
    expect((await cellsAt("Board paper", "E2:G4")).formulas).toEqual(TABLE_SPILL);
    const series = await cellsAt("Board paper", "I2:I4");
    expect(series.formulas).toEqual([["#N/A"], [790], [812]]);
    expect(series.valueTypes).toEqual([["Error"], ["Double"], ["Double"]]);
    expect((await cellsAt("Board paper", "K2:K3")).formulas).toEqual([[0.5], [0.25]]);
  });

  it("leaves every other cell alone: errors, protected sheets, formulas without CLINIC", async () => {
    await replaceClinicFormulas(await findClinicFormulas());
    expect((await cellsAt("Board paper", "B11:B12")).formulas).toEqual([
      ["=CLINIC.PCT(3,0)"],
      ['=CLINIC.VALUE("no such")'],
    ]);
    expect((await cellsAt("Board paper", "C2:C4")).formulas).toEqual([
      ['="CLINIC.PCT(1,2)"'],
      ["='CLINIC.notes'!A1"],
      ["=SUM(B2:B3)"],
    ]);
    expect((await cellsAt("Locked", "A1")).formulas).toEqual([["=CLINIC.PCT(1,2)"]]);
    expect((await findClinicFormulas()).sheets.flatMap(({ blocks }) => blocks)).toEqual([]);
  });

  it("overwrites nothing that changed since it was listed", async () => {
    const found = await findClinicFormulas();
    await type("Board paper", "B3", "typed meanwhile");
    await type("Board paper", "B4", "=1+1");
    await type("Board paper", "F3", "in the way");
    const { replaced, left } = await replaceClinicFormulas(found);
    expect(replaced).toEqual([{ sheet: "Board paper", cells: 7 + 3 + 2 }]);
    expect(left.map(({ address, why }) => [address, why])).toEqual([
      ["B3", "It has changed since it was listed: look again."],
      ["B4", "It has changed since it was listed: look again."],
      ["E2:G4", "It has changed since it was listed: look again."],
    ]);
    expect((await cellsAt("Board paper", "B3:B4")).formulas).toEqual([["typed meanwhile"], ["=1+1"]]);
    expect((await cellsAt("Board paper", "F3")).values).toEqual([["in the way"]]);
  });

  it("says which sheet was protected or deleted meanwhile, and writes the others", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Locked").protection.unprotect();
      await context.sync();
    });
    const found = await findClinicFormulas();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("Board paper").protection.protect();
      await context.sync();
    });
    const { replaced, left } = await replaceClinicFormulas(found);
    expect(replaced).toEqual([{ sheet: "Locked", cells: 1 }]);
    expect(new Set(left.map(({ why }) => why))).toEqual(
      new Set([
        'The sheet "Board paper" is protected: choose Review, then Unprotect Sheet on it, then look again.',
      ]),
    );
    const again = await findClinicFormulas();
    expect(again.sheets.map(({ sheet }) => sheet)).toEqual(["Board paper"]);

    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Board paper").delete();
      await context.sync();
    });
    expect((await replaceClinicFormulas(found)).left[0]?.why).toBe('The sheet "Board paper" is gone.');
  });

  it("sends one request to write, after those that read again", async () => {
    const found = await findClinicFormulas();
    const { count } = excel.requests;
    await replaceClinicFormulas(found);
    // Sheets, cells, spills, the writing; and the client lets go of its ranges in one of its own.
    expect(excel.requests.count - count).toBeLessThanOrEqual(5);
  });

  it("holds in the saved file: no CLINIC but in the formulas that stayed", async () => {
    await replaceClinicFormulas(await findClinicFormulas());
    const saved = await openWorkbook(await excel.saveXlsx());
    saved.install();
    expect((await cellsAt("Board paper", "E2:G4")).formulas).toEqual(TABLE_SPILL);
    const { sheets } = await findClinicFormulas();
    expect(sheets.flatMap(({ left }) => left.map(({ address }) => address))).toEqual(["B11", "B12", "A1"]);
  });
});
