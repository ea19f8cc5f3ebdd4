import { countMonth } from "../../../src/clinic/calculate/monthFigures";
import type { MonthFigure } from "../../../src/clinic/calculate/monthFigures";
import type { ListId } from "../../../src/clinic/lists/lists";
import type { ReadList } from "../../../src/clinic/extracts/readList";
import { BUILT_IN, INDICATORS } from "../../../src/clinic/indicators/catalogue";
import type { IndicatorId } from "../../../src/clinic/indicators/ids";
import type { ClinicSettings } from "../../../src/clinic/settings/settings";
import type { IndicatorSettings } from "../../../src/clinic/indicators/indicatorSettings";
import { julyTerms, madeList, madeTeam } from "../../support/madeList";
import type { MadeRow } from "../../support/madeList";

interface Given {
  readonly population?: number | null;
  readonly own?: Partial<Record<IndicatorId, Partial<IndicatorSettings>>>;
  /** Every past figure; null = none. */
  readonly past?: (id: IndicatorId, month: string) => number | null;
  readonly columns?: readonly string[];
}

const CWD = 1;

function figure(
  id: IndicatorId,
  rows: Partial<Record<ListId, readonly MadeRow[]>>,
  given: Given = {},
): MonthFigure {
  const terms = julyTerms({ teams: [madeTeam("SWF East 1"), madeTeam("CWD", { service: "CWD" })] });
  const { population = 50_000 } = given;
  const settings: ClinicSettings = {
    ...terms,
    month: "2023-07",
    catalogue: BUILT_IN,
    caseloadThreshold: 20,
    population,
    councilName: "",
    copiesFor: "clinic",
    smallNumbersInCopies: "shown",
    indicators: new Map(
      INDICATORS.map(({ id: key, defaults }) => [
        key,
        { id: key, ...defaults, population, ...given.own?.[key] },
      ]),
    ),
    closures: [],
    columnMatches: [],
    words: [],
    services: [],
    statuses: [],
    measures: [],
  };
  const lists = new Map<ListId, ReadList>(
    Object.entries(rows).map(([key, of]) => [
      key as ListId,
      madeList(key as ListId, of ?? [], given.columns),
    ]),
  );
  const counting = countMonth({
    lists: { get: (key) => lists.get(key) ?? null },
    terms,
    settings,
    past: { value: given.past ?? (() => null) },
    whyNot: () => null,
  });
  let step = counting.next();
  while (!step.done) step = counting.next();
  return step.value.figures.get(id)!;
}

const EDGES = ["2023-06-30", "2023-07-01", "2023-07-31", "2023-08-01", ""];

describe.each([
  ["contacts", "contacts", "date"],
  ["eh-referrals", "early-help", "referral"],
  ["eh-assessments-started", "early-help", "assessment"],
  ["referrals", "referrals", "date"],
  ["strategy-discussions", "strategy-discussions", "date"],
  ["s47-completed", "section-47", "completed"],
  ["assessments-completed", "assessments", "authorised"],
] as const)("%s", (id, list, column) => {
  it("counts rows, not children, from the first day of the month to the last", () => {
    const rows = EDGES.map((date) => ({ child: "C1", [column]: date, team: CWD }));
    expect(figure(id, { [list]: rows })).toEqual({
      value: 2,
      numerator: 2,
      denominator: null,
      unavailable: null,
    });
  });

  it("is not available without the column, and 0 where the column is empty", () => {
    expect(figure(id, { [list]: [] }, { columns: ["child"] })).toMatchObject({
      value: null,
      unavailable: expect.stringContaining("has no “") as string,
    });
    expect(figure(id, {})).toMatchObject({
      value: null,
      unavailable: expect.stringContaining("has no ") as string,
    });
    expect(figure(id, { [list]: [{ child: "C1", [column]: "" }] }).value).toBe(0);
  });
});

describe.each([
  ["eh-open", "early-help", {}],
  ["cin-not-cwd", "cin-plans", { team: 0 }],
  ["cin-cwd", "cin-plans", { team: CWD }],
  ["cp", "cp-plans", { team: CWD }],
  ["cla", "cla", { team: CWD }],
] as const)("%s", (id, list, more) => {
  it("counts different children open on the last day", () => {
    const rows = [
      { child: "C1", start: "2023-07-31", ...more },
      { child: "C1", start: "2023-01-01", end: "2023-08-01", ...more },
      { child: "C2", start: "2023-08-01", ...more },
      { child: "C3", start: "2023-01-01", end: "2023-07-31", ...more },
      { child: "C4", start: "", ...more },
      { child: "C5", start: "2023-07-10", end: "2023-07-01", ...more },
      { child: "", start: "2023-01-01", ...more },
      { child: "", start: "2023-01-01", ...more },
    ];
    expect(figure(id, { [list]: rows }).value).toBe(3);
  });

  it("takes all that started as open where there is no end column", () => {
    expect(figure(id, { [list]: [{ child: "C1", start: "2020-01-01", ...more }] }).value).toBe(1);
  });
});

it("tells CIN plans of CWD teams from the others", () => {
  const rows = [
    { child: "C1", start: "2023-01-01", team: 0 },
    { child: "C1", start: "2023-01-01", team: CWD },
    { child: "C2", start: "2023-01-01", team: CWD },
  ];
  expect(figure("cin-not-cwd", { "cin-plans": rows }).value).toBe(1);
  expect(figure("cin-cwd", { "cin-plans": rows }).value).toBe(2);
});

describe("open-children", () => {
  const five = {
    assessments: [
      { child: "C1", start: "2023-07-31", authorised: "" },
      { child: "C2", start: "2023-07-01", authorised: "2023-07-31" },
      { child: "C3", start: "2023-07-01", authorised: "2023-08-01" },
    ],
    "cin-plans": [{ child: "C1", start: "2023-01-01" }],
    "cp-plans": [{ child: "C4", start: "2023-01-01" }],
    cla: [{ child: "C4", start: "2023-01-01" }],
    "care-leavers": [{ child: "C5", start: "2023-01-01" }],
  };

  it.each(Object.keys(five) as (keyof typeof five)[])("is not available without %s", (absent) => {
    const four = Object.fromEntries(Object.entries(five).filter(([list]) => list !== absent));
    expect(figure("open-children", four)).toMatchObject({
      value: null,
      unavailable: expect.stringMatching(/^The workbook has no .+ list\.$/) as string,
    });
  });
});

describe("rates", () => {
  const cp = { "cp-plans": [{ child: "C1", start: "2023-01-01" }] };

  it("are per 10,000 of the population, or of the indicator's own", () => {
    expect(figure("cp-rate", cp)).toMatchObject({ value: 0.2, numerator: 1, denominator: 50_000 });
    const own = { "cp-rate": { population: 20_000 } };
    expect(figure("cp-rate", cp, { own })).toMatchObject({ value: 0.5, denominator: 20_000 });
  });

  it("are not available without a population, while the count is", () => {
    const given = { population: null };
    expect(figure("cp", cp, given).value).toBe(1);
    expect(figure("cp-rate", cp, given)).toMatchObject({
      value: null,
      unavailable: "Clinic Settings has no population aged 0 to 17 for this rate.",
    });
  });

  it("give the reason of their count where that is not available", () => {
    expect(figure("cla-rate", {}).unavailable).toBe("The workbook has no CLA list.");
  });
});

describe("s47-rolling-rate", () => {
  const s47 = { "section-47": [{ child: "C1", completed: "2023-07-05" }] };

  it("adds the eleven months before to the month's own", () => {
    const asked: string[] = [];
    const past = (id: IndicatorId, month: string) => {
      if (id !== "s47-completed") return null;
      asked.push(month);
      return 10;
    };
    expect(figure("s47-rolling-rate", s47, { past })).toMatchObject({
      value: (111 * 10_000) / 50_000,
      numerator: 111,
    });
    expect(asked[0]).toBe("2022-08");
    expect(asked.at(-1)).toBe("2023-06");
    expect(asked).toHaveLength(11);
  });

  it("has no part sum when a month is missing, and names it", () => {
    const past = (_: IndicatorId, month: string) => (month === "2022-11" ? null : 10);
    expect(figure("s47-rolling-rate", s47, { past })).toMatchObject({
      value: null,
      unavailable:
        "Past figures have no “Number of Section 47 enquiries completed” for November 2022, and a part sum would mislead.",
    });
    expect(figure("s47-rolling-rate", s47).unavailable).toContain("August 2022 and 10 more");
  });
});

describe("cp-18-months", () => {
  it("counts open plans of all teams that started on or before the day eighteen months back", () => {
    const rows = ["2022-01-31", "2022-02-01", "2021-01-01"].map((start) => ({
      child: "C1",
      start,
      team: CWD,
    }));
    expect(figure("cp-18-months", { "cp-plans": rows }).value).toBe(2);
    const ended = [{ child: "C1", start: "2021-01-01", end: "2023-07-31" }];
    expect(figure("cp-18-months", { "cp-plans": ended }).value).toBe(0);
  });
});

describe("s47-to-icpc", () => {
  const completed = (outcome: string) => ({ child: "C1", completed: "2023-07-05", outcome });

  it.each([
    ["Concerns substantiated - ICPC", 100],
    ["concerns substantiated: i.c.p.c", 100],
    ["Progress to Initial Child-Protection Conference", 100],
    ["ICPC not required", 0],
    ["No ICPC", 0],
    ["Closed without ICPC", 0],
    ["Nothing noted, ICPC", 100],
    ["ICPC_not_needed", 0],
    ["No further action", 0],
    ["", 0],
  ])("%p is %d percent", (outcome, expected) => {
    expect(figure("s47-to-icpc", { "section-47": [completed(outcome)] }).value).toBe(expected);
  });

  it("divides by those completed in the month, and has no figure when there are none", () => {
    const rows = [
      completed("ICPC"),
      completed("NFA"),
      { child: "C1", completed: "2023-08-01", outcome: "ICPC" },
      { child: "C1", completed: "", outcome: "ICPC" },
    ];
    expect(figure("s47-to-icpc", { "section-47": rows })).toMatchObject({
      value: 50,
      numerator: 1,
      denominator: 2,
    });
    expect(figure("s47-to-icpc", { "section-47": rows.slice(2) })).toMatchObject({
      value: null,
      unavailable: null,
    });
  });
});
