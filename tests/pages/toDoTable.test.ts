import { overdueInWords } from "../../src/pages/toDoTable";

const visit = {
  indicator: "cp-visits-10wd",
  what: "CP visit",
  team: "SWF 1",
  child: "C1",
  due: 45_100,
  sheet: "CP Plans",
  row: 2,
} as const;

test("how late something is, in days or working days, one or many", () => {
  const said = (date: number | null, daysOver: number | null, unit: "days" | "working days") =>
    overdueInWords({ ...visit, date, daysOver, unit });
  expect(said(45_000, 3, "days")).toBe("CP visit: 3 days over");
  expect(said(null, 1, "working days")).toBe("CP visit: never recorded, 1 working day over");
  expect(said(null, null, "days")).toBe("CP visit: never recorded, late");
});
