/** The thirteen months that a chart draws, with the target as its second line (SPEC §4 Charts). */
import { monthLabel } from "../../clinic/calendar/months";
import type { SeriesId } from "../../clinic/indicators/ids";
import type { ChartSeries, ClinicReport } from "../../clinic/report";
import type { CellContent } from "../plan";
import { tableName } from "../references";
import { targetName } from "../thresholdNames";
import { NONE } from "../wording";
import {
  ONE_DECIMAL_PERCENT,
  WHOLE,
  numberColumn,
  quietColumn,
  textColumn,
  titledTable,
} from "./tableColumn";

export function seriesTableName(id: SeriesId): string {
  return tableName(`series-${id}`);
}

/** The heading of the figures: the chart's legend shows it too. */
export function seriesHeading(id: SeriesId, { settings }: ClinicReport): string {
  return settings.catalogue.entry(id).nameInMessages;
}

export function seriesTable(id: SeriesId, report: ClinicReport, column: number) {
  const series = seriesOf(id, report);
  const format = series.kind === "percent" ? ONE_DECIMAL_PERCENT : WHOLE;
  const targetFormat = series.kind === "percent" ? ONE_DECIMAL_PERCENT : "#,##0.##";
  return titledTable({
    name: seriesTableName(id),
    // Its chart's own title is a sentence: too long to stand over three columns.
    title: seriesHeading(id, report),
    column,
    columns: [
      textColumn("Month", 8.5),
      numberColumn(seriesHeading(id, report), 11, format),
      quietColumn("Target", 8.5, targetFormat),
    ],
    rows: report.months.map((month, i) => [monthLabel(month), stored(series, i), targetCell(series)]),
    total: null,
    showFilter: false,
  });
}

/** The report's series; one that it lacks is thirteen gaps. */
export function seriesOf(id: SeriesId, report: ClinicReport): ChartSeries {
  const { chartTitle, wording, kind } = report.settings.catalogue.entry(id);
  return (
    report.series.find((series) => series.id === id) ?? {
      id,
      title: chartTitle ?? wording,
      kind,
      values: report.months.map(() => null),
      target: null,
    }
  );
}

/** A percent is stored as a ratio; a month without a figure is blank, so that the line has a gap. */
function stored({ kind, values }: ChartSeries, month: number): number | null {
  const value = values[month] ?? null;
  return value === null || kind !== "percent" ? value : value / 100;
}

/** Live, so that the line moves with the setting; #N/A, which no line draws, once the target is taken away. */
function targetCell({ id, kind, target }: ChartSeries): CellContent {
  if (target === null) return NONE;
  const name = targetName(id);
  const ratio = kind === "percent" ? "/100" : "";
  return {
    formula: `=IF(ISNUMBER(${name}),${name}${ratio},NA())`,
    expected: kind === "percent" ? target / 100 : target,
  };
}
