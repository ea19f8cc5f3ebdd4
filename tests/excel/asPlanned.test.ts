/**
 * What Excel does to values that a writer puts down without care: a table takes in what stands directly below or beside
 * it, and a text is read as a number, a US date or a formula where it looks like one. A whole build with teams of such
 * names comes out as it was planned, cell by cell and table by table; a careless writer does not.
 */
import type { SimulatedExcel } from "../../simulator";
import type { CellContent, SheetPlan, WorkbookPlan } from "../../src/pages/plan";
import { buildClinic } from "../../src/excel/buildClinic";
import { readWorkbook } from "../../src/excel/read/readWorkbook";
import { settingsRows } from "../../src/clinic/settings/settingsRows";
import { foundByBuild } from "../../src/pages/foundByBuild";
import { planWorkbook } from "../../src/pages/planWorkbook";
import { sampleInExcel } from "./sampleInExcel";

const TODAY = 45_152;
const BUILT = { today: TODAY, now: TODAY + 0.5 };

/** Full and short names of the sample's teams, and what they are called here. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ["Brief Intervention Team Central 1", "01/02/2023"],
  ["BIT Central 1", "01/02"],
  ["Brief Intervention Team East 1", "=SUM"],
  ["BIT East 1", "1-2"],
  ["SWF Central 1", "MAR1"],
  ["SWF Central 2", "1e5"],
  ["SWF East 1", "+44"],
  ["SWF East 2", "@here"],
  ["SWF West 1", "TRUE"],
]);
const ODD = [...CALLED.values()];
const SHORT = ["01/02", "1-2"];

/** The sample with those names, as if they had come in with the extracts. */
async function sampleOfOddNames(): Promise<SimulatedExcel> {
  const excel = await sampleInExcel();
  let renamed = 0;
  for (const { rows } of excel.workbook.sheets) {
    for (const { cells } of rows.values()) {
      for (const cell of cells) {
        const name = typeof cell?.value === "string" ? CALLED.get(cell.value) : undefined;
        if (!cell || name === undefined) continue;
        cell.value = name;
        renamed++;
      }
    }
  }
  expect(renamed).toBeGreaterThan(100);
  return excel;
}

interface Built {
  readonly excel: SimulatedExcel;
  readonly plan: WorkbookPlan;
  /** Body rows of the settings tables that stood before. */
  readonly standing: ReadonlyMap<string, number>;
}

async function built(): Promise<Built> {
  const excel = await sampleOfOddNames();
  const values = await readWorkbook();
  const standing = new Map(values.settings.map(({ name, rows }) => [name, rows.length]));
  const outcome = await buildClinic(BUILT);
  if (outcome.state !== "complete") throw new Error(`The build ended as ${outcome.state}.`);
  const settings = settingsRows(values.settings, foundByBuild(outcome.report));
  return { excel, plan: planWorkbook(outcome.report, { at: BUILT.now, settings }), standing };
}

function tableIn({ workbook }: SimulatedExcel, name: string) {
  const found = workbook.sheets.flatMap(({ tables }) => tables).find((table) => table.name === name);
  if (!found) throw new Error(`There is no table ${name}.`);
  return found;
}

/** Tables that are not of the rows and columns that were planned. */
function tablesNotAsPlanned({ excel, plan, standing }: Built): string[] {
  return plan.sheets.flatMap(({ tables }) =>
    tables.flatMap(({ name, headings, rows, total }) => {
      const { area } = tableIn(excel, name);
      const body = Math.max(1, (standing.get(name) ?? 0) + rows.length);
      const planned = { rows: 1 + body + (total ? 1 : 0), columns: headings.length };
      const is = { rows: area.rows, columns: area.columns };
      return JSON.stringify(is) === JSON.stringify(planned) ? [] : [name];
    }),
  );
}

interface PlannedText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Every text of the plan, in blocks, headings, bodies and totals, and what formulas shall come to. */
function plannedTexts({ plan, excel, standing }: Built): PlannedText[] {
  const textIn = (cell: CellContent): string | null => {
    if (typeof cell === "string") return cell;
    const expected = typeof cell === "object" ? cell?.expected : undefined;
    return typeof expected === "string" ? expected : null;
  };
  const textsOf = ({ name: sheet, blocks, tables }: SheetPlan): PlannedText[] => {
    const grids = [
      ...blocks.map(({ row, column, cells }) => ({ row, column, cells })),
      ...tables.flatMap(({ name, headings, rows, total }) => {
        const { row, column } = tableIn(excel, name).area;
        const first = row + 1 + (standing.get(name) ?? 0);
        return [
          { row, column, cells: [headings] },
          { row: first, column, cells: rows },
          { row: first + rows.length, column, cells: total ? [total] : [] },
        ];
      }),
    ];
    return grids.flatMap(({ row, column, cells }) =>
      cells.flatMap((line, r) =>
        line.flatMap((cell, c) => {
          const text = textIn(cell);
          return text === null || text === "" ? [] : [{ sheet, row: row + r, column: column + c, text }];
        }),
      ),
    );
  };
  return plan.sheets.flatMap(textsOf);
}

function valueAt({ workbook }: SimulatedExcel, { sheet, row, column }: PlannedText): unknown {
  return workbook.sheets.find(({ name }) => name === sheet)?.rows.get(row)?.cells[column]?.value ?? null;
}

const textsNotAsPlanned = (one: Built): unknown[] =>
  plannedTexts(one)
    .filter((planned) => valueAt(one.excel, planned) !== planned.text)
    .map((planned) => ({ ...planned, is: valueAt(one.excel, planned) }));

let pack: Built;
beforeAll(async () => {
  pack = await built();
});

describe("a whole build with teams called 01/02, 1-2, =SUM and MAR1", () => {
  it("brings each name to every page as the text that it is", () => {
    const texts = plannedTexts(pack);
    const pages = ODD.map((name) => ({
      name,
      pages: new Set(texts.filter(({ text }) => text === name).map(({ sheet }) => sheet)).size,
    }));
    // The short names stand on one page, Caseloads.
    expect(pages.filter((each) => each.pages < (SHORT.includes(each.name) ? 1 : 4))).toEqual([]);
    expect(textsNotAsPlanned(pack)).toEqual([]);
  });

  it("leaves every table of the pack as large as planned, and so does a second build", async () => {
    expect(pack.plan.sheets.flatMap(({ tables }) => tables).length).toBeGreaterThan(30);
    expect(tablesNotAsPlanned(pack)).toEqual([]);
    const sizes = () =>
      pack.excel.workbook.sheets.flatMap(({ tables }) => tables.map(({ name, area }) => ({ name, area })));
    const before = sizes();
    await buildClinic(BUILT);
    expect(sizes()).toEqual(before);
    expect(textsNotAsPlanned(pack)).toEqual([]);
  });
});

/** What the tests above would find, in the same workbook: these two spoil it. */
describe("a writer without care", () => {
  const write = (sheet: string, row: number, column: number, text: string): Promise<void> =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
      cell.numberFormat = [["General"]];
      cell.values = [[text]];
      await context.sync();
    });

  it.each(["01/02/2023", "1-2", "=SUM", "MAR1"])("turns %s into something else", async (name) => {
    const place = plannedTexts(pack).find(({ text }) => text === name)!;
    const refused = await write(place.sheet, place.row, place.column, name).catch(() => "refused");
    if (refused)
      expect(name).toBe("=SUM"); // not even a formula
    else expect(textsNotAsPlanned(pack)).toContainEqual({ ...place, is: expect.anything() });
  });

  it("makes one table grow with a note beside it, and another with a note below", async () => {
    const placed = pack.plan.sheets.flatMap(({ name: sheet, tables }) =>
      tables.map((table) => ({ sheet, table, area: tableIn(pack.excel, table.name).area })),
    );
    const isBlank = (sheet: string, row: number, column: number): boolean =>
      valueAt(pack.excel, { sheet, row, column, text: "" }) === null;
    const beside = placed.find(({ sheet, area }) =>
      isBlank(sheet, area.row + 1, area.column + area.columns),
    )!;
    const below = placed.find(
      ({ sheet, table, area }) =>
        table.total === null && sheet !== beside.sheet && isBlank(sheet, area.row + area.rows, area.column),
    )!;
    await write(beside.sheet, beside.area.row + 1, beside.area.column + beside.area.columns, "Source: CIN");
    await write(below.sheet, below.area.row + below.area.rows, below.area.column, "Source: CP");
    expect(tablesNotAsPlanned(pack).sort()).toEqual([beside.table.name, below.table.name].sort());
  });
});
