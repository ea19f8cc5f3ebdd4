/** Extracts, settings and past figures → the one report that everything after it reads. */
import type { WorkbookValues } from "../extracts/worksheet";
import { findIssues } from "../issues/rules";
import type { ClinicReport, DataIssue, OutOfTimeRow, Unavailable } from "../report";
import { STANDING_CASELOAD_TABLES } from "./caseloads";
import { countInSteps } from "./count";
import type { Counted } from "./count";
import { definitions } from "./definitions";
import { historyAfter } from "./history";
import { keyMessages } from "./messages";
import {
  chartSeries,
  demandAtMonthEnd,
  demandInTheMonth,
  headlines,
  monthsShown,
  thirteenMonths,
} from "./months";
import { outOfTimeRows } from "./outOfTime";
import { reconcile } from "./reconcile";
import { sourcesOf } from "./sources";
import { teamTables } from "./teamCounts";

/**
 * @param today serial of the day of the build: what lies after it (and after the as-at date) is a query.
 * @throws CannotBuild when no figure can be made from the workbook.
 */
export function calculateClinic(values: WorkbookValues, today: number): ClinicReport {
  const steps = calculateInSteps(values, today);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of a few milliseconds, each named in plain words, for a pane that must stay alive. */
export function* calculateInSteps(values: WorkbookValues, today: number): Generator<string, ClinicReport> {
  const counted = yield* countInSteps(values, today);
  for (const _ of findIssues({ ...counted, today })) yield "Checking the extracts";
  const outOfTime = outOfTimeRows(counted.month.tables.values(), counted.settings.teams);
  let rows = outOfTime.next();
  for (; !rows.done; rows = outOfTime.next()) yield "Listing what is out of time";
  const issues = counted.log.issues();
  yield "Listing the data issues";
  return reportOf(counted, rows.value, issues);
}

function reportOf(
  { settings, recognition, lists, past, month, caseloads, noCaseloads }: Counted,
  outOfTime: readonly OutOfTimeRow[],
  issues: readonly DataIssue[],
): ClinicReport {
  const { teams } = settings;
  const months = monthsShown(settings);
  const valuesOf = thirteenMonths(months, month, past);
  const tables = teamTables(month.tables.values(), teams);
  const demandMonth = demandInTheMonth(valuesOf);
  const demandMonthEnd = demandAtMonthEnd(valuesOf, settings);
  const lines = headlines(valuesOf, settings);
  return {
    month: settings.month,
    settings,
    months,
    demandMonth,
    demandMonthEnd,
    tables,
    caseloads,
    series: chartSeries(valuesOf, settings),
    headlines: lines,
    messages: keyMessages({
      month: settings.month,
      headlines: lines,
      tables,
      demand: [...demandMonth, ...demandMonthEnd],
    }),
    outOfTime,
    issues,
    unavailable: unavailable(month.figures, noCaseloads),
    sources: sourcesOf(lists, recognition, issues),
    definitions: definitions(settings, month),
    reconciliations: reconcile(month, teams),
    history: historyAfter(past.history, settings.month, month, teams),
  };
}

function unavailable(
  figures: Counted["month"]["figures"],
  noCaseloads: string | null,
): readonly Unavailable[] {
  const indicators = [...figures].flatMap(([id, { unavailable: reason }]) =>
    reason === null ? [] : [{ id, reason }],
  );
  const caseloads =
    noCaseloads === null ? [] : STANDING_CASELOAD_TABLES.map((id) => ({ id, reason: noCaseloads }));
  return [...indicators, ...caseloads];
}
