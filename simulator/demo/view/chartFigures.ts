/** The figures that a chart draws, read from the cells that its series point at. */
import { formatCellValue } from "@cj-tech-master/excelts";
import type { ChartModel } from "../../model/chart";
import { unquoteSheetName } from "../../model/address";
import { cellAt, type Cell, type Sheet } from "../../model/sheet";
import { sheetNamed, type Workbook } from "../../model/workbook";
import { asReference } from "../../formulas/references";
import { shownText } from "../../objects/shownText";
import type { ChartFigures } from "./chartSvg";

export function chartFigures(workbook: Workbook, sheet: Sheet, chart: ChartModel): ChartFigures {
  const format = chart.valueAxis.numberFormat ?? "General";
  const categories = chart.series[0]?.categories ?? null;
  return {
    categories:
      categories === null ? [] : cellsOf(workbook, sheet, categories).map((cell) => textOf(workbook, cell)),
    values: chart.series.map(({ values }) =>
      values === null ? [] : cellsOf(workbook, sheet, values).map((cell) => numberOf(cell)),
    ),
    names: chart.series.map(({ nameText, nameFormula }) =>
      nameFormula === null
        ? (nameText ?? "")
        : cellsOf(workbook, sheet, nameFormula)
            .map((cell) => textOf(workbook, cell))
            .join(" "),
    ),
    axisText: (value) =>
      format === "General" ? String(Math.round(value * 10) / 10) : formatCellValue(value, format),
  };
}

/** The cells of a reference, left to right and down; blank ones as undefined. */
function cellsOf(workbook: Workbook, home: Sheet, formula: string): readonly (Cell | undefined)[] {
  const reference = asReference(formula);
  if (!reference) return [];
  const sheet = reference.sheet === null ? home : sheetNamed(workbook, unquoteSheetName(reference.sheet));
  if (!sheet) return [];
  const { row, column, rows, columns } = reference.area;
  return Array.from({ length: rows * columns }, (_, index) =>
    cellAt(sheet, row + Math.floor(index / columns), column + (index % columns)),
  );
}

const numberOf = (cell: Cell | undefined): number | null =>
  typeof cell?.value === "number" ? cell.value : null;
const textOf = (workbook: Workbook, cell: Cell | undefined): string =>
  cell ? shownText(workbook, cell) : "";
