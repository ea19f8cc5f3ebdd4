import { fillPaper, heightBetween, widthBetween } from "../../../src/pages/layout/paper";
import type { SheetPlan } from "../../../src/pages/plan";
import { publishedReport } from "../../support/publishedReport";
import { planOf, sheetOf } from "../../support/reportOf";

const PLAN = planOf(publishedReport());
const ONE_PAGE = PLAN.sheets.filter(({ print }) => print.pagesTall === 1);

/** Points of an A4 landscape sheet within the margins. */
const PAPER = { width: 770, height: 511 };

function size(sheet: SheetPlan) {
  return {
    width: widthBetween(sheet, 0, sheet.print.lastColumn),
    height: heightBetween(sheet, 0, sheet.print.lastRow),
  };
}

test("the report pages are printed on one sheet of paper each, the lists on as many as they take", () => {
  expect(ONE_PAGE.map(({ page }) => page)).toEqual([
    "summary",
    "demand",
    "caseloads",
    "teams",
    "assessments",
    "cin",
    "icpc",
    "cp-visits",
    "cp-core-groups",
    "cla-visits",
    "cla-supervision",
  ]);
  for (const page of ["out-of-time", "data-issues", "definitions", "history"]) {
    const sheet = PLAN.sheets.find((each) => each.page === page)!;
    expect(sheet.print.titleRows).toEqual([5, 5]);
    expect(sheet.frozenRows).toBe(6);
  }
});

test.each(ONE_PAGE.map((sheet) => [sheet.name, sheet] as const))(
  "%s fills its sheet of paper and can be read on it",
  (_, sheet) => {
    const { width, height } = size(sheet);
    const scale = Math.min(PAPER.width / width, PAPER.height / height);
    expect(scale).toBeGreaterThan(0.52);
    expect((width * scale) / PAPER.width).toBeGreaterThan(0.9);
    expect((height * scale) / PAPER.height).toBeGreaterThan(0.75);
  },
);

test.each(["Clinic Out of Time", "Clinic Data Issues", "Clinic Definitions"])(
  "%s prints each of its tables by itself, so that each can be read",
  (name) => {
    const { tables, print } = sheetOf(PLAN, name);
    expect(tables.length).toBeGreaterThan(1);
    expect(print.areas).toHaveLength(tables.length);
    print.areas!.forEach((area, i) => {
      const { row, column, headings, rows, total } = tables[i]!;
      const first = i === 0 ? 0 : row - 1;
      const last = row + rows.length + (total ? 1 : 0);
      expect(area).toEqual({ row: first, column, rows: last - first + 1, columns: headings.length });
      const width = widthBetween(sheetOf(PLAN, name), area.column, area.column + area.columns - 1);
      expect(PAPER.width / width).toBeGreaterThan(0.4);
    });
  },
);

test("the summary is printed at two thirds of its size at the least", () => {
  expect(PAPER.width / size(sheetOf(PLAN, "Clinic Summary")).width).toBeGreaterThan(0.66);
});

test("rows grow until the page is as high as the paper allows, never beyond what is asked", () => {
  const sheet = { ...sheetOf(PLAN, "Clinic Demand"), rowHeight: 15 };
  const filled = fillPaper(sheet, 60);
  const { width, height } = size(filled);
  expect(width / height).toBeGreaterThan(1.38);
  expect(width / height).toBeLessThan(1.45);
  expect(fillPaper(sheet, 20).rowHeight).toBeLessThanOrEqual(20);
  expect(fillPaper(sheet, 10).rowHeight).toBe(15);
});

test("a wrapped row is never lower than the others", () => {
  const summary = sheetOf(PLAN, "Clinic Summary");
  const [headlines] = summary.tables;
  const heights = headlines!.rows.map(
    (_, i) => summary.rowHeights?.[headlines!.row + 1 + i] ?? summary.rowHeight!,
  );
  expect(Math.min(...heights)).toBe(summary.rowHeight);
});

test("a page of very many teams goes on as many sheets as it takes, its headings on each", () => {
  const report = publishedReport();
  const tables = report.tables.map((table) => ({
    ...table,
    rows: Array.from({ length: 90 }, (_, i) => ({ ...table.rows[0]!, team: `Team ${i}` })),
  }));
  const plan = planOf({ ...report, tables });
  expect(sheetOf(plan, "Clinic CIN").print).toMatchObject({ titleRows: [5, 5] });
  expect(sheetOf(plan, "Clinic CIN").print).not.toHaveProperty("pagesTall");
  expect(sheetOf(plan, "Clinic Demand").print).toMatchObject({ pagesTall: 1, titleRows: null });
});
