/** How Excel cuts a block of cells into a chart's series when it is given the block alone. */
import { type Area, formatAbsoluteArea, quoteSheetName } from "./address";
import type { ChartModel } from "./chart";
import { newSeries } from "./chart";
import { cellAt, type Sheet } from "./sheet";
import { newId, type Workbook } from "./workbook";

/** Series of columns (or rows): a heading that is text names it; a first column of text or dates is the categories. */
export function setSource(
  workbook: Workbook,
  chart: ChartModel,
  sheet: Sheet,
  area: Area,
  seriesBy: "Auto" | "Columns" | "Rows",
): void {
  const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && area.rows >= area.columns);
  const across = byColumns ? area.columns : area.rows;
  const along = byColumns ? area.rows : area.columns;
  const cell = (index: number, at: number): Area =>
    byColumns
      ? { row: area.row + at, column: area.column + index, rows: 1, columns: 1 }
      : { row: area.row + index, column: area.column + at, rows: 1, columns: 1 };
  const span = (index: number, from: number): Area =>
    byColumns
      ? { row: area.row + from, column: area.column + index, rows: along - from, columns: 1 }
      : { row: area.row + index, column: area.column + from, rows: 1, columns: along - from };
  const spell = (cells: Area): string => `${quoteSheetName(sheet.name)}!${formatAbsoluteArea(cells)}`;
  const isLabel = (index: number, at: number): boolean => {
    const { row, column } = cell(index, at);
    const found = cellAt(sheet, row, column);
    if (!found || found.value === null) return true;
    return typeof found.value === "string" || isDate(workbook, found.look);
  };
  const hasNames =
    along > 1 &&
    Array.from({ length: across }, (_, index) => isLabel(index, 0))
      .slice(across > 1 ? 1 : 0)
      .every(Boolean);
  const start = hasNames ? 1 : 0;
  const labels = Array.from({ length: Math.max(0, along - start) }, (_, at) => isLabel(0, at + start));
  const hasCategories = across > 1 && labels.length > 0 && labels.every(Boolean);
  const first = hasCategories ? 1 : 0;
  const before = chart.series;
  // A column in which nothing stands is no series: how many there will be, only the cells say.
  const filled = Array.from({ length: across - first }, (_, index) => index + first).filter((index) =>
    Array.from({ length: along - start }, (_, at) => cell(index, at + start)).some(
      ({ row, column }) => (cellAt(sheet, row, column)?.value ?? null) !== null,
    ),
  );
  chart.series = filled.map((at, index) => {
    const series = before[index] ?? newSeries(newId(workbook));
    series.nameFormula = hasNames ? spell(cell(at, 0)) : null;
    if (!hasNames) series.nameText = null;
    series.values = spell(span(at, start));
    series.categories = hasCategories ? spell(span(0, start)) : null;
    return series;
  });
}

function isDate(workbook: Workbook, look: number): boolean {
  const format = workbook.looks.look(look).numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return format !== "General" && /[dmy]/i.test(format);
}
