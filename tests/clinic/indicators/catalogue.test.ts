import type { ListId } from "../../../src/clinic/lists/lists";
import { columnSpec, listSpec } from "../../../src/clinic/lists/lists";
import { needsOf } from "../../../src/clinic/calculate/needs";
import {
  BUILT_IN,
  INDICATORS,
  indicatorEntry,
  indicatorOf,
  normalisedWording,
} from "../../../src/clinic/indicators/catalogue";
import published from "../../published/clinic-2023-07.json";
import { PUBLISHED_INDICATORS, publishedOf } from "../../support/publishedIndicators";

it("holds every published indicator once, in pack order", () => {
  expect(publishedOf(INDICATORS).map(({ id }) => id)).toEqual(PUBLISHED_INDICATORS);
});

it("has no ID twice", () => {
  expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
});

it("has the title of each of the published charts, and of the published indicators no other is a chart", () => {
  expect(publishedOf(BUILT_IN.charted).map(({ chartTitle }) => chartTitle)).toEqual(published.charts);
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
