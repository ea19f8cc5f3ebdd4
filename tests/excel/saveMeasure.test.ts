/** "Add an indicator" in the workbook: one row of ClinicMeasures and its timescale, through Microsoft's client. */
import type { SimulatedExcel } from "../../simulator";
import type { MeasureDraft } from "../../src/clinic/calculate/preview/measureDraft";
import { buildClinic } from "../../src/excel/buildClinic";
import { ClinicError } from "../../src/excel/host/clinicError";
import { inspectWorkbook } from "../../src/excel/inspectWorkbook";
import { saveMeasure } from "../../src/excel/saveMeasure";
import { CLINIC_MEASURES } from "../../src/clinic/extracts/setupNames";
import { sampleInExcel } from "./sampleInExcel";

const TODAY = 45_152;
const BLANK = Object.fromEntries(
  [...CLINIC_MEASURES, "Timescale", "Unit"].map((column) => [column, ""]),
) as MeasureDraft["entries"];

const draft = (changes: Partial<MeasureDraft["entries"]>, was: string | null = null): MeasureDraft => ({
  was,
  entries: {
    ...BLANK,
    ID: "repeat-cp",
    Title: "Plans that are repeats",
    Page: "My checks",
    Measure: "share with",
    List: "CP Plans",
    Counted: "open at month end",
    With: "Number of Previous CP Plans >= 1",
    ...changes,
  },
});

const VISITS = draft({
  ID: "cp-seen",
  Title: "CP children seen",
  Measure: "share last done within",
  Date: "Last CP Visit Date",
  With: "",
  Timescale: "10",
  Unit: "working days",
});

/** A table's rows with anything in them, by heading. */
async function rowsOf(name: string): Promise<Record<string, unknown>[]> {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
    header.load("values");
    body.load("values");
    await context.sync();
    return body.values
      .filter((row) => row.some((cell) => cell !== ""))
      .map((row) =>
        Object.fromEntries(
          row.flatMap((cell, i) => (cell === "" ? [] : [[String(header.values[0]![i]), cell] as const])),
        ),
      );
  });
}

let excel: SimulatedExcel;

beforeEach(async () => {
  excel = await sampleInExcel();
});

test("the first one makes Clinic Setup and no page of the pack, and the build counts it as the built-in one", async () => {
  await saveMeasure(draft({}));
  const { pages, report } = await inspectWorkbook({ today: TODAY });
  expect(pages.flatMap(({ sheet }) => sheet ?? [])).toEqual(["Clinic Settings", "Clinic Setup"]);
  expect(await rowsOf("ClinicMeasures")).toEqual([
    Object.fromEntries(Object.entries(draft({}).entries).filter(([, text]) => text !== "")),
  ]);
  const table = (id: string) => report?.tables.find((each) => each.id === id)?.total;
  expect(table("repeat-cp")?.denominator).toBeGreaterThan(0);
  expect([table("repeat-cp")?.numerator, table("repeat-cp")?.denominator]).toEqual([
    table("cp-repeat")?.numerator,
    table("cp-repeat")?.denominator,
  ]);
  expect((await buildClinic({ today: TODAY })).state).toBe("complete");
});

test("a timescale goes into ClinicTargets with what a build would put there, and once", async () => {
  await saveMeasure(VISITS);
  const ofId = async () => (await rowsOf("ClinicTargets")).filter(({ ID }) => ID === "cp-seen");
  const row = { ID: "cp-seen", Indicator: "CP children seen", "Better when": "higher", Timescale: 10, Unit: "working days", "Not yet due": "in time", Teams: "clinic" }; // prettier-ignore
  expect(await ofId()).toEqual([row]);
  await buildClinic({ today: TODAY });
  expect(await ofId()).toEqual([row]);
  await saveMeasure({ was: "cp-seen", entries: { ...VISITS.entries, Timescale: "15" } });
  expect(await ofId()).toEqual([{ ...row, Timescale: 15 }]);
});

test("a row is changed in place; the analyst's own column, formulas and other rows stay", async () => {
  await saveMeasure(draft({}));
  await saveMeasure(VISITS);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("ClinicMeasures");
    const body = table.getDataBodyRange();
    body.getCell(0, 1).numberFormat = [["General"]];
    body.getCell(0, 1).formulas = [['="Plans "&"that are repeats"']];
    table.columns.add();
    const beside = table.getRange().getLastColumn();
    beside.getCell(0, 0).values = [["My note"]];
    beside.getCell(1, 0).values = [["asked for by the board"]];
    await context.sync();
  });
  await saveMeasure(draft({ "Only where": "Service <> CWD" }, "repeat-cp"));
  const rows = await rowsOf("ClinicMeasures");
  expect(rows.map(({ ID }) => ID)).toEqual(["repeat-cp", "cp-seen"]);
  expect(rows[0]).toMatchObject({ "Only where": "Service <> CWD", "My note": "asked for by the board" });
  const [titles] = await Excel.run(async (context) => {
    const cell = context.workbook.tables.getItem("ClinicMeasures").getDataBodyRange().getCell(0, 1);
    cell.load("formulas");
    await context.sync();
    return cell.formulas as string[][];
  });
  expect(titles?.[0]).toBe('="Plans "&"that are repeats"');
});

test("a blank row is filled before one is added, and the next is added below", async () => {
  await saveMeasure(draft({}));
  const height = () => rowCount("ClinicMeasures");
  const before = await height();
  await saveMeasure(draft({ ID: "second", Title: "Second" }));
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("ClinicMeasures").getDataBodyRange().getRow(0).clear("Contents");
    await context.sync();
  });
  const emptied = await height();
  await saveMeasure(draft({ ID: "third", Title: "Third" }));
  expect(await height()).toBe(emptied);
  expect((await rowsOf("ClinicMeasures")).map(({ ID }) => ID)).toEqual(["third", "second"]);
  expect(emptied).toBeGreaterThanOrEqual(before);
});

async function rowCount(name: string): Promise<number> {
  return Excel.run(async (context) => {
    const { rows } = context.workbook.tables.getItem(name);
    rows.load("count");
    await context.sync();
    return rows.count;
  });
}

test("a filter of the table is cleared, so that the row can be seen", async () => {
  await saveMeasure(draft({}));
  const sheet = excel.workbook.sheets.find(({ name }) => name === "Clinic Setup")!;
  const table = sheet.tables.find(({ name }) => name === "ClinicMeasures")!;
  table.showFilterButton = true;
  table.filter = [{ name: "autoFilter", attributes: {}, children: [] } as never];
  const first = sheet.rows.get(table.area.row + 1)!;
  first.hidden = true;
  await saveMeasure(draft({ ID: "second", Title: "Second" }));
  expect(first.hidden).toBe(false);
  expect(table.filter).toEqual([]);
  expect((await rowsOf("ClinicMeasures")).map(({ ID }) => ID)).toEqual(["repeat-cp", "second"]);
});

describe("nothing is written, and the sentence says why, where", () => {
  const refused = async (wanted: MeasureDraft): Promise<string> => {
    const before = await rowsOf("ClinicMeasures");
    const error = await saveMeasure(wanted).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ClinicError);
    expect(await rowsOf("ClinicMeasures")).toEqual(before);
    return (error as ClinicError).sentence;
  };

  beforeEach(() => saveMeasure(draft({})));

  test("the row to change is gone", async () => {
    expect(await refused(draft({}, "another"))).toContain("no longer there");
  });
  test("the ID is in the table already", async () => {
    expect(await refused(draft({}))).toContain("there already");
  });
  test("a column that the row fills is gone", async () => {
    await Excel.run(async (context) => {
      const headings = context.workbook.tables.getItem("ClinicMeasures").getHeaderRowRange();
      headings.getCell(0, CLINIC_MEASURES.indexOf("With")).values = [["Remarks"]];
      await context.sync();
    });
    expect(await refused(draft({ ID: "second" }))).toContain("no column “With”");
  });
});
