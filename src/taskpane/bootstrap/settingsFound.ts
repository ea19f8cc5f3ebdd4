/** The settings in force, and those that the analyst typed, in the pane's words. */
import { monthOf, monthsUpTo } from "../../clinic/calendar/months";
import type { IndicatorEntry } from "../../clinic/indicators/entry";
import { nameKey } from "../../clinic/cells/names";
import type { ClinicSettings } from "../../clinic/settings/settings";
import type { ClinicReport } from "../../clinic/report";
import type { IndicatorSettings } from "../../clinic/indicators/indicatorSettings";
import { clockNow } from "../../excel/buildClinic";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { SettingsFound, TargetFound } from "../ports";
import { rowsOfMeasures } from "./ownIndicators";

/** How far back the months to choose from go. */
const MONTHS_OFFERED = 36;

export function settingsFound({ entered, unknownTeams }: Inspection, report: ClinicReport): SettingsFound {
  const { settings } = report;
  const unmapped = new Set(unknownTeams.map(({ met }) => met));
  return {
    monthEntered: entered.options.month ?? null,
    month: settings.month,
    monthsOffered: monthsOffered(report),
    asAtEntered: entered.options.asAt ?? null,
    asAt: settings.asAt,
    caseloadThreshold: settings.caseloadThreshold,
    population: settings.population,
    councilName: settings.councilName,
    targets: settings.catalogue.entries.flatMap((entry) =>
      targetFound(entry, settings.indicators.get(entry.id)),
    ),
    targetsToAgree: report.targetsToAgree,
    teams: settings.teams
      .filter(({ name, origin }) => origin !== "blank" && !unmapped.has(name))
      .map(({ name, shortName, service, locality, inClinicTables }) => ({
        name,
        shortName,
        service,
        locality,
        inClinicTables,
      })),
    services: servicesOffered(settings),
    unmappedTeams: unknownTeams,
    ownIndicators: rowsOfMeasures(entered).map(({ id, title }) => ({ id, title })),
    issues: report.issues.filter(({ list }) => list === "settings"),
  };
}

/** Those with a row first, then those that only a team names. */
function servicesOffered({ services, teams }: ClinicSettings): readonly string[] {
  const named = [...services.map(({ name }) => name), ...teams.flatMap(({ service }) => service ?? [])];
  return named.filter((name, i) => named.findIndex((other) => nameKey(other) === nameKey(name)) === i);
}

/** Counts without a target are left to the sheet: the pane's list is of what is measured against something. */
function targetFound(
  { wording, kind }: IndicatorEntry,
  settings: IndicatorSettings | undefined,
): readonly TargetFound[] {
  if (!settings) return [];
  const { id, betterWhen, target, amberWithin } = settings;
  if (kind === "count" && target === null) return [];
  return [{ id, indicator: wording, kind, betterWhen, target, amberWithin }];
}

function monthsOffered(report: ClinicReport): readonly string[] {
  const today = Math.floor(clockNow());
  const months = report.sources.flatMap(({ lastDate }) =>
    lastDate === null ? [] : [monthOf(Math.min(lastDate, today))],
  );
  const latest = [...months, report.month].reduce((one, other) => (one > other ? one : other));
  return [...monthsUpTo(latest, MONTHS_OFFERED)].reverse();
}
