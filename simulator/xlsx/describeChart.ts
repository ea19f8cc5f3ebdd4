/** A chart on a sheet → its description for a file: its references with what stands in their cells. */
import type {
  ChartCells,
  ChartDescription,
  SeriesDescription,
} from "../../src/files/openxml/chartDescription";
import { asReference } from "../formulas/references";
import { type Area, lastColumn, lastRow } from "../model/address";
import type { ChartModel, ChartSeriesModel } from "../model/chart";
import { cellAt, isError, lookAt, type Scalar, type Sheet } from "../model/sheet";
import { sheetNamed, type Workbook } from "../model/workbook";

export function describeChart(workbook: Workbook, sheet: Sheet, chart: ChartModel): ChartDescription {
  return {
    ...chart,
    series: chart.series.map((series) => describeSeries(workbook, sheet, series)),
    date1904: workbook.date1904,
    embeddedWorkbook: null,
  };
}

function describeSeries(workbook: Workbook, sheet: Sheet, series: ChartSeriesModel): SeriesDescription {
  const { nameFormula, nameText, values, categories } = series;
  return {
    ...series,
    name: nameFormula === null ? nameText : words(nameFormula, cells(workbook, sheet, nameFormula)),
    values: values === null ? null : numbers(values, cells(workbook, sheet, values)),
    categories: categories === null ? null : wordsOrNumbers(categories, cells(workbook, sheet, categories)),
  };
}

interface ShownCell {
  readonly value: Scalar;
  readonly format: string;
}

/** The cells of a reference, in order; none where it cannot be followed. */
function cells(workbook: Workbook, home: Sheet, formula: string): readonly ShownCell[] {
  const found = asReference(formula);
  const sheet = found && (found.sheet === null ? home : sheetNamed(workbook, found.sheet));
  if (!found || !sheet) return [];
  const { area } = found;
  if (area.rows * area.columns > 10_000) return [];
  return eachPlace(area).map(({ row, column }) => ({
    value: cellAt(sheet, row, column)?.value ?? null,
    format: workbook.looks.look(lookAt(sheet, row, column)).numberFormat,
  }));
}

function eachPlace(area: Area): readonly { readonly row: number; readonly column: number }[] {
  const places: { row: number; column: number }[] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    for (let column = area.column; column <= lastColumn(area); column++) places.push({ row, column });
  }
  return places;
}

function wordsOrNumbers(formula: string, shown: readonly ShownCell[]): ChartCells {
  const numeric = shown.every(({ value }) => value === null || typeof value === "number");
  return numeric ? numbers(formula, shown) : words(formula, shown);
}

function words(formula: string, shown: readonly ShownCell[]): ChartCells {
  const values = shown.map(({ value }) =>
    value === null ? null : isError(value) ? value.error : String(value),
  );
  return { kind: "words", formula, values };
}

function numbers(formula: string, shown: readonly ShownCell[]): ChartCells {
  const values = shown.map(({ value }) => (typeof value === "number" ? value : null));
  return { kind: "numbers", formula, numberFormat: shown[0]?.format ?? "General", values };
}
