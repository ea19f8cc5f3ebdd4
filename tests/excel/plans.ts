/** Small plans for the tests of the writer. */
import type { SheetPlan, TablePlan, WorkbookPlan } from "../../src/pages/plan";

export function tablePlan(
  name: string,
  column: number,
  rows: TablePlan["rows"],
  more: Partial<TablePlan> = {},
): TablePlan {
  return {
    name,
    row: 5,
    column,
    headings: ["Team", "Denominator", "Numerator"],
    columns: [
      { style: "text", numberFormat: "@" },
      { style: "number", numberFormat: "#,##0" },
      { style: "number", numberFormat: "#,##0" },
    ],
    rows,
    total: ["Total", { formula: `=SUM(${name}[Denominator])` }, { formula: `=SUM(${name}[Numerator])` }],
    showFilter: false,
    keepExistingRows: false,
    ...more,
  };
}

export function sheetPlan(
  page: string,
  name: string,
  tables: readonly TablePlan[],
  more: Partial<SheetPlan> = {},
): SheetPlan {
  return {
    page,
    name,
    tabColour: "#12436D",
    blocks: [
      { row: 0, column: 0, cells: [[`${name} title`], ["July 2023"]] },
      ...tables.map((table) => ({
        row: table.row - 1,
        column: table.column,
        cells: [[`${table.name} title`]],
      })),
    ],
    styles: [{ row: 0, column: 0, rows: 1, columns: 1, style: "page-title" }],
    tables,
    rules: [],
    links: [],
    charts: [],
    columnWidths: { 0: 30 },
    frozenRows: 0,
    print: {
      orientation: "landscape",
      lastRow: 30,
      lastColumn: 12,
      titleRows: null,
      footer: "Assurance Clinic",
    },
    ...more,
  };
}

export function workbookPlan(sheets: readonly SheetPlan[], names: WorkbookPlan["names"] = []): WorkbookPlan {
  return { title: "Assurance Clinic – July 2023", sheets, names };
}
