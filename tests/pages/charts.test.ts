import fc from "fast-check";
import type { ChartSeries, ClinicReport } from "../../src/clinic/report";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport } from "../support/publishedReport";
import { planOf, sheetOf, tableOf } from "../support/reportOf";

const BASE = publishedReport();

function withSeries(
  values: readonly (number | null)[],
  target: number | null,
  kind: ChartSeries["kind"] = "percent",
) {
  const series = BASE.series.map((each) =>
    each.id === "cla-visits" ? { ...each, values, target, kind } : each,
  );
  return { ...BASE, series } satisfies ClinicReport;
}

function chartOf(report: ClinicReport) {
  return sheetOf(planOf(report), "Clinic CLA Visits").charts[0]!;
}

const months = (value: (i: number) => number | null) => BASE.months.map((_, i) => value(i));

test("an axis of percents runs 0 to 100 unless all lies above 50, the target too", () => {
  const axis = (values: readonly (number | null)[], target: number | null) => {
    const { minimum, maximum, numberFormat } = chartOf(withSeries(values, target)).axis;
    return [minimum, maximum, numberFormat];
  };
  expect(
    axis(
      months(() => 50.1),
      95,
    ),
  ).toEqual([0.5, 1, "0%"]);
  expect(
    axis(
      months((i) => (i === 3 ? null : 80)),
      null,
    ),
  ).toEqual([0.5, 1, "0%"]);
  expect(
    axis(
      months((i) => (i === 3 ? 50 : 80)),
      95,
    ),
  ).toEqual([0, 1, "0%"]);
  expect(
    axis(
      months(() => 80),
      50,
    ),
  ).toEqual([0, 1, "0%"]);
  expect(
    axis(
      months(() => null),
      null,
    ),
  ).toEqual([0, 1, "0%"]);
});

test("the last point's figure stands beside it; in a narrow chart where neither line runs through it", () => {
  expect(chartOf(BASE)).toMatchObject({
    label: { numberFormat: "0.0%", position: "right" },
    monthsALabel: 1,
  });
  const narrow = (last: number, before: number, target: number | null) => {
    const series = BASE.series.map((each) =>
      each.id === "cp-visits-10wd"
        ? { ...each, target, values: months((i) => (i === 12 ? last : i === 11 ? before : 70)) }
        : each,
    );
    const chart = sheetOf(planOf({ ...BASE, series }), "Clinic CP Visits").charts[2]!;
    expect(chart.monthsALabel).toBe(2);
    return chart.label.position;
  };
  expect(narrow(88, 90, 90)).toBe("below");
  expect(narrow(92, 95, 90)).toBe("above");
  expect(narrow(60, 70, 95)).toBe("below");
  expect(narrow(80, 70, 95)).toBe("above");
  expect(narrow(51, 70, null)).toBe("above");
});

test("counts have an axis of whole numbers from 0", () => {
  expect(sheetOf(planOf(BASE), "Clinic CIN").charts[0]!.axis).toEqual({
    minimum: 0,
    maximum: null,
    numberFormat: "#,##0",
    title: "Number",
    majorUnit: null,
  });
});

test("the last month with a figure is labelled; gaps stay blank", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 1000 }).map((n) => n / 10)), {
        minLength: 13,
        maxLength: 13,
      }),
      (values) => {
        const report = withSeries(values, null);
        const last = values.map((value) => value !== null).lastIndexOf(true);
        expect(chartOf(report).labelledPoint).toBe(last < 0 ? null : last);
        expect(tableOf(planOf(report), "Clinic_series_cla_visits").rows.map(([, figure]) => figure)).toEqual(
          values.map((value) => (value === null ? null : value / 100)),
        );
      },
    ),
    { numRuns: 30 },
  );
});

test("the target line follows its setting", () => {
  const plan = planOf(BASE);
  const edited = plan.names.map((name) =>
    name.name === "Clinic_target_cla_visits" ? { ...name, formula: "=80" } : name,
  );
  const removed = plan.names.map((name) =>
    name.name === "Clinic_target_cla_visits" ? { ...name, formula: '="-"' } : name,
  );
  const target = (names: typeof plan.names) => {
    const { row, column } = tableOf(plan, "Clinic_series_cla_visits");
    return calculatePlan({ ...plan, names }).at("Clinic CLA Visits", row + 1, column + 2);
  };
  expect([target(plan.names), target(edited), target(removed)]).toEqual([0.95, 0.8, { error: "#N/A" }]);
});

test("the published charts, in pack order, beside the figures that they draw", () => {
  const { sheets } = planOf(BASE);
  const charts = sheets.flatMap((sheet) => sheet.charts);
  expect(charts.map(({ title }) => title)).toEqual(BASE.series.map(({ title }) => title));
  for (const sheet of sheets) {
    for (const chart of sheet.charts) {
      expect(sheet.tables.map(({ name }) => name)).toContain(chart.table);
      expect(chart.right).toBeLessThanOrEqual(sheet.print.lastColumn);
      expect(chart.bottom).toBe(sheet.print.lastRow);
    }
    const spans = sheet.charts.map(({ left, right }) => widthOf(sheet.columnWidths, left, right));
    // Charts of a page share its width about evenly.
    if (spans.length > 1) expect(Math.max(...spans) / Math.min(...spans)).toBeLessThan(2);
  }
});

function widthOf(widths: Readonly<Record<number, number>>, left: number, right: number): number {
  return Array.from({ length: right - left + 1 }, (_, i) => widths[left + i] ?? 9).reduce(
    (sum, each) => sum + each,
    0,
  );
}
