/** Plans and episodes: what must have been done lately. */
import { createCalendar } from "../../../src/clinic/calendar/workingDays";
import { day, madeTeam } from "../../support/madeList";
import {
  COUNTED_IN_TIME,
  COUNTED_LATE,
  counted,
  lateness,
  NOT_COUNTED,
  total,
} from "../../support/teamTable";

describe("who is open at the month end", () => {
  it.each([
    ["started on the last day", { start: "2023-07-31" }, COUNTED_IN_TIME],
    ["started the day after", { start: "2023-08-01" }, NOT_COUNTED],
    ["ended on the last day", { start: "2023-07-01", end: "2023-07-31" }, NOT_COUNTED],
    ["ended the day after", { start: "2023-07-01", end: "2023-08-01" }, COUNTED_IN_TIME],
    ["without a start", { lastVisit: "2023-07-30" }, NOT_COUNTED],
    ["ended before it started", { start: "2023-07-20", end: "2023-07-10" }, NOT_COUNTED],
    ["ended before it started, long ago", { start: "2023-07-20", end: "2022-07-10" }, NOT_COUNTED],
  ])("%s", (_, row, expected) => {
    expect(total("cin-visits-6w", [row])).toEqual(expected);
  });

  it("is open at the month end and looks back from the as-at date", () => {
    const given = { terms: { asAt: day("2023-08-07") } };
    const opened = { start: "2023-01-01" };
    expect(total("cin-visits-6w", [{ ...opened, lastVisit: "2023-06-26" }], given)).toEqual(COUNTED_IN_TIME);
    expect(total("cin-visits-6w", [{ ...opened, lastVisit: "2023-06-25" }], given)).toEqual(COUNTED_LATE);
    expect(total("cin-visits-6w", [{ start: "2023-08-02", lastVisit: "2023-08-03" }], given)).toEqual(
      NOT_COUNTED,
    );
    expect(
      total("cin-visits-6w", [{ ...opened, end: "2023-08-01", lastVisit: "2023-08-07" }], given),
    ).toEqual(COUNTED_IN_TIME);
  });
});

describe.each([
  ["cin-visits-6w", "lastVisit", 42],
  ["cin-supervision", "lastSupervision", 42],
  ["cp-core-groups", "lastCoreGroup", 42],
  ["cp-supervision", "lastSupervision", 42],
  ["cla-visits", "lastVisit", 42],
  ["cla-care-planning", "carePlan", 183],
  ["cla-supervision", "lastSupervision", 42],
] as const)("%s", (id, column, days) => {
  const asAt = day("2023-07-31");
  const before = (count: number) => isoOf(asAt - count);
  const old = { start: "2020-01-01" };

  it(`is in time up to ${days} days before the as-at date`, () => {
    expect(total(id, [{ ...old, [column]: before(days) }])).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ ...old, [column]: before(0) }])).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ ...old, [column]: before(days + 1) }])).toEqual(COUNTED_LATE);
    expect(lateness(id, { ...old, [column]: before(days + 3) })).toEqual({
      date: asAt - days - 3,
      daysOver: 3,
      unit: "days",
    });
  });

  it("does not take a date after the as-at date, not even for a new plan", () => {
    expect(total(id, [{ ...old, [column]: before(-1) }])).toEqual(COUNTED_LATE);
    expect(total(id, [{ start: "2023-07-31", [column]: before(-1) }])).toEqual(COUNTED_LATE);
    expect(lateness(id, { ...old, [column]: before(-1) })).toEqual({
      date: asAt + 1,
      daysOver: null,
      unit: "days",
    });
  });

  it("counts a date before the start as it stands", () => {
    expect(total(id, [{ start: before(5), [column]: before(days) }])).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ start: before(5), [column]: before(days + 1) }])).toEqual(COUNTED_LATE);
  });

  it("is late when nothing was ever recorded", () => {
    expect(total(id, [old])).toEqual(COUNTED_LATE);
    expect(lateness(id, old).date).toBeNull();
  });

  it("takes the timescale and the unit from the settings", () => {
    const week = { settings: { timescale: 7 } };
    expect(total(id, [{ ...old, [column]: before(7) }], week)).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ ...old, [column]: before(8) }], week)).toEqual(COUNTED_LATE);
    const workingWeek = { settings: { timescale: 5, unit: "working days" as const } };
    expect(total(id, [{ ...old, [column]: "2023-07-24" }], workingWeek)).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ ...old, [column]: "2023-07-21" }], workingWeek)).toEqual(COUNTED_LATE);
    expect(lateness(id, { ...old, [column]: "2023-07-21" }, workingWeek)).toEqual({
      date: day("2023-07-21"),
      daysOver: 1,
      unit: "working days",
    });
  });
});

describe.each([
  "cin-visits-6w",
  "cin-supervision",
  "cp-supervision",
  "cla-visits",
  "cla-supervision",
] as const)("%s with nothing recorded", (id) => {
  it("is not yet due until 42 days after the start", () => {
    expect(total(id, [{ start: "2023-06-19" }])).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ start: "2023-06-18" }])).toEqual(COUNTED_LATE);
    expect(lateness(id, { start: "2023-06-18" })).toEqual({ date: null, daysOver: 1, unit: "days" });
  });

  it("is left out while not yet due where the settings say so, and late after that", () => {
    const given = { settings: { notYetDue: "excluded" as const } };
    expect(total(id, [{ start: "2023-06-19" }], given)).toEqual(NOT_COUNTED);
    expect(total(id, [{ start: "2023-06-18" }], given)).toEqual(COUNTED_LATE);
  });

  it("goes by the unit of the settings", () => {
    const given = { settings: { timescale: 10, unit: "working days" as const } };
    expect(total(id, [{ start: "2023-07-17" }], given)).toEqual(COUNTED_IN_TIME);
    expect(total(id, [{ start: "2023-07-14" }], given)).toEqual(COUNTED_LATE);
    expect(lateness(id, { start: "2023-07-14" }, given)).toEqual({
      date: null,
      daysOver: 1,
      unit: "working days",
    });
  });
});

describe("the first core group and the first care plan", () => {
  it("are due 10 working days from the start whatever the settings", () => {
    for (const given of [{}, { settings: { timescale: 7, unit: "working days" as const } }]) {
      expect(total("cp-core-groups", [{ start: "2023-07-17" }], given)).toEqual(COUNTED_IN_TIME);
      expect(total("cp-core-groups", [{ start: "2023-07-14" }], given)).toEqual(COUNTED_LATE);
    }
    expect(lateness("cp-core-groups", { start: "2023-07-14" })).toEqual({
      date: null,
      daysOver: 1,
      unit: "working days",
    });
  });

  it("leave a new care plan out of the denominator, unless the settings count it", () => {
    expect(total("cla-care-planning", [{ start: "2023-07-17" }])).toEqual(NOT_COUNTED);
    expect(counted("cla-care-planning", [{ start: "2023-07-17" }]).leftOut).toBe(1);
    expect(total("cla-care-planning", [{ start: "2023-07-14" }])).toEqual(COUNTED_LATE);
    const given = { settings: { notYetDue: "in time" as const } };
    expect(total("cla-care-planning", [{ start: "2023-07-17" }], given)).toEqual(COUNTED_IN_TIME);
  });
});

describe("cp-visits-10wd", () => {
  const old = { start: "2020-01-01" };

  it("keeps 10 working days from the last visit", () => {
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-07-17" }])).toEqual(COUNTED_IN_TIME);
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-07-16" }])).toEqual(COUNTED_LATE);
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-07-14" }])).toEqual(COUNTED_LATE);
  });

  it("is not shortened by a closure, a bank holiday or an as-at date on a weekend", () => {
    const closed = { terms: { calendar: createCalendar([day("2023-07-20")]) } };
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-07-14" }], closed)).toEqual(COUNTED_IN_TIME);
    const august = {
      terms: { asAt: day("2023-08-28"), monthEnd: day("2023-08-31"), monthStart: day("2023-08-01") },
    };
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-08-11" }], august)).toEqual(COUNTED_IN_TIME);
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-08-10" }], august)).toEqual(COUNTED_LATE);
  });

  it("is not yet due until 10 working days from the start", () => {
    expect(total("cp-visits-10wd", [{ start: "2023-07-17" }])).toEqual(COUNTED_IN_TIME);
    expect(total("cp-visits-10wd", [{ start: "2023-07-14" }])).toEqual(COUNTED_LATE);
  });

  it("can be set to days", () => {
    const given = { settings: { timescale: 10, unit: "days" as const } };
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-07-21" }], given)).toEqual(COUNTED_IN_TIME);
    expect(total("cp-visits-10wd", [{ ...old, lastVisit: "2023-07-20" }], given)).toEqual(COUNTED_LATE);
  });
});

describe("cla-visits by the child's own frequency", () => {
  const visited = (days: number, visitFrequency: string | number) => [
    { start: "2020-01-01", lastVisit: isoOf(day("2023-07-31") - days), visitFrequency },
  ];

  it.each([
    [91, 91],
    ["91", 91],
    ["91 days", 91],
    [" 1 day", 1],
    ["13 weeks", 91],
    ["1 week", 7],
    ["6\u00a0weeks", 42],
    ["six weekly", 42],
    ["3 months", 92], // from 30 April
  ])("%p is %d days", (frequency, days) => {
    expect(total("cla-visits", visited(days, frequency))).toEqual(COUNTED_IN_TIME);
    expect(total("cla-visits", visited(days + 1, frequency))).toEqual(COUNTED_LATE);
  });

  it.each(["", "as agreed", 0, -7, "when needed", true as unknown as string])(
    "%p leaves the timescale",
    (frequency) => {
      expect(total("cla-visits", visited(42, frequency))).toEqual(COUNTED_IN_TIME);
      expect(total("cla-visits", visited(43, frequency))).toEqual(COUNTED_LATE);
    },
  );

  it("is in days whatever the unit, and is also when the first visit is due", () => {
    const given = { settings: { timescale: 5, unit: "working days" as const } };
    expect(total("cla-visits", visited(14, 14), given)).toEqual(COUNTED_IN_TIME);
    expect(total("cla-visits", visited(15, 14), given)).toEqual(COUNTED_LATE);
    expect(total("cla-visits", [{ start: "2023-07-17", visitFrequency: 14 }], given)).toEqual(
      COUNTED_IN_TIME,
    );
    expect(total("cla-visits", [{ start: "2023-07-16", visitFrequency: 14 }], given)).toEqual(COUNTED_LATE);
    expect(lateness("cla-visits", { start: "2023-07-16", visitFrequency: 14 }, given).unit).toBe("days");
  });
});

describe("cp-repeat", () => {
  it.each([
    [0, COUNTED_LATE],
    ["", COUNTED_LATE],
    [1, COUNTED_IN_TIME],
    [3, COUNTED_IN_TIME],
    ["2", COUNTED_IN_TIME],
    ["none", COUNTED_LATE],
  ])("with %p previous plans", (previousPlans, expected) => {
    expect(total("cp-repeat", [{ start: "2023-01-01", previousPlans }])).toEqual(expected);
  });

  it("lists the repeat plans, without a date or days over", () => {
    const counts = counted("cp-repeat", [
      { start: "2023-01-01", previousPlans: 0 },
      { start: "2023-01-01", previousPlans: 2 },
    ]);
    expect(counts.listed).toEqual([1]);
    expect(counts.judgement.lateness(1)).toMatchObject({ date: null, daysOver: null });
  });
});

describe("which teams a table counts", () => {
  const teams = [
    madeTeam("In"),
    madeTeam("Out", { inClinicTables: false }),
    madeTeam("Disabilities", { service: "CWD" }),
  ];
  const rows = [0, 1, 2].map((team) => ({ start: "2023-07-01", lastVisit: "2023-07-30", team }));

  it("leaves out teams outside the clinic tables, and never counts CWD as CIN*", () => {
    const counts = counted("cin-visits-6w", rows, { terms: { teams } });
    expect([...counts.denominator]).toEqual([1, 0, 0]);
    expect([...counts.outside]).toEqual([0, 1, 0]);
  });

  it("counts all teams where the settings say all", () => {
    const counts = counted("cla-visits", rows, { terms: { teams }, settings: { teams: "all" } });
    expect([...counts.denominator]).toEqual([1, 1, 1]);
  });
});

function isoOf(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
