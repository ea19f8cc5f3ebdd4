/** A small pack of July 2023: one table, one count, one rate, a gap that only past figures fill. */
import { BUILT_IN } from "../../src/clinic/indicators/catalogue";
import { indicatorEntry } from "../../src/clinic/indicators/catalogue";
import type { IndicatorId } from "../../src/clinic/indicators/ids";
import type { HistoryRow } from "../../src/clinic/report";
import type { IndicatorSettings } from "../../src/clinic/indicators/indicatorSettings";
import type { Team } from "../../src/clinic/teams/team";
import type { PackContents } from "../../src/functions/packContents";

const team = (name: string, shortName: string): Team => ({
  name,
  shortName,
  otherNames: [`${shortName} old`],
  service: "BIT",
  locality: "East",
  inClinicTables: true,
  origin: "known",
});

const settings = (id: IndicatorId, target: number | null): IndicatorSettings => ({
  ...indicatorEntry(id).defaults,
  id,
  betterWhen: "higher",
  target,
  amberWithin: target === null ? null : 5,
  population: null,
});

const row = (
  month: string,
  indicator: IndicatorId,
  name: string,
  n: number | null,
  d: number | null,
  value: number,
): HistoryRow => ({
  month,
  indicator,
  team: name,
  numerator: n,
  denominator: d,
  value,
});

export const packContentsOfJuly: PackContents = {
  month: "2023-07",
  date1904: false,
  history: [
    row("2023-06", "cin-visits-6w", "Total", 9, 12, 75),
    row("2023-07", "cin-visits-6w", "Total", 44, 51, (100 * 44) / 51),
    row("2023-07", "cin-visits-6w", "Brief Intervention Team East 1", 20, 21, (100 * 20) / 21),
    row("2023-07", "cin-visits-6w", "Agency team", 24, 30, 80),
    row("2023-07", "contacts", "Total", null, null, 812),
    row("2023-07", "cp-rate", "Total", 120, 43_000, (120 * 10_000) / 43_000),
  ],
  pastOfTeams: [{ indicator: "cin-visits-6w", month: "2023-05", team: "BIT East 1 old", value: 60 }],
  pastTotal: (indicator, month) => (indicator === "contacts" && month === "2023-05" ? 790 : null),
  catalogue: BUILT_IN,
  indicators: new Map([
    ["cin-visits-6w", settings("cin-visits-6w", 90)],
    ["contacts", settings("contacts", null)],
    ["cp-rate", settings("cp-rate", 30)],
  ]),
  teams: [team("Brief Intervention Team East 1", "BIT East 1")],
  allocations: null,
};
