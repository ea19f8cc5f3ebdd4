/** Entered settings + what the extracts hold → settings with every blank filled (SPEC §3). */
import { addMonths, monthEnd, monthInWords, monthOf, monthStart } from "../calendar/months";
import { formatDate } from "../calendar/serials";
import { createCalendar } from "../calendar/workingDays";
import type { IndicatorEntry } from "../indicators/entry";
import type { IssueLog } from "../issues/issueLog";
import { queryEntry } from "../entries/entries";
import { DEFAULT_CASELOAD_THRESHOLD, DEFAULT_ICPC_OUTCOMES } from "./readOptions";
import type { EnteredSettings } from "./readSettings";
import { isAlwaysWorkingDays, type EnteredTarget } from "./readTargets";
import type { ClinicSettings } from "./settings";
import { servicesInForce } from "../teams/service";
import type { IndicatorSettings } from "../indicators/indicatorSettings";
import { SETTINGS_SHEET } from "./settingsTables";

export interface FoundInExtracts {
  /** Latest contact, referral or assessment date that is not after today (serial); null = there is none. */
  readonly latestActivityDate: number | null;
  /** Serial. */
  readonly today: number;
}

export function resolveSettings(
  entered: EnteredSettings,
  found: FoundInExtracts,
  log: IssueLog,
): ClinicSettings {
  const { options } = entered;
  const month = options.month ?? defaultMonth(entered, found, log);
  const population = options.population ?? null;
  const asAt = options.asAt ?? monthEnd(month);
  queryDates(entered, month, asAt, found.today);
  return {
    catalogue: entered.catalogue,
    month,
    monthStart: monthStart(month),
    monthEnd: monthEnd(month),
    asAt,
    caseloadThreshold: options.caseloadThreshold ?? DEFAULT_CASELOAD_THRESHOLD,
    population,
    councilName: options.councilName ?? "",
    copiesFor: options.copiesFor ?? "clinic",
    smallNumbersInCopies: options.smallNumbersInCopies ?? "shown",
    icpcOutcomes: options.icpcOutcomes ?? DEFAULT_ICPC_OUTCOMES,
    indicators: new Map(
      entered.catalogue.all.map((entry) => [
        entry.id,
        indicatorSettings(entry, entered.targets.get(entry.id) ?? {}, population),
      ]),
    ),
    teams: entered.teams,
    closures: entered.closures,
    columnMatches: entered.columnMatches,
    words: entered.words,
    services: servicesInForce(entered.services, entered.teams),
    statuses: entered.statuses,
    measures: entered.measures,
  };
}

/**
 * The month that a blank reporting month gives: the latest whose last working day is on or before the latest activity;
 * by today where there is none.
 */
export function monthOfExtracts(
  { closures }: Pick<EnteredSettings, "closures">,
  { latestActivityDate, today }: FoundInExtracts,
): string {
  const { addWorkingDays } = createCalendar(closures.map(({ date }) => date));
  const latest = latestActivityDate ?? today;
  const current = monthOf(latest);
  const lastWorkingDay = addWorkingDays(monthEnd(current) + 1, -1);
  return latest >= lastWorkingDay ? current : addMonths(current, -1);
}

function defaultMonth(entered: EnteredSettings, found: FoundInExtracts, log: IssueLog): string {
  const month = monthOfExtracts(entered, found);
  if (found.latestActivityDate === null) {
    log.add({
      severity: "query",
      code: "reporting-month-assumed",
      list: "settings",
      sheet: SETTINGS_SHEET,
      cell: "",
      message: `No contact, referral or assessment date shows which month to report: ${monthInWords(month)} is used, the last complete month.`,
      fix: "Type the reporting month on Clinic Settings.",
    });
  }
  return month;
}

function indicatorSettings(
  { id, kind, family, defaults }: IndicatorEntry,
  entered: EnteredTarget,
  population: number | null,
): IndicatorSettings {
  const orDefault = <T>(value: T | undefined, otherwise: T): T => (value === undefined ? otherwise : value);
  const timed = defaults.unit !== null;
  return {
    id,
    betterWhen: orDefault(entered.betterWhen, defaults.betterWhen),
    target: orDefault(entered.target, defaults.target),
    amberWithin: orDefault(entered.amberWithin, defaults.amberWithin),
    timescale: timed ? (entered.timescale ?? defaults.timescale) : null,
    unit: timed ? (isAlwaysWorkingDays(defaults) ? "working days" : (entered.unit ?? defaults.unit)) : null,
    notYetDue: defaults.notYetDue === null ? null : (entered.notYetDue ?? defaults.notYetDue),
    teams: family === "by team" ? (entered.teams ?? defaults.teams) : "all",
    population: kind === "rate" ? (entered.population ?? population) : null,
  };
}

/** An as-at date left over from another month looks right on the sheet and is wrong in every table. */
function queryDates({ options }: EnteredSettings, month: string, asAt: number, today: number): void {
  const { places } = options;
  if (places.month && options.month !== undefined && monthStart(month) > today) {
    queryEntry(
      places.month,
      "reporting-month-not-begun",
      `${monthInWords(month)} has not begun yet; the pack is built for it all the same.`,
      "Check the reporting month.",
    );
  }
  const nextMonthEnd = monthEnd(addMonths(month, 1));
  if (places.asAt && options.asAt !== undefined && (asAt < monthStart(month) || asAt > nextMonthEnd)) {
    queryEntry(
      places.asAt,
      "as-at-date-outside-month",
      `The as-at date, ${formatDate(asAt)}, is not in the reporting month or the month after; it is used as it is.`,
      "Check it, or clear it to look back from the month's last day.",
    );
  }
}
