/** A second council, made up afresh in each run, counted by the add-in and by hand. */
import fc from "fast-check";
import { calculateClinic } from "../../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../../src/clinic/report";
import { countByHand } from "../../support/byHand";
import { councils, workbookOf } from "../../support/madeCouncil";
import { day } from "../../support/madeList";

it("counts every figure as by hand", () => {
  fc.assert(
    fc.property(councils(), (council) => {
      const report = calculateClinic(workbookOf(council), day(council.to) + 20);
      expect(countsIn(report)).toEqual(countByHand(council));
      for (const { headlineCount, tableTotal, parts } of report.reconciliations) {
        expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(headlineCount - tableTotal);
      }
    }),
    { numRuns: 150 },
  );
});

function countsIn(report: ClinicReport): ReturnType<typeof countByHand> {
  const latest = (row: { values: readonly (number | null)[] }) => row.values.at(-1) ?? null;
  const near = (value: number | null): number =>
    value === null ? NaN : (expect.closeTo(value, 9) as number);
  const demand = [...report.demandMonth, ...report.demandMonthEnd].map((row) => [row.id, near(latest(row))]);
  const tables = report.tables.map(({ id, rows, total }) => [
    id,
    {
      rows: rows.map((row) => `${row.team}|${row.denominator}|${row.numerator}`),
      total: [total.denominator, total.numerator],
      outOfTime: report.outOfTime.filter(({ indicator }) => indicator === id).length,
    },
  ]);
  const caseloads = report.caseloads.map(({ id, rows }) => [
    id,
    rows.map(({ allocations, status: of, team: name }) => `${allocations}|${of}|${name.toLowerCase()}`),
  ]);
  const charts = report.series
    .filter(({ id }) => id === "cp-18-months" || id === "s47-to-icpc")
    .map((series) => [series.id, latest(series) === null ? null : near(latest(series))]);
  return {
    demand: Object.fromEntries(demand),
    tables: Object.fromEntries(tables),
    caseloads: Object.fromEntries(caseloads),
    charts: Object.fromEntries(charts),
  };
}
