/** Makes a plan fit the workbook it is written to: sheets that the user renamed, days that count from 1904. Pure. */
import { DAYS_1904 } from "../../clinic/calendar/serials";
import { SHEETS_BEGIN, shortSheetName } from "../../pages/pageNames";
import type { CellContent, SheetPlan, WorkbookPlan } from "../../pages/plan";

/** `real`: the sheet's present name by the name that the plan gives it. Links and formulas follow. */
export function useRealSheetNames(plan: WorkbookPlan, real: ReadonlyMap<string, string>): WorkbookPlan {
  const renamed = [...real].filter(([planned, name]) => planned !== name);
  if (renamed.length === 0) return plan;
  const formulaWith = (formula: string) =>
    renamed.reduce(
      (text, [planned, name]) => text.replaceAll(`${inQuotes(planned)}!`, `${inQuotes(name)}!`),
      formula,
    );
  const cellWith = (cell: CellContent): CellContent =>
    typeof cell === "object" && cell !== null ? { ...cell, formula: formulaWith(cell.formula) } : cell;
  const nameOf = (planned: string) => real.get(planned) ?? planned;
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...withNamesOfSheets(mapCells(sheet, cellWith), nameOf),
      name: nameOf(sheet.name),
      rules: sheet.rules.map((rule) => ({ ...rule, formula: formulaWith(rule.formula) })),
      links: sheet.links.map((link) => ({ ...link, sheet: nameOf(link.sheet) })),
    })),
    names: plan.names.map((name) => ({ ...name, formula: formulaWith(name.formula) })),
  };
}

/** Cells that name our sheets, for links to be made of, and links that show such a name. */
function withNamesOfSheets(sheet: SheetPlan, nameOf: (planned: string) => string): SheetPlan {
  const named = (cell: CellContent): CellContent => {
    if (typeof cell === "string") return nameOf(cell);
    if (typeof cell !== "object" || typeof cell?.expected !== "string") return cell;
    return { ...cell, expected: shortSheetName(nameOf(`${SHEETS_BEGIN}${cell.expected}`)) };
  };
  return {
    ...sheet,
    tables: sheet.tables.map((table) => {
      const names = table.columns.map((column) => column.namesOurSheets === true);
      if (!names.includes(true)) return table;
      return {
        ...table,
        rows: table.rows.map((row) => row.map((cell, i) => (names[i] ? named(cell) : cell))),
      };
    }),
  };
}

/** A workbook that counts from 1904 shows serials 1,462 days later than they are meant: dates are written lower by that. */
export function useDates1904(plan: WorkbookPlan): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map(withDates1904) };
}

function withDates1904(sheet: SheetPlan): SheetPlan {
  const lower = (cell: CellContent): CellContent =>
    typeof cell === "number" && cell > DAYS_1904 ? cell - DAYS_1904 : cell;
  const dates = sheet.styles.filter((style) => isDateFormat(style.numberFormat));
  const isDate = (row: number, column: number) =>
    dates.some(
      (d) => row >= d.row && row < d.row + d.rows && column >= d.column && column < d.column + d.columns,
    );
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((row, i) =>
        row.map((cell, j) => (isDate(block.row + i, block.column + j) ? lower(cell) : cell)),
      ),
    })),
    tables: sheet.tables.map((table) => {
      const isDateColumn = table.columns.map((column) => isDateFormat(column.numberFormat));
      return isDateColumn.includes(true)
        ? {
            ...table,
            rows: table.rows.map((row) => row.map((cell, i) => (isDateColumn[i] ? lower(cell) : cell))),
          }
        : table;
    }),
  };
}

/** Texts in quotes, colours and locales in brackets aside, a d, m or y makes a date format. */
export function isDateFormat(format: string | undefined): boolean {
  return (
    format !== undefined &&
    format !== "General" &&
    /[dmy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""))
  );
}

function mapCells(sheet: SheetPlan, change: (cell: CellContent) => CellContent): SheetPlan {
  const all = (cells: readonly (readonly CellContent[])[]) => cells.map((row) => row.map(change));
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({ ...block, cells: all(block.cells) })),
    tables: sheet.tables.map((table) => ({
      ...table,
      rows: all(table.rows),
      total: table.total?.map(change) ?? null,
    })),
  };
}

function inQuotes(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
