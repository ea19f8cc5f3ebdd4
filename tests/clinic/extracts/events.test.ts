import { eventsFor, lastEvents, withLastEvents } from "../../../src/clinic/extracts/events";
import { PLAN_BITS, plansNamed } from "../../../src/clinic/lists/planWords";
import type { SheetValues } from "../../../src/clinic/cells/worksheet";
import { MONTH_END, readWorkbook, sheet } from "./workbook";

const T = "SWF Central 1";
const CIN = sheet("CIN Plans", [
  ["Child Unique ID", "CIN Plan Start Date", "Last CIN Visit Date", "Allocated Team"],
  ["C1", 45000, 45010, T],
  ["C2", 45000, 45010, T],
  ["", 45000, 45010, T],
]);
const CP = sheet("CP Plans", [
  ["Child Unique ID", "CP Plan Start Date", "Last CP Visit Date", "Allocated Team"],
  ["C1", 45000, 45011, T],
]);
const events = (name: string, ...rows: (string | number)[][]) =>
  sheet(name, [["Child Unique ID", "Date", "Plan"], ...rows]);

function read(...sheets: SheetValues[]) {
  const { lists } = readWorkbook([CIN, CP, ...sheets]);
  const found = lastEvents(lists, MONTH_END);
  return { lists, found, replaced: withLastEvents(lists, found) };
}

test("the latest event on or before the as-at date stands for the column; without one nothing is recorded", () => {
  const visits = events(
    "Visits",
    ["C1", MONTH_END - 5, "CIN"],
    [" c1 ", MONTH_END, "Child in need"],
    ["C1", MONTH_END + 1, "CIN"],
    ["C1", MONTH_END - 9, "CIN"],
  );
  const { replaced, found } = read(visits);
  expect([...replaced.get("cin-plans")!.dates("lastVisit")]).toEqual([MONTH_END, 0, 0]);
  const child = replaced.get("cin-plans")!.children()[0]!;
  expect(found.visits.cin?.recordOf(child)).toBe(1);
  expect(found.visits.cin?.recordOf(999_999)).toBe(-1);
});

test("a plan type without a row in the event list keeps its own column", () => {
  const { replaced, found } = read(events("Visits", ["C1", 45100, "CIN"]));
  expect([...replaced.get("cp-plans")!.dates("lastVisit")]).toEqual([45011]);
  expect(found.visits.cp).toBeNull();
  expect(found.visits.cla).toBeNull();
});

test("one row of a plan type is enough, though its date cannot be read", () => {
  const { replaced } = read(events("Visits", ["C9", "soon", "CPP"]));
  expect([...replaced.get("cp-plans")!.dates("lastVisit")]).toEqual([0]);
});

test("an event list makes a column that the list lacks", () => {
  const { lists, replaced } = read(
    events("Supervisions", ["C1", 45100, "CP"]),
    events("Core Groups", ["C1", 45101, ""]),
  );
  expect(lists.get("cp-plans")!.has("lastSupervision")).toBe(false);
  expect(replaced.get("cp-plans")!.has("lastSupervision")).toBe(true);
  expect(replaced.get("cin-plans")!.has("lastSupervision")).toBe(false);
  expect([...replaced.get("cp-plans")!.dates("lastCoreGroup")]).toEqual([45101]);
  expect(replaced.get("cp-plans")!.dates("start")).toBe(lists.get("cp-plans")!.dates("start"));
});

test("core groups need no Plan column, and those of another plan do not count", () => {
  const without = sheet("Core Groups", [
    ["Child Unique ID", "Core Group Date"],
    ["C1", 45101],
  ]);
  expect([...read(without).replaced.get("cp-plans")!.dates("lastCoreGroup")]).toEqual([45101]);
  expect(read(events("Core Groups", ["C1", 45101, "CIN"])).found.coreGroups).toBeNull();
});

test("only the lists of plans are replaced", () => {
  const { found } = read(events("Visits", ["C1", 45100, "CIN"]));
  expect(eventsFor(found, "care-leavers", "lastVisit")).toBeNull();
  expect(eventsFor(found, "cin-plans", "lastCoreGroup")).toBeNull();
  expect(eventsFor(found, "cla", "carePlan")).toBeNull();
});

test.each([
  ["CIN", PLAN_BITS.cin],
  ["child in need", PLAN_BITS.cin],
  ["Children in Need visit", PLAN_BITS.cin],
  ["CP", PLAN_BITS.cp],
  ["CPP", PLAN_BITS.cp],
  ["Child_Protection", PLAN_BITS.cp],
  ["c.p.p", 0],
  ["CLA", PLAN_BITS.cla],
  ["LAC visit", PLAN_BITS.cla],
  ["cic", PLAN_BITS.cla],
  ["Looked-after child", PLAN_BITS.cla],
  ["CP and CLA", PLAN_BITS.cp + PLAN_BITS.cla],
  ["ICPC", 0],
  ["", 0],
  [17, 0],
])("%s names plans %i", (cell, plans) => {
  expect(plansNamed(cell)).toBe(plans);
});
