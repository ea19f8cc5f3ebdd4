import { newWorkbook, type SimulatedExcel } from "../../simulator";
import { BUILD_KEY, lastBuildText } from "../../src/excel/host/lastBuild";
import { readWorkbook } from "../../src/excel/read/readWorkbook";
import { NOT_FINISHED } from "../../src/excel/host/marks";
import { writePlan } from "../../src/excel/write/writePlan";
import type { TablePlan } from "../../src/pages/plan";
import { until } from "../support/until";
import { sheetPlan, tablePlan, workbookPlan } from "./plans";
import { sheetNamed, snapshot, type WorkbookSnapshot } from "./workbookSnapshot";

function rows(count: number): TablePlan["rows"] {
  return Array.from({ length: count }, (_, i) => [`Team ${i + 1}`, 10 * (i + 1), i + 1]);
}

function pack(count: number) {
  return workbookPlan([
    sheetPlan("summary", "Clinic Summary", [tablePlan("Clinic_s", 0, rows(count))]),
    sheetPlan("cin", "Clinic CIN", [
      tablePlan("Clinic_a", 0, rows(count + 2)),
      tablePlan("Clinic_b", 4, rows(2)),
    ]),
  ]);
}

const state = (word: "incomplete" | "complete") =>
  lastBuildText({ state: word, month: "2023-07", builtAt: 45_150 });

/** As a build writes: the state of the pack is kept in the workbook. */
const KEEP = { keep: { key: BUILD_KEY, started: state("incomplete"), finished: state("complete") } };

function open(): SimulatedExcel {
  const excel = newWorkbook();
  excel.install();
  return excel;
}

async function addSheet(name: string, values: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1).values = values;
    await context.sync();
  });
}

function titleOf(workbook: WorkbookSnapshot, name: string): unknown {
  return workbook.sheets.find((sheet) => sheet.name === name)?.values[0]?.[0];
}

/** Many builds, on a machine that others may be using. */
jest.setTimeout(120_000);

/** More than the writing requests of the pack have. */
const ACTIONS = 1_500;

/** Fails the write after `done` of its actions, in the first request that writes or in the one after it. */
function failOneThatWrites(excel: SimulatedExcel, first: number, done: number): void {
  const front = done < FRONT_ACTIONS;
  const request = excel.requests.count + first + (front ? 0 : 1);
  // GeneralException in the first would only be tried again.
  excel.faults.failRequest(request, "InvalidOperation", front ? done : done - FRONT_ACTIONS);
}

/** About as many as make and warn the pack's sheets. */
const FRONT_ACTIONS = 60;

/** The request of a rebuild that writes: after two that look at what stands, and one at what the user typed there. */
const WRITES = 4;
/** Of a first build: no page stands on which anything could be typed. */
const FIRST_WRITES = 3;

describe("when Excel fails half-way", () => {
  let before: WorkbookSnapshot;
  let after: WorkbookSnapshot;
  beforeAll(async () => {
    open();
    await writePlan(pack(2));
    before = await snapshot();
    await writePlan(pack(4));
    after = await snapshot();
  });

  it("never looks finished, wherever it stops, and the next build puts it right", async () => {
    let halfWay = 0;
    for (let done = 0; done < ACTIONS; done += 41) {
      const excel = open();
      await writePlan(pack(2));
      failOneThatWrites(excel, WRITES, done);
      const failed = await writePlan(pack(4)).then(
        () => false,
        () => true,
      );
      const now = await snapshot();
      const stands = JSON.stringify(now);
      if (failed && stands !== JSON.stringify(before) && stands !== JSON.stringify(after)) {
        halfWay++;
        expect(titleOf(now, "Clinic Summary")).toBe(NOT_FINISHED);
      }
      excel.faults.clear();
      await writePlan(pack(4));
      expect(await snapshot()).toEqual(after);
    }
    expect(halfWay).toBeGreaterThan(5);
  });

  it("can be built again after a first build that stopped", async () => {
    open();
    await writePlan(pack(4), KEEP);
    const whole = await snapshot();
    let halfWay = 0;
    for (let done = 0; done < ACTIONS; done += 37) {
      const excel = open();
      failOneThatWrites(excel, FIRST_WRITES, done);
      const failed = await writePlan(pack(4), KEEP).then(
        () => false,
        () => true,
      );
      const stopped = await snapshot();
      if (failed && stopped.sheets.length > 1 && JSON.stringify(stopped) !== JSON.stringify(whole)) {
        halfWay++;
        expect([NOT_FINISHED, undefined]).toContain(titleOf(stopped, "Clinic Summary"));
      }
      excel.faults.clear();
      await writePlan(pack(4), KEEP);
      expect(await snapshot()).toEqual(whole);
    }
    expect(halfWay).toBeGreaterThan(5);
  });

  it("leaves the pack as it was when it fails before writing", async () => {
    for (const request of [1, 2, 3]) {
      const excel = open();
      await writePlan(pack(2));
      excel.faults.failRequest(excel.requests.count + request, "GeneralException");
      await expect(writePlan(pack(4))).rejects.toMatchObject({
        name: "ClinicError",
        details: expect.stringContaining("GeneralException"),
      });
      expect(await snapshot()).toEqual(before);
    }
  });

  it("listens to the workbook again after a failure", async () => {
    const excel = open();
    await writePlan(pack(2));
    excel.faults.failRequest(excel.requests.count + WRITES + 1, "GeneralException", 40);
    await expect(writePlan(pack(4))).rejects.toThrow();
    await Excel.run(async (context) => {
      context.runtime.load("enableEvents");
      await context.sync();
      expect(context.runtime.enableEvents).toBe(true);
    });
  });

  it("waits while the user is typing in a cell", async () => {
    const excel = open();
    excel.faults.editMode(true);
    const { count } = excel.requests;
    const writing = writePlan(pack(2));
    await until(() => excel.requests.count > count);
    excel.faults.editMode(false);
    await expect(writing).resolves.toMatchObject({ state: "complete" });
  });

  it("finds the sheets round a chart sheet", async () => {
    const excel = open();
    for (const name of ["A", "B", "C"]) await addSheet(name, [[name]]);
    // The simulated Excel has no chart sheets; this is how a request answers that one of them is part of.
    const code = "UnsupportedSheet" as Parameters<typeof excel.faults.failRequest>[1];
    excel.faults.failRequest(excel.requests.count + 2, code);
    const { sheets } = await readWorkbook();
    expect(sheets.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  });
});

describe("reading large sheets", () => {
  it("halves a block that is too much for one answer", async () => {
    open();
    const long = "x".repeat(400);
    await addSheet(
      "Long",
      Array.from({ length: 2_000 }, (_, i) => [i, ...Array.from({ length: 5 }, () => long)]),
    );
    await addSheet(
      "Longer",
      Array.from({ length: 2_000 }, (_, i) => [i, ...Array.from({ length: 5 }, () => long)]),
    );
    const { sheets } = await readWorkbook();
    expect(sheets.map(({ rows: found }) => found.map((row) => row[0]))).toEqual([
      Array.from({ length: 2_000 }, (_, i) => i),
      Array.from({ length: 2_000 }, (_, i) => i),
    ]);
  });

  it("reads around a million blank rows above a stray cell", async () => {
    const excel = open();
    await addSheet("Contacts", [
      ["Child Unique ID", "Date of Contact"],
      ["C1", 45_000],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Contacts").getRange("B1048576").values = [["stray"]];
      await context.sync();
    });
    const { count, bytesReceived } = excel.requests;
    const { sheets } = await readWorkbook();
    const [contacts] = sheets;
    expect(contacts?.rows.length).toBe(1_048_576);
    expect([contacts?.rows[0], contacts?.rows[1], contacts?.rows[2], contacts?.rows[1_048_575]]).toEqual([
      ["Child Unique ID", "Date of Contact"],
      ["C1", 45_000],
      ["", ""],
      ["", "stray"],
    ]);
    expect(excel.requests.count - count).toBeLessThanOrEqual(6);
    expect(excel.requests.bytesReceived - bytesReceived).toBeLessThan(50_000);
  });

  it("reads a stray cell in the last column, and makes no row longer for it but its own", async () => {
    const excel = open();
    await addSheet("Contacts", [
      ["Child Unique ID", "Date of Contact"],
      ["C1", 45_000],
      ["C2", 45_001],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Contacts").getRange("XFD2").values = [["stray"]];
      await context.sync();
    });
    const { bytesReceived } = excel.requests;
    const [contacts] = (await readWorkbook()).sheets;
    expect(contacts?.rows.map((row) => row.length)).toEqual([2, 16_384, 2]);
    expect([contacts?.rows[1]?.[0], contacts?.rows[1]?.[16_383]]).toEqual(["C1", "stray"]);
    expect(excel.requests.bytesReceived - bytesReceived).toBeLessThan(50_000);
  });

  it("names the sheet and the cell that Excel cannot hand over at all", async () => {
    const excel = open();
    await addSheet("Contacts", [["only"]]);
    excel.faults.failRequest(excel.requests.count + 3, "ResponsePayloadSizeLimitExceeded");
    await expect(readWorkbook()).rejects.toThrow(
      'Cell A1 of the sheet "Contacts" is too long for Excel to pass on.',
    );
  });

  it("reads hidden sheets, at their place, and leaves out blank ones", async () => {
    open();
    await addSheet("Shown", [["a"]]);
    await addSheet("Hidden", [["b"]]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Hidden").visibility = "VeryHidden";
      context.workbook.worksheets.getItem("Shown").getRange("C5:D6").values = [
        [1, true],
        ["=1/0", "x"],
      ];
      await context.sync();
    });
    const { sheets } = await readWorkbook();
    expect(sheets.map(({ name }) => name)).toEqual(["Shown", "Hidden"]);
    expect(sheets[0]).toMatchObject({ firstRow: 0, firstColumn: 0 });
    expect(sheets[0]?.rows[5]).toEqual(["", "", "#DIV/0!", "x"]);
  });
});

describe("a workbook that counts from 1904", () => {
  it("is known, and dates are written as it counts", async () => {
    const excel = open();
    excel.workbook.date1904 = true;
    await addSheet("Contacts", [["a"]]);
    expect((await readWorkbook()).date1904).toBe(true);
    const dates = tablePlan("Clinic_d", 0, [["a", 45_000, 45_000]], {
      columns: [{ style: "text" }, { style: "number", numberFormat: "dd/mm/yyyy" }, { style: "number" }],
      total: null,
    });
    await writePlan(workbookPlan([sheetPlan("summary", "Clinic Summary", [dates])]));
    expect(sheetNamed(await snapshot(), "Clinic Summary").values[6]).toEqual(["a", 43_538, 45_000]);
  });
});
