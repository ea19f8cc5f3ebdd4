/** A council's own indicators give the built-in figures on made-up councils, team by team, whatever is in their lists. */
import fc from "fast-check";
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../../../src/clinic/report";
import { day } from "../../../support/madeList";
import { councils, workbookOf } from "../../../support/madeCouncil";
import { TWINS, withTwins } from "../../../support/ownTwins";

jest.setTimeout(300_000);

function tableOf({ tables }: ClinicReport, id: string) {
  const table = tables.find((each) => each.id === id);
  if (!table) return null;
  return [...table.rows, { team: "Total", ...table.total }].map(
    ({ team, denominator, numerator }) => `${team}: ${numerator} of ${denominator}`,
  );
}

test("fifty made-up councils: each twin is its built-in table", () => {
  let counted = 0;
  fc.assert(
    fc.property(councils(), (council) => {
      const report = calculateClinic(withTwins(workbookOf(council)), day(council.to) + 10);
      for (const [id] of TWINS) {
        const builtIn = tableOf(report, id);
        expect([id, tableOf(report, `my-${id}`)]).toEqual([id, builtIn]);
        counted += builtIn?.length ?? 0;
      }
      const last = (values: readonly (number | null)[] | undefined) => values?.at(-1) ?? null;
      const twin = report.demandMonthEnd.find((row) => row.id === ("my-long-plans" as string));
      expect(last(twin?.values)).toBe(last(report.series.find(({ id }) => id === "cp-18-months")?.values));
    }),
    { numRuns: 50, seed: 2023 },
  );
  expect(counted).toBeGreaterThan(1000);
});
