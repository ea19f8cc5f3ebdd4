import { needsExcelApi } from "../../support/olderExcel";
import { newWorkbook, openWorkbook, type SimulatedExcel } from "../../../simulator";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import { inspectWorkbook } from "../../../src/excel/inspectWorkbook";
import { loadFiles } from "../../../src/excel/load/loadFiles";
import { reviewFiles } from "../../../src/excel/load/reviewFiles";
import { LOADING_KEY, STAGING } from "../../../src/excel/host/staging";
import { makeWorkbook } from "../../support/makeWorkbook";
import { readFile } from "../../../src/loading/readFile";
import { csvFile, csvText } from "../../loading/files";
import { sheetNamed, snapshot, type WorkbookSnapshot } from "../workbookSnapshot";

/** Many loads, on a machine that others may be using. */
jest.setTimeout(120_000);

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ["Child Unique ID", "Date of Contact"];
const contacts = (count: number, from = 45_108): Rows =>
  Array.from({ length: count }, (_, i) => [`00${i + 1}`, from + (i % 20)]);
const contactsCsv = (rows: Rows, name = "Contacts August.csv") =>
  csvFile(name, csvText([HEADINGS, ...rows], { dates: [1] }));

function open(): SimulatedExcel {
  const excel = newWorkbook();
  excel.install();
  return excel;
}

async function put(name: string, at: string, cells: Rows): Promise<void> {
  await Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(name);
    await context.sync();
    const sheet = found.isNullObject ? context.workbook.worksheets.add(name) : found;
    const range = sheet.getRange(at).getResizedRange(cells.length - 1, (cells[0]?.length ?? 1) - 1);
    range.values = cells.map((row) =>
      row.map((cell) => (typeof cell === "string" && /^0/.test(cell) ? `'${cell}` : cell)),
    );
    await context.sync();
  });
}

async function table(sheet: string, at: string, name: string, totals = false): Promise<void> {
  await Excel.run(async (context) => {
    const made = context.workbook.worksheets.getItem(sheet).tables.add(at, true);
    made.name = name;
    if (totals) made.showTotals = true;
    await context.sync();
  });
}

async function load(...files: Parameters<typeof reviewFiles>[0]) {
  const review = await reviewFiles(files);
  return { review, outcome: await loadFiles(review) };
}

const values = (workbook: WorkbookSnapshot, name: string) => sheetNamed(workbook, name).values;

describe("a list that the workbook does not have", () => {
  it("becomes a sheet of the list's name, with the file's headings", async () => {
    open();
    const { review, outcome } = await load(contactsCsv(contacts(3)));
    expect(review.loads).toMatchObject([
      {
        name: "Contacts",
        target: { kind: "new", sheet: "Contacts" },
        before: null,
        after: { rows: 3, firstDate: 45_108, lastDate: 45_110 },
      },
    ]);
    expect(outcome).toEqual({
      loaded: [{ name: "Contacts", sheet: "Contacts", rows: 3, filterCleared: false }],
      notLoaded: [],
      problem: null,
    });
    const after = await snapshot();
    expect(after.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Contacts"]);
    expect(values(after, "Contacts")[1]).toEqual(["001", "1 July 2023"]);
    expect((await inspectWorkbook({ today: 45_140 })).recognition.get("contacts")?.confidence).toBe("named");
  });

  it("that is not recognised becomes a sheet of the file's name, and says so", async () => {
    open();
    const { review } = await load(csvFile("Open cases.csv", "Ref,When,Where\n1,2,3\n"));
    expect(review.loads[0]).toMatchObject({ list: null, target: { kind: "new", sheet: "Open cases" } });
    expect(review.loads[0]?.queries.join(" ")).toContain("not recognised as a list yet");
    const again = await reviewFiles([csvFile("Open cases September.csv", "Ref,When,Where\n4,5,6\n")]);
    expect(again.loads[0]?.target).toMatchObject({ kind: "standing", sheet: "Open cases" });
  });

  it("from a workbook keeps its days as days", async () => {
    open();
    const bytes = await makeWorkbook([
      {
        name: "Sheet1",
        rows: [["Contacts, August 2023"], [], HEADINGS, ["007", 45_108], ["Applied filters: Team is all"]],
        dress: (sheet) => {
          sheet.getCell(4, 2).numFmt = "dd/mm/yyyy";
        },
      },
    ]);
    const { review } = await load(readFile({ name: "Contacts.xlsx", bytes }));
    expect(review.loads[0]?.leftOut.join(" ")).toContain("1 row left out that is not a record");
    const sheet = sheetNamed(await snapshot(), "Contacts");
    expect(sheet.values).toEqual([HEADINGS, ["007", 45_108]]);
    expect(sheet.formats[1]?.[1]).toBe("dd/mm/yyyy");
  });
});

describe("a list that stands", () => {
  it.each([
    ["grows", 3, 6],
    ["shrinks", 6, 3],
    ["becomes empty", 4, 0],
  ])("%s in place: its title and the analyst's own columns stay", async (_, before, after) => {
    open();
    await put("Contacts", "B2", [["Contacts of the month"]]);
    await put("Contacts", "B4", [
      ["Date of Contact", "Mine", "Child Unique ID"],
      ...contacts(before).map(([id, day], i) => [day!, `note ${i}`, id!]),
    ]);
    await put("Contacts", "G4", [["A calculation"], ["=COUNTA(D5:D500)"]]);
    const { outcome } = await load(contactsCsv(contacts(after, 45_139)));
    expect(outcome.problem).toBeNull();
    const sheet = values(await snapshot(), "Contacts");
    expect(sheet[0]?.[0]).toBe("Contacts of the month");
    expect(sheet[2]).toEqual(["Date of Contact", "Mine", "Child Unique ID", "", "", "A calculation"]);
    expect(sheet[3]?.[5]).toBe(after);
    for (let i = 0; i < Math.max(before, after); i++) {
      expect([sheet[3 + i]?.[1] ?? "", sheet[3 + i]?.[2] ?? ""]).toEqual([
        i < before ? `note ${i}` : "",
        i < after ? `00${i + 1}` : "",
      ]);
    }
  });

  it.each([
    ["grows", 2, 5],
    ["shrinks", 5, 2],
  ])(
    "in a table %s with it: totals, formulas of its own and what points at it stay",
    async (_, before, after) => {
      open();
      await put("Contacts", "A1", [[...HEADINGS, "Year"], ...contacts(before).map((row) => [...row, ""])]);
      await table("Contacts", `A1:C${before + 1}`, "Extract");
      await Excel.run(async (context) => {
        const extract = context.workbook.tables.getItem("Extract");
        extract.columns.getItem("Year").getDataBodyRange().formulas = Array.from({ length: before }, () => [
          "=YEAR([@[Date of Contact]])",
        ]);
        extract.showTotals = true;
        await context.sync();
      });
      await put("Elsewhere", "A1", [["=COUNTA(Extract[Child Unique ID])"]]);
      const bytes = await makeWorkbook([{ name: "Contacts", rows: [HEADINGS, ...contacts(after, 45_139)] }]);
      const { outcome } = await load(readFile({ name: "c.xlsx", bytes }));
      expect(outcome.problem).toBeNull();
      const now = await snapshot();
      expect(sheetNamed(now, "Contacts").tables).toEqual([
        { name: "Extract", address: `Contacts!A1:C${after + 2}`, showTotals: true },
      ]);
      expect(values(now, "Contacts").slice(1, after + 1)).toEqual(
        contacts(after, 45_139).map((row) => [...row, 2023]),
      );
      expect(values(now, "Elsewhere")).toEqual([[after]]);
    },
  );

  it.each([
    ["a table's filter", 5, 3, true],
    ["a table's filter", 3, 5, true],
    ["the sheet's own filter", 5, 3, false],
    ["the sheet's own filter", 3, 5, false],
  ])(
    "behind %s is whole once the filter is cleared, which is said (%i rows become %i)",
    async (_, before, after, inTable) => {
      const excel = open();
      await put("Contacts", "A1", [HEADINGS, ...contacts(before)]);
      if (inTable) await table("Contacts", `A1:B${before + 1}`, "Extract");
      else {
        await Excel.run(async ({ workbook }) => {
          const sheet = workbook.worksheets.getItem("Contacts");
          sheet.names.add("_xlnm._FilterDatabase", sheet.getRange(`A1:B${before + 1}`)).visible = false;
          await workbook.context.sync();
        });
      }
      const hide = (rows: readonly number[]) => {
        const sheet = excel.workbook.sheets.find(({ name }) => name === "Contacts")!;
        for (const row of rows) sheet.rows.get(row)!.hidden = true;
      };
      hide([2, 3]);
      const book = async (rows: Rows) =>
        readFile({
          name: "c.xlsx",
          bytes: await makeWorkbook([{ name: "Contacts", rows: [HEADINGS, ...rows] }]),
        });
      const { outcome } = await load(await book(contacts(after, 45_139)));
      expect(outcome.problem).toBeNull();
      expect(outcome.loaded).toMatchObject([{ filterCleared: true }]);
      const held = excel.workbook.sheets.find(({ name }) => name === "Contacts")!;
      expect([...held.rows.values()].filter(({ hidden }) => hidden)).toEqual([]);
      await Excel.run(async ({ workbook }) => {
        const sheet = workbook.worksheets.getItem("Contacts");
        const { autoFilter } = inTable ? sheet.tables.getItem("Extract") : sheet;
        autoFilter.load("enabled,isDataFiltered");
        await workbook.context.sync();
        expect([autoFilter.enabled, autoFilter.isDataFiltered]).toEqual([true, false]);
      });
      const standing = values(await snapshot(), "Contacts").slice(1);
      const filled = standing.filter((row) => row.some((cell) => cell !== ""));
      expect(filled).toEqual(contacts(after, 45_139));
      const next = await load(await book(contacts(2, 45_170)));
      expect(next.outcome.loaded).toMatchObject([{ filterCleared: false }]);
      const then = values(await snapshot(), "Contacts").slice(1);
      expect(then.filter((row) => row.some((cell) => cell !== ""))).toEqual(contacts(2, 45_170));
    },
  );

  it("is compared with the file: the same again, an older one", async () => {
    open();
    await load(contactsCsv(contacts(4, 45_139)));
    const [same] = (await reviewFiles([contactsCsv(contacts(4, 45_139))])).loads;
    expect(same?.queries).toEqual([
      "The file holds just what the sheet holds already: is it last month's file?",
    ]);
    const [older] = (await reviewFiles([contactsCsv(contacts(4))])).loads;
    expect(older?.queries.join(" ")).toContain("is it an older file?");
  });

  it("counted from 1904 takes a file counted from 1900", async () => {
    const excel = open();
    excel.workbook.date1904 = true;
    await put("Contacts", "A1", [HEADINGS, ["001", 43_000]]);
    const bytes = await makeWorkbook([{ name: "Contacts", rows: [HEADINGS, ["002", 45_108]] }]);
    const { review } = await load(readFile({ name: "c.xlsx", bytes }));
    expect(review.loads[0]?.after.lastDate).toBe(45_108);
    expect(values(await snapshot(), "Contacts")[1]).toEqual(["002", 43_646]);
  });
});

describe("what is refused", () => {
  const refusalOf = async (...files: Parameters<typeof reviewFiles>[0]) => {
    const before = await snapshot();
    const { loads, notLoaded } = await reviewFiles(files);
    expect(loads).toEqual([]);
    expect(await snapshot()).toEqual(before);
    return notLoaded.map(({ refusal }) => refusal.why).join(" ");
  };

  it("a formula inside the list's columns, with its cell", async () => {
    open();
    await put("Contacts", "A1", [HEADINGS, ["001", 45_108], ['="00"&2', 45_109]]);
    expect(await refusalOf(contactsCsv(contacts(3)))).toBe(
      "Cell A3 of “Contacts” holds a formula inside the list's columns.",
    );
  });

  it("a protected sheet", async () => {
    open();
    await put("Contacts", "A1", [HEADINGS, ["001", 45_108]]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Contacts").protection.protect();
      await context.sync();
    });
    expect(await refusalOf(contactsCsv(contacts(3)))).toContain("protected");
  });

  it("a file that lacks a column which the sheet has", async () => {
    open();
    await put("Referrals", "A1", [
      ["Child Unique ID", "Date of Referral", "Allocated Team"],
      ["001", 45_108, "BIT East 1"],
    ]);
    const file = csvFile("Referrals.csv", "Child Unique ID,Date of Referral\n001,01/08/2023\n");
    expect(await refusalOf(file)).toContain("The file lacks “Allocated Team”");
  });

  it("two files for one list", async () => {
    open();
    expect(
      await refusalOf(contactsCsv(contacts(2)), contactsCsv(contacts(3), "Contacts again.csv")),
    ).toContain("More than one of the files is Contacts.");
  });

  it("a table of the user's below a list", async () => {
    open();
    await put("Contacts", "A1", [HEADINGS, ["001", 45_108]]);
    await put("Contacts", "B5", [
      ["Mine", "Too"],
      [1, 2],
    ]);
    await table("Contacts", "B5:C6", "Mine");
    expect(await refusalOf(contactsCsv(contacts(9)))).toContain("The table “Mine” (B5:C6 of “Contacts”)");
  });

  it("a row of a CSV that a separator has torn", async () => {
    open();
    expect(
      await refusalOf(
        csvFile("Contacts.csv", "Child Unique ID,Date of Contact\n001,01/08/2023\n002,02/08/2023,Smith\n"),
      ),
    ).toContain("Row 3 has more cells");
  });

  it("a sheet that a query fills, known by Excel's hidden name for it", async () => {
    open();
    await put("Contacts", "A1", [HEADINGS, ["001", 45_108]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Contacts");
      sheet.names.add("ExternalData_1", sheet.getRange("A1:B2")).visible = false;
      await context.sync();
    });
    expect(await refusalOf(contactsCsv(contacts(3)))).toBe("The sheet “Contacts” is filled by a query.");
  });
});

describe("when Excel fails half-way", () => {
  const start = async (asTable: boolean): Promise<SimulatedExcel> => {
    const excel = open();
    await put("Contacts", "A1", [
      [...HEADINGS, "Mine"],
      ...contacts(asTable ? 2 : 6).map((row, i) => [...row, `n${i}`]),
    ]);
    if (asTable) await table("Contacts", "A1:C3", "Extract");
    return excel;
  };
  const listOf = (workbook: WorkbookSnapshot): string =>
    JSON.stringify(
      values(workbook, "Contacts")
        .map((row) => row.slice(0, 2))
        .filter((row) => row.some((cell) => cell !== "")),
    );

  it.each([false, true])(
    "at any request, the list is whole, old or new, and loads afterwards (in a table: %s)",
    async (asTable) => {
      const excel = await start(asTable);
      const old = listOf(await snapshot());
      const file = contactsCsv(contacts(4, 45_139));
      const review = await reviewFiles([file]);
      const first = excel.requests.count;
      await loadFiles(review);
      const whole = await snapshot();
      const requests = excel.requests.count - first;
      let [failed, stopped] = [0, 0];
      for (let request = 1; request <= requests; request++) {
        for (const after of [undefined, 1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 32]) {
          const again = await start(asTable);
          const plan = await reviewFiles([file]);
          again.faults.failRequest(again.requests.count + request, "GeneralException", after);
          const { problem } = await loadFiles(plan);
          if (problem) failed++;
          again.faults.clear();
          const now = await snapshot();
          expect([old, listOf(whole)]).toContain(listOf(now));
          expect(now.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Contacts"]);
          if (listOf(now) === old) stopped++;
          await loadFiles(await reviewFiles([file]));
          expect(await snapshot()).toEqual(whole);
        }
      }
      expect(failed).toBeGreaterThan(requests);
      expect(stopped).toBeGreaterThan(3);
    },
  );

  it("and stays away, the next who reads the workbook finishes the change", async () => {
    const excel = await start(false);
    const plan = await reviewFiles([contactsCsv(contacts(4, 45_139))]);
    let broken = 0;
    for (let request = 1; request < 14; request++) {
      const again = await start(false);
      again.faults.failRequest(again.requests.count + request, "GeneralException", 12);
      // Excel is gone: a code that does not pass, so that nobody waits before trying again.
      again.faults.failFrom(again.requests.count + request + 1, "InvalidReference");
      await loadFiles(plan);
      again.faults.clear();
      const kept = again.workbook.settings.some(({ key }) => key === LOADING_KEY);
      if (kept) broken++;
      const { values: read } = await inspectWorkbook({ today: 45_170 });
      expect(read.sheets.map(({ name }) => name)).toEqual(["Contacts"]);
      const ids = read.sheets[0]!.rows.slice(1)
        .map(([, date]) => date)
        .filter((date) => date !== "");
      expect([6, 4]).toContain(ids.length);
      expect(new Set(ids.map((date) => typeof date)).size).toBe(1);
    }
    expect(broken).toBeGreaterThan(0);
    expect(excel.workbook.sheets.some(({ name }) => name === STAGING)).toBe(false);
  });
});

it("opens a workbook with a query as its file holds it", async () => {
  // Workbook.queries; in an older Excel the hidden name of a query's table tells it (above).
  needsExcelApi("1.14");
  const bytes = await makeWorkbook([{ name: "Contacts", rows: [HEADINGS, ["001", 45_108]] }]);
  const excel = await openWorkbook(bytes);
  excel.install();
  const text = (xml: string) => new TextEncoder().encode(xml);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  excel.workbook.source?.parts.set(
    "xl/connections.xml",
    text(`<connections xmlns="${main}"><connection id="1" name="Query - Contacts" type="5"/></connections>`),
  );
  excel.workbook.source?.parts.set(
    "xl/queryTables/queryTable1.xml",
    text(`<queryTable xmlns="${main}" name="ExternalData_1" connectionId="1"/>`),
  );
  const { notLoaded } = await reviewFiles([contactsCsv(contacts(2))]);
  expect(notLoaded[0]?.refusal.why).toBe("The sheet “Contacts” is filled by a query (“Contacts”).");
});
