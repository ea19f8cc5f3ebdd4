/** The ten of tests/support/tenOfCouncils as a build counts them. */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../../../src/clinic/report";
import { day } from "../../../support/madeList";
import { TEN, workbookOfTen } from "../../../support/tenOfCouncils";

let report: ClinicReport;

beforeAll(() => {
  report = calculateClinic(workbookOfTen(), day("2023-08-14"));
});

test.each(Object.entries(TEN))("%s comes to what is worked by hand", (id, { byHand, title }) => {
  if (typeof byHand === "number") {
    const rows = [...report.demandMonth, ...report.demandMonthEnd];
    expect(rows.find(({ indicator }) => indicator === title)?.values.at(-1)).toBe(byHand);
    return;
  }
  const table = report.tables.find((each) => each.id === id);
  expect(table?.rows).toHaveLength(1);
  expect(table?.rows[0]).toMatchObject({ team: "Alder", numerator: byHand[0], denominator: byHand[1] });
  expect(table?.total).toMatchObject({ numerator: byHand[0], denominator: byHand[1] });
});

test("none of the ten rows is an issue, and their sheets are not said to be unread", () => {
  expect(report.issues.filter(({ sheet }) => sheet === "Clinic Setup")).toEqual([]);
  expect(report.issues.filter(({ code }) => code === "sheet-not-read")).toEqual([]);
});
