import { plainHeading } from "../../../src/clinic/extracts/headings";
import { columnSpec, listSpec, LISTS } from "../../../src/clinic/lists/lists";

test.each(LISTS.map((spec) => [spec.name, spec] as const))("%s: no heading names two columns", (_, spec) => {
  const names = spec.columns.flatMap((column) =>
    [column.heading, ...column.otherNames, ...column.whenNamed].map(plainHeading),
  );
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test.each(LISTS.map((spec) => [spec.name, spec] as const))(
  "%s: groups and activity dates name its own columns",
  (_, spec) => {
    const keys = spec.columns.map((column) => column.key);
    expect(keys).toEqual(expect.arrayContaining([...spec.atLeastOneOf.flat(), ...spec.activityDates]));
    for (const key of spec.activityDates) expect(columnSpec(spec.id, key)?.type).toBe("date");
  },
);

test("no two lists share a sheet name", () => {
  const names = LISTS.flatMap((spec) => [spec.name, ...spec.otherNames]).map(plainHeading);
  expect(new Set(names).size).toBe(names.length);
});

test("required columns are those that SPEC §2 stars", () => {
  const required = (id: Parameters<typeof listSpec>[0]) =>
    listSpec(id)
      .columns.filter((column) => column.required)
      .map((column) => column.heading);
  expect(required("assessments")).toEqual([
    "Child Unique ID",
    "Assessment Start Date",
    "Assessment Authorised Date",
    "Allocated Team",
  ]);
  expect(required("cla")).toEqual(["Child Unique ID", "Date Started to be Looked After", "Allocated Team"]);
  expect(required("allocations")).toEqual(["Worker ID", "Qualifying Status", "Allocated Team"]);
  expect(required("section-47")).toEqual(["Child Unique ID"]);
  expect(required("care-leavers")).toEqual(["Child Unique ID", "Start Date"]);
});
