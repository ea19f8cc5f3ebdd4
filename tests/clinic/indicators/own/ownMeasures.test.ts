/** The council's own indicators: as rows of ClinicMeasures they give the figures of the built-in ones. */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../../../src/clinic/report";
import { LAST, measures, setupTable, TWINS, withTwins, type MeasureEntries } from "../../../support/ownTwins";
import { ANALYST_TABLES } from "../../../../src/clinic/settings/settingsTables";
import { readSample } from "../../../support/readSample";
import { planOf } from "../../../support/reportOf";

let report: ClinicReport;

beforeAll(async () => {
  report = calculateClinic(withTwins(await readSample()), 45_152);
});

test.each(TWINS.map(([id]) => id))("a row of ClinicMeasures gives the figures of %s, team by team", (id) => {
  const table = (of: string) => report.tables.find((each) => each.id === of);
  const twin = table(`my-${id}`);
  const plain = ({ rows, total }: NonNullable<typeof twin>) =>
    [...rows, { team: "Total", ...total }].map(({ team, denominator, numerator }) => [
      team,
      denominator,
      numerator,
    ]);
  expect(twin && plain(twin)).toEqual(plain(table(id)!));
  expect(twin!.total.denominator).toBeGreaterThan(0);
});

test("a count with “open longer than” gives the figure of cp-18-months", () => {
  const last = (values: readonly (number | null)[] | undefined) => values?.at(-1);
  const row = report.demandMonthEnd.find(({ id }) => id === "my-long-plans");
  expect(last(row?.values)).toBe(last(report.series.find(({ id }) => id === "cp-18-months")?.values));
});

test("own indicators appear on a page of their own with charts, in definitions and in history, without an issue", () => {
  const sheet = planOf(report).sheets.find(({ name }) => name === "Clinic My checks")!;
  expect(sheet.tables.map(({ name }) => name)).toContain("Clinic_my_cin_visits_6w");
  expect(sheet.charts).toHaveLength(TWINS.length);
  expect(report.definitions.find(({ id }) => id === "my-cp-core-groups")?.rule).toContain("10 working days");
  expect(report.history.some(({ indicator }) => indicator === "my-cp-repeat")).toBe(true);
  expect(report.issues.filter(({ sheet: name }) => name === "Clinic Setup")).toEqual([]);
});

test("an indicator switched off is left out everywhere, and others are still counted from it", async () => {
  const values = await readSample();
  const off = setupTable("ClinicTargets", [
    { ID: "cp", Show: "No" },
    { ID: "cin-supervision", Show: "No" },
  ]);
  const shown = calculateClinic({ ...values, settings: [...values.settings.filter(({ name }) => name !== "ClinicTargets"), off] }, 45_152); // prettier-ignore
  expect(shown.demandMonthEnd.map(({ id }) => id)).not.toContain("cp");
  expect(shown.tables.map(({ id }) => id)).not.toContain("cin-supervision");
  expect(shown.definitions.map(({ id }) => id)).not.toContain("cp");
  expect(shown.demandMonthEnd.find(({ id }) => id === "cp-rate")).toBeDefined();
});

describe("wrong rows", () => {
  const good: MeasureEntries = { ID: "good", Title: "Good", Measure: "share with", List: "CP Plans", Counted: "open at month end", With: "Number of Previous CP Plans >= 1" }; // prettier-ignore
  const wrong: readonly (readonly [string, MeasureEntries])[] = [
    ["ID", { ...good, ID: "" }],
    ["ID", { ...good, ID: "Not An ID" }],
    ["ID", { ...good, ID: "cp" }],
    ["ID", { ...good, ID: "caseloads-mine" }],
    ["Title", { ...good, ID: "x", Title: "" }],
    ["Measure", { ...good, ID: "x", Title: "X", Measure: "share" }],
    ["Measure", { ...good, ID: "x", Title: "X", Measure: "" }],
    ["List", { ...good, ID: "x", Title: "X", List: "" }],
    ["List", { ...good, ID: "x", Title: "X", List: "No such sheet", Start: "A", End: "B" }],
    ["Counted", { ...good, ID: "x", Title: "X", Counted: "sometimes" }],
    ["Each", { ...good, ID: "x", Title: "X", Each: "family" }],
    ["Chart", { ...good, ID: "x", Title: "X", Chart: "perhaps" }],
    ["With", { ...good, ID: "x", Title: "X", With: "" }],
    ["With", { ...good, ID: "x", Title: "X", With: "Number of Previous CP Plans" }],
    ["With", { ...good, ID: "x", Title: "X", With: "No such heading = 1" }],
    ["Only where", { ...good, ID: "x", Title: "X", "Only where": "Status" }],
    ["Only where", { ...good, ID: "x", Title: "X", "Only where": "Age >= 16" }],
    ["First due", { ...good, ID: "x", Title: "X", "First due": "soon" }],
    ["Page", { ...good, ID: "x", Title: "X", Page: "Summary" }],
    ["Page", { ...good, ID: "x", Title: "X", Page: "A/B" }],
    ["Page", { ...good, ID: "x", Title: "X", Page: "A page with far too many words" }],
    ["Date", { ...good, ID: "x", Title: "X", Measure: LAST }],
    ["Date", { ...good, ID: "x", Title: "X", Measure: LAST, Date: "No such heading" }],
    ["Due date", { ...good, ID: "x", Title: "X", Measure: "share not overdue" }],
    ["Start", { ...good, ID: "x", Title: "X", Start: "No such heading" }],
    ["Team", { ...good, ID: "x", Title: "X", Team: "No such heading" }],
    ["Counted by", { ...good, ID: "x", Title: "X", "Counted by": "due" }],
    ["Counted by", { ...good, ID: "x", Title: "X", Counted: "dated in month", "Counted by": "No such heading" }],
    ["ID", { ...good, ID: "x", Title: "X", Measure: LAST, Date: "Last CP Visit Date" }],
    ["ID", { ...good, Title: "X" }],
  ]; // prettier-ignore

  test.each(wrong)(
    "one wrong in %s has its issue there and no figure; the others go on: %j",
    async (column, row) => {
      const values = await readSample();
      const result = calculateClinic(
        { ...values, settings: [...values.settings, measures(good, row)] },
        45_152,
      );
      const at = ANALYST_TABLES.ClinicMeasures.indexOf(column as "ID");
      const cell = `${String.fromCharCode(65 + at)}5`;
      const own = result.issues.filter(({ sheet }) => sheet === "Clinic Setup");
      expect(own.map(({ cells }) => cells[0])).toEqual([cell]);
      expect(own[0]!.fix).not.toBe("");
      expect(result.tables.filter(({ id }) => id === "good")).toHaveLength(1);
      expect(result.tables.filter(({ title }) => title === "X")).toEqual([]);
    },
  );
});
