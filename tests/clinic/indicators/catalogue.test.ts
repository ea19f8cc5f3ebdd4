import type { ListId } from "../../../src/clinic/lists/lists";
import { columnSpec, listSpec } from "../../../src/clinic/lists/lists";
import { needsOf } from "../../../src/clinic/calculate/needs";
import {
  INDICATORS,
  indicatorEntry,
  indicatorOf,
  normalisedWording,
} from "../../../src/clinic/indicators/catalogue";
import {
  DEMAND_MONTH_END_IDS,
  DEMAND_MONTH_IDS,
  SERIES_IDS,
  TEAM_TABLE_IDS,
} from "../../../src/clinic/indicators/ids";
import published from "../../published/clinic-2023-07.json";

it("holds every indicator once, in pack order", () => {
  expect(INDICATORS.map(({ id }) => id)).toEqual([
    ...DEMAND_MONTH_IDS,
    ...DEMAND_MONTH_END_IDS,
    ...TEAM_TABLE_IDS,
    "cp-18-months",
    "s47-to-icpc",
  ]);
});

it("has a chart title for the eleven charts and no others", () => {
  expect(
    INDICATORS.filter(({ chartTitle }) => chartTitle !== null)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...SERIES_IDS].sort());
  expect(SERIES_IDS.map((id) => indicatorEntry(id).chartTitle)).toEqual(published.charts);
});

it("asks only for columns that the lists have", () => {
  for (const need of INDICATORS.flatMap(needsOf)) {
    for (const column of need.columns) {
      expect([listSpec(need.list as ListId).id, columnSpec(need.list as ListId, column)?.key]).toEqual([
        need.list,
        column,
      ]);
    }
  }
});

it("knows each indicator by its id, its wording and its chart's title, however they are written", () => {
  for (const { id, wording, chartTitle } of INDICATORS) {
    expect(indicatorOf(id)).toBe(id);
    expect(indicatorOf(` ${wording.toUpperCase()}`)).toBe(id);
    if (chartTitle !== null) expect(indicatorOf(chartTitle)).toBe(id);
  }
  expect(indicatorOf("percentage of something else")).toBeNull();
});

it("has no wording that two indicators share", () => {
  const words = INDICATORS.flatMap(({ id, wording, chartTitle }) => [
    ...new Set([id, wording, chartTitle ?? id].map(normalisedWording)),
  ]);
  expect(new Set(words).size).toBe(words.length);
});

it("puts the current timescale and team scope into the rule in words", () => {
  const { rule, defaults } = indicatorEntry("cp-visits-10wd");
  const settings = { id: "cp-visits-10wd", ...defaults, population: null } as const;
  expect(rule(settings)).toContain("no more than 10 working days before the as-at date");
  const other = { ...settings, timescale: 1, unit: "days", notYetDue: "excluded", teams: "all" } as const;
  expect(rule(other)).toContain("no more than 1 day before");
  expect(rule(other)).toContain("is left out of the denominator until 1 day after the start");
  expect(rule(other)).toContain("All teams.");
});
