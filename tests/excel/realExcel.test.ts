/** What Excel itself does to an add-in, and the simulator with it (docs/simulator.md): the add-in comes through. */
import { newWorkbook, type SimulatedExcel } from "../../simulator";
import { createSheetWithoutCells } from "../../simulator/model/workbook";
import { BUILD_KEY, lastBuildFrom, lastBuildText } from "../../src/excel/host/lastBuild";
import { MARK_NAME, markOfPage, NOT_FINISHED } from "../../src/excel/host/marks";
import { readWorkbook } from "../../src/excel/read/readWorkbook";
import { writePlan } from "../../src/excel/write/writePlan";
import { sheetPlan, tablePlan, workbookPlan } from "./plans";
import { snapshot } from "./workbookSnapshot";

jest.setTimeout(60_000);

const kept = (state: "complete" | "incomplete") =>
  lastBuildText({ state, month: "2023-07", builtAt: 45_150 });
const KEEP = { keep: { key: BUILD_KEY, started: kept("incomplete"), finished: kept("complete") } };

const pack = (rows = 2) =>
  workbookPlan([
    sheetPlan("summary", "Clinic Summary", [tablePlan("Clinic_s", 0, bodyOf(rows))]),
    sheetPlan("cin", "Clinic CIN", [tablePlan("Clinic_a", 0, bodyOf(rows))], { frozenRows: 3 }),
  ]);

const bodyOf = (rows: number) => Array.from({ length: rows }, (_, i) => [`Team ${i + 1}`, 10 + i, i]);

function open(): SimulatedExcel {
  const excel = newWorkbook();
  excel.install();
  return excel;
}

async function inWorkbook(change: (workbook: Excel.Workbook) => void): Promise<void> {
  await Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
}

const sheetNames = (excel: SimulatedExcel): string[] => excel.workbook.sheets.map(({ name }) => name);

describe("while another workbook is in front", () => {
  it("a build that makes its sheets waits until this one is back, and makes each sheet once", async () => {
    const excel = open();
    // In front from the request that makes the sheets to the one that asks what stands after it failed.
    excel.faults.before(2, () => excel.faults.otherWorkbookInFront(true));
    excel.faults.before(3, () => excel.faults.otherWorkbookInFront(false));
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ state: "complete" });
    expect(sheetNames(excel)).toEqual(["Sheet1", "Clinic Summary", "Clinic CIN"]);
  });

  it("a sheet that the failed request had made is not made again", async () => {
    const excel = open();
    excel.faults.failRequest(2, "GeneralException", 8);
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ state: "complete" });
    expect(sheetNames(excel)).toEqual(["Sheet1", "Clinic Summary", "Clinic CIN"]);
  });

  it("a pack that stands is built again without a call that fails there", async () => {
    const excel = open();
    await writePlan(pack(), KEEP);
    const requestsOf = async (rows: number) => {
      const { count } = excel.requests;
      await expect(writePlan(pack(rows), KEEP)).resolves.toMatchObject({ state: "complete" });
      return excel.requests.count - count;
    };
    const usual = await requestsOf(3);
    excel.faults.otherWorkbookInFront(true);
    expect(await requestsOf(4)).toBe(usual);
  });

  it("the workbook is read", async () => {
    const excel = open();
    await writePlan(pack(), KEEP);
    excel.faults.otherWorkbookInFront(true);
    await expect(readWorkbook()).resolves.toMatchObject({ date1904: false });
  });

  it("what lasts is told in a sentence", async () => {
    const excel = open();
    excel.faults.otherWorkbookInFront(true);
    await expect(writePlan(pack(), KEEP)).rejects.toMatchObject({
      name: "ClinicError",
      whatToDo: expect.stringMatching(/click into this workbook/),
    });
  });
});

describe("the add-in's sheets", () => {
  it("are known by the tables that the last build kept, whatever the sheets are called", async () => {
    const excel = open();
    await writePlan(pack(), KEEP);
    await inWorkbook((workbook) => {
      workbook.worksheets.getItem("Clinic CIN").name = "Children in need";
    });
    const { sheetsWritten } = await writePlan(pack(), KEEP);
    expect(sheetsWritten).toEqual(["Clinic Summary", "Children in need"]);
    const build = lastBuildFrom(String(excel.workbook.settings.find(({ key }) => key === BUILD_KEY)?.value));
    expect(build).toMatchObject({ state: "complete", pages: { summary: ["Clinic_s"], cin: ["Clinic_a"] } });
    expect(excel.workbook.names.filter(({ name }) => !name.startsWith("_xlnm."))).toEqual([]);
  });

  it("are known by their old marks where an earlier version built them", async () => {
    const excel = open();
    await writePlan(pack());
    await inWorkbook((workbook) => {
      workbook.settings.add(BUILD_KEY, kept("complete"));
      const page = workbook.worksheets.getItem("Clinic CIN");
      page.name = "Renamed";
      page.names.add(MARK_NAME, markOfPage("cin"));
      page.tables.getItem("Clinic_a").name = "Clinic_old";
    });
    const { sheetsWritten } = await writePlan(pack(), KEEP);
    expect(sheetsWritten).toEqual(["Clinic Summary", "Renamed"]);
    expect(sheetNames(excel)).toEqual(["Sheet1", "Clinic Summary", "Renamed"]);
  });

  it("are not every sheet where the user has a name of the whole workbook that is called as the old mark", async () => {
    open();
    await inWorkbook((workbook) => {
      workbook.names.add(MARK_NAME, markOfPage("cin"));
      workbook.settings.add(BUILD_KEY, kept("complete"));
      workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["Child Unique ID"]];
    });
    expect((await readWorkbook()).sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("are no extracts, and neither is a copy, whose tables have a number", async () => {
    open();
    await writePlan(pack(), KEEP);
    await inWorkbook((workbook) => {
      const copy = workbook.worksheets.add("Clinic CIN (2)");
      copy.getRange("A6:B6").values = [["Child Unique ID", "Date of Contact"]];
      copy.tables.add("A6:B7", true).name = "Clinic_a2";
    });
    expect((await readWorkbook()).sheets).toEqual([]);
  });

  it("are taken up again where a build stopped before it made their tables", async () => {
    const excel = open();
    excel.faults.failRequest(3, "InvalidOperation", 1);
    await expect(writePlan(pack(), KEEP)).rejects.toThrow();
    const stopped = await snapshot();
    expect(stopped.sheets.map(({ values }) => values[0]?.[0])).toEqual(
      expect.arrayContaining([NOT_FINISHED, NOT_FINISHED]),
    );
    await writePlan(pack(), KEEP);
    expect(sheetNames(excel)).toEqual(["Sheet1", "Clinic Summary", "Clinic CIN"]);
  });
});

describe("filters, gridlines and frozen rows", () => {
  it("are put right where the user changed them", async () => {
    const excel = open();
    await writePlan(pack(), KEEP);
    await inWorkbook((workbook) => {
      const page = workbook.worksheets.getItem("Clinic CIN");
      page.showGridlines = true;
      page.freezePanes.freezeColumns(1);
    });
    await writePlan(pack(), KEEP);
    const page = excel.workbook.sheets.find(({ name }) => name === "Clinic CIN");
    expect(page).toMatchObject({ showGridlines: false, frozen: { rows: 3, columns: 0 } });
  });
});

describe("a workbook with", () => {
  it("a chart sheet is read: nothing is asked of it but its name and place", async () => {
    const excel = open();
    await inWorkbook((workbook) => {
      workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["Child Unique ID"]];
    });
    const chart = createSheetWithoutCells(excel.workbook, "Chart1", "xl/chartsheets/sheet1.xml");
    excel.workbook.sheets.push(chart);
    expect((await readWorkbook()).sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ state: "complete" });
  });

  it("a table of the user's whose header row is off is read and built", async () => {
    const excel = open();
    await inWorkbook((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B3").values = [
        ["Child Unique ID", "Date of Contact"],
        ["C1", 45_000],
        ["C2", 45_001],
      ];
      sheet.tables.add("A1:B3", true);
    });
    const table = excel.workbook.sheets[0]!.tables[0]!;
    Object.assign(table, { showHeaders: false, area: { ...table.area, row: 1, rows: 2 } });
    expect((await readWorkbook()).sheets[0]?.rows).toHaveLength(3);
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ state: "complete" });
  });

  it("a table of ours whose header row is off is refused by the table's name, with what to do", async () => {
    const excel = open();
    await writePlan(pack(), KEEP);
    const page = excel.workbook.sheets.find(({ name }) => name === "Clinic CIN")!;
    Object.assign(page.tables[0]!, { showHeaders: false });
    await expect(writePlan(pack(), KEEP)).rejects.toMatchObject({
      sentence: expect.stringContaining("Clinic_a"),
      whatToDo: expect.stringContaining("Header Row"),
    });
  });
});

describe("a chart", () => {
  const months: (string | number | null)[][] = ["Jun-23", "Jul-23"].map((month) => [month, 80, null]);
  const chartPack = (hasTarget: boolean) => {
    const table = tablePlan("Clinic_series_x", 0, months, {
      headings: ["Month", "% in time", "Target"],
      columns: [{ style: "text" }, { style: "number" }, { style: "number" }],
      total: null,
    });
    const chart = {
      ...{ name: "Clinic_chart_x", title: "In time", table: "Clinic_series_x", hasTarget, monthsALabel: 1 },
      ...{ top: 12, left: 0, bottom: 24, right: 6, labelledPoint: 1 },
      label: { position: "above", numberFormat: "0.0" },
      axis: { minimum: 0, maximum: 100, majorUnit: 20, numberFormat: "0", title: "%" },
    } as const;
    return workbookPlan([sheetPlan("summary", "Clinic Summary", [table], { charts: [chart] })]);
  };
  const seriesIn = (excel: SimulatedExcel) =>
    excel.workbook.sheets
      .find(({ name }) => name === "Clinic Summary")!
      .charts[0]!.series.map(({ nameText, values, categories }) => [nameText, values, categories]);

  it("has its two series though Excel takes an empty column for none, and one when the target goes", async () => {
    const excel = open();
    const at = (column: string) => `'Clinic Summary'!$${column}$7:$${column}$8`;
    const both = [
      ["% in time", at("B"), at("A")],
      ["Target", at("C"), at("A")],
    ];
    await writePlan(chartPack(true), KEEP);
    expect(seriesIn(excel)).toEqual(both);
    await writePlan(chartPack(false), KEEP);
    expect(seriesIn(excel)).toEqual(both.slice(0, 1));
    await writePlan(chartPack(true), KEEP);
    expect(seriesIn(excel)).toEqual(both);
  });
});

it("a text that Excel would read as a US date stays the text it is, in headings, columns and blocks", async () => {
  open();
  const table = tablePlan("Clinic_s", 0, [["01/02/2023", 1, 1]], {
    headings: ["03/04/2023", "Denominator", "=1+1"],
    total: null,
  });
  const block = { row: 0, column: 0, cells: [["05/06/2023"]] };
  await writePlan(workbookPlan([sheetPlan("summary", "Clinic Summary", [table], { blocks: [block] })]));
  const { values } = (await snapshot()).sheets.find(({ name }) => name === "Clinic Summary")!;
  expect(values[0]?.[0]).toBe("05/06/2023");
  expect(values[5]).toEqual(["03/04/2023", "Denominator", "=1+1"]);
  expect(values[6]?.[0]).toBe("01/02/2023");
});

describe("where the printer's driver takes no page setup", () => {
  it("the pack is built, checked and titled, and the outcome says what it lacks", async () => {
    const excel = open();
    // Another footer each time: the paper of a page that is as it was is not asked for.
    const usual = async (footer: string) => {
      const { count } = excel.requests;
      const { sheets, ...plan } = pack();
      const footed = sheets.map((sheet) => ({ ...sheet, print: { ...sheet.print, footer } }));
      const { state, paperRefused } = await writePlan({ ...plan, sheets: footed }, KEEP);
      return { state, paperRefused, requests: excel.requests.count - count };
    };
    await usual("May");
    const accepted = await usual("June");
    excel.faults.pageSetupRefused(true);
    const refused = await usual("July");
    expect(accepted).toMatchObject({ state: "complete", paperRefused: false });
    expect(refused).toEqual({ state: "complete", paperRefused: true, requests: accepted.requests + 2 });
    const [title] = excel.workbook.sheets.find(({ name }) => name === "Clinic CIN")!.rows.get(0)!.cells;
    expect(title?.value).not.toBe(NOT_FINISHED);
  });

  it("the next build with another printer sets the pages up", async () => {
    const excel = open();
    excel.faults.pageSetupRefused(true);
    await writePlan(pack(), KEEP);
    excel.faults.clear();
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ paperRefused: false });
    const sheet = excel.workbook.sheets.find(({ name }) => name === "Clinic CIN")!;
    expect(sheet.print).toMatchObject({ orientation: "Landscape" });
  });
});

describe("a sheet to which the user moved a page's only table", () => {
  /** As it stands when the table was cut out and put on the user's own sheet, and the empty page deleted. */
  async function movedTo(excel: SimulatedExcel, name: string, firstLine: string): Promise<void> {
    await writePlan(pack(), KEEP);
    await inWorkbook(({ worksheets }) => {
      const sheet = worksheets.getItem("Clinic CIN");
      sheet.name = name;
      sheet.getRange("A1:A2").values = [[firstLine], ["Ask the team about May"]];
    });
    expect(sheetNames(excel)).toContain(name);
  }

  it("is not taken for the page: the build is refused by name, and its lines stand", async () => {
    const excel = open();
    await movedTo(excel, "Notes", "For the meeting");
    const before = await snapshot();
    await expect(writePlan(pack(), KEEP)).rejects.toMatchObject({
      sentence: expect.stringMatching(/^The sheet "Notes" holds a table of the page "Clinic CIN"/),
      whatToDo: expect.stringContaining("nothing has been written"),
    });
    expect(await snapshot()).toEqual(before);
  });

  it("is the page once it has its name or its title", async () => {
    const excel = open();
    await movedTo(excel, "Notes", "Clinic CIN title");
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ state: "complete" });
    const other = open();
    await movedTo(other, "clinic cin", "For the meeting");
    await expect(writePlan(pack(), KEEP)).resolves.toMatchObject({ state: "complete" });
  });
});
