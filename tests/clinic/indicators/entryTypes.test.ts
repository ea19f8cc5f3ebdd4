/** What the compiler refuses in an indicator's entry: `tsc` fails when one of these would compile. */
import type { Cohort, CohortAndTest, Measure } from "../../../src/clinic/indicators/entry";
import { openCpPlans } from "../../../src/clinic/indicators/cohorts";
import { lastWithin } from "../../../src/clinic/indicators/inTime";
import type { DemandMonthEndId, IndicatorId, SeriesId } from "../../../src/clinic/indicators/ids";

it("takes a date that its list has", () => {
  const contacts: Measure = { counts: "rows in the month", list: "contacts", date: "date" };
  // @ts-expect-error "visit dat" is no column of Contacts.
  const misspelt: Measure = { counts: "rows in the month", list: "contacts", date: "visit dat" };
  // @ts-expect-error Contacts have no end.
  const ofAnotherList: Measure = { counts: "rows in the month", list: "contacts", date: "end" };
  expect([contacts, misspelt, ofAnotherList]).toHaveLength(3);
});

it("takes who counts by columns of their own list, where they are needed and where they are read", () => {
  const cohort: Cohort<"cla"> = {
    list: "cla",
    columns: ["start", "carePlan"],
    rows: (list) => list.dates("carePlan"),
  };
  const misspelt: Cohort<"cla"> = {
    list: "cla",
    // @ts-expect-error CLA has no "carePlam".
    columns: ["start", "carePlam"],
    // @ts-expect-error Nor can it be read.
    rows: (list) => list.dates("carePlam"),
  };
  expect([cohort, misspelt]).toHaveLength(2);
});

it("takes who is in time by a column of the list that counts", () => {
  const inTime: CohortAndTest = { cohort: openCpPlans, test: lastWithin("lastVisit") };
  // @ts-expect-error A misspelt column.
  const misspelt: CohortAndTest = { cohort: openCpPlans, test: lastWithin("lastVist") };
  // @ts-expect-error CP Plans have no care plan: CLA has.
  const ofAnotherList: CohortAndTest = { cohort: openCpPlans, test: lastWithin("carePlan") };
  expect([inTime, misspelt, ofAnotherList]).toHaveLength(3);
});

it("takes IDs of entries: of any, of one family, of those with a chart", () => {
  const known: IndicatorId = "cp-18-months";
  const charted: SeriesId = "cin-not-cwd";
  // @ts-expect-error No entry has this ID.
  const unknown: IndicatorId = "cp-81-months";
  // @ts-expect-error A table is no headline count.
  const table: DemandMonthEndId = "cp-repeat";
  // @ts-expect-error This one has no chart.
  const notCharted: SeriesId = "cin-cwd";
  expect([known, charted, unknown, table, notCharted]).toHaveLength(5);
});
