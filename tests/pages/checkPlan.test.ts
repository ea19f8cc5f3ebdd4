import { checkPlan, contrast } from "../../src/pages/checkPlan";
import type { SheetPlan, TablePlan, WorkbookPlan } from "../../src/pages/plan";
import { publishedReport } from "../support/publishedReport";
import { planOf } from "../support/reportOf";

const SOUND = planOf(publishedReport());

function withSheet(change: (sheet: SheetPlan) => SheetPlan): WorkbookPlan {
  return { ...SOUND, sheets: SOUND.sheets.map((sheet) => (sheet.page === "cin" ? change(sheet) : sheet)) };
}

function withTable(change: (table: TablePlan) => TablePlan): WorkbookPlan {
  return withSheet((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table, i) => (i === 0 ? change(table) : table)),
  }));
}

const BREACHES: readonly (readonly [string, WorkbookPlan, RegExp])[] = [
  ["two sheets of one name", withSheet((s) => ({ ...s, name: "CLINIC DEMAND" })), /Two sheets are called/],
  ["a sheet's name too long", withSheet((s) => ({ ...s, name: "x".repeat(32) })), /no sheet called/],
  ["a sheet called History", withSheet((s) => ({ ...s, name: "History" })), /no sheet called/],
  ["one key twice", withSheet((s) => ({ ...s, page: "demand" })), /page key/],
  [
    "no title",
    withSheet((s) => ({ ...s, blocks: s.blocks.filter(({ row }) => row !== 0) })),
    /A1 holds no title/,
  ],
  [
    "no table title",
    withSheet((s) => ({ ...s, blocks: s.blocks.filter(({ row }) => row !== 4) })),
    /has no title above/,
  ],
  ["a heading twice", withTable((t) => ({ ...t, headings: ["A", "a", "B", "C", "D"] })), /heading “a” twice/],
  ["a blank heading", withTable((t) => ({ ...t, headings: ["A", " ", "B", "C", "D"] })), /blank heading/],
  ["a blank row", withTable((t) => ({ ...t, rows: [[null, "", null, null, null]] })), /blank row/],
  ["no row", withTable((t) => ({ ...t, rows: [] })), /has no row/],
  [
    "a column of different formulas",
    withTable((t) => ({ ...t, rows: t.rows.map((row, i) => [...row.slice(0, 4), { formula: `=${i}` }]) })),
    /not one formula in every row of “RAG”/,
  ],
  [
    "a column of formulas and values",
    withTable((t) => ({ ...t, rows: t.rows.map((row, i) => (i === 0 ? [...row.slice(0, 4), "[x]"] : row)) })),
    /not one formula in every row of “RAG”/,
  ],
  ["ragged rows", withTable((t) => ({ ...t, rows: [["A"]] })), /different lengths/],
  ["tables that overlap", withTable((t) => ({ ...t, column: 4 })), /overlap/],
  ["a table above another", withTable((t) => ({ ...t, row: 60, column: 6 })), /is above/],
  [
    "a text in a table",
    withSheet((s) => ({ ...s, blocks: [...s.blocks, { row: 7, column: 1, cells: [["x"]] }] })),
    /is inside a table/,
  ],
  ["a table's name that Excel refuses", withTable((t) => ({ ...t, name: "Clinic cin" })), /no table or name/],
  [
    "a name like an address",
    { ...SOUND, names: [...SOUND.names, { name: "CIN20", formula: "=1", comment: "" }] },
    /no table or name/,
  ],
  [
    "a name like a table's",
    { ...SOUND, names: [...SOUND.names, { name: "clinic_cin_visits_6W", formula: "=1", comment: "" }] },
    /Two tables or names/,
  ],
  [
    "a name without a formula",
    { ...SOUND, names: [...SOUND.names, { name: "Clinic_x", formula: "1", comment: "" }] },
    /no formula/,
  ],
  [
    "a formula of the add-in",
    withTable((t) => ({ ...t, total: ["Total", { formula: "=CLINIC.PCT(1,2)" }, 1, 1, 1] })),
    /needs the add-in/,
  ],
  [
    "a formula that reads what is not there",
    withTable((t) => ({ ...t, total: ["Total", { formula: "=SUM(Clinic_nothing[x])" }, 1, 1, 1] })),
    /not planned/,
  ],
  [
    "a formula with too long a text",
    withTable((t) => ({ ...t, total: ["Total", { formula: `="${"x".repeat(256)}"` }, 1, 1, 1] })),
    /longer than Excel/,
  ],
  [
    "a chart over a table",
    withSheet((s) => ({ ...s, charts: s.charts.map((c) => ({ ...c, top: 8 })) })),
    /covers Clinic_cin_visits_6w/,
  ],
  [
    "charts on each other",
    withSheet((s) => ({ ...s, charts: s.charts.map((c) => ({ ...c, left: 0 })) })),
    /covers Clinic_chart_/,
  ],
  [
    "a chart without a title",
    withSheet((s) => ({ ...s, charts: s.charts.map((c) => ({ ...c, title: " " })) })),
    /has no title/,
  ],
  [
    "a chart of another page's table",
    withSheet((s) => ({ ...s, charts: s.charts.map((c) => ({ ...c, table: "Clinic_history" })) })),
    /not on its page/,
  ],
];

test.each(BREACHES)("finds %s", (_, plan, breach) => {
  expect(checkPlan(plan).join("\n")).toMatch(breach);
});

test("contrast is WCAG's", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
  expect(contrast("#FFE8B3", "#5C3D00")).toBeGreaterThan(4.5);
});
