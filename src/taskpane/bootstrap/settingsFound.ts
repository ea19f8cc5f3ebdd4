/** The settings in force, and those that the analyst typed, in the pane's words. */
import { monthOf, monthsUpTo } from "../../clinic/calendar/months";
import { indicatorEntry, INDICATORS } from "../../clinic/indicators/catalogue";
import type { ClinicReport } from "../../clinic/report";
import type { IndicatorSettings } from "../../clinic/settings/settings";
import { clockNow } from "../../excel/buildClinic";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { SettingsFound, TargetFound } from "../ports";

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
    targets: INDICATORS.flatMap(({ id }) => targetFound(settings.indicators.get(id))),
    teams: settings.teams
      .filter(({ name, origin }) => origin !== "blank" && !unmapped.has(name))
      .map(({ name, shortName, service, locality, inClinicTables }) => ({
        name,
        shortName,
        service,
        locality,
        inClinicTables,
      })),
    unmappedTeams: unknownTeams,
    issues: report.issues.filter(({ list }) => list === "settings"),
  };
}

/** Counts without a target are left to the sheet: the pane's list is of what is measured against something. */
function targetFound(settings: IndicatorSettings | undefined): readonly TargetFound[] {
  if (!settings) return [];
  const { id, betterWhen, target, amberWithin } = settings;
  const { wording, kind } = indicatorEntry(id);
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
