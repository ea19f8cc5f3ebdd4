/** Extracts, settings and past figures → the one report that everything after it reads. */
import { addMonths, monthInWords } from "../calendar/months";
import type { WorkbookValues } from "../cells/worksheet";
import { usualChange } from "../measures/change";
import { createBreaks, type BreakAt } from "../past/breaks";
import { createSuccession } from "../teams/succession";
import { findIssues } from "../rules/rules";
import type { Finding } from "../findings";
import type { Caution, ClinicReport, OutOfTimeRow, Unavailable } from "../report";
import type { DataIssue } from "../issues/dataIssue";
import { caution } from "./checks/afterMonthEnd";
import { findFindings } from "./checks/findFindings";
import { monthQuestion } from "./checks/monthQuestion";
import type { ClinicSettings } from "../settings/settings";
import { targetsToAgree } from "../settings/targetsToAgree";
import { standingCaseloads } from "./caseloads";
import { countInSteps, requireSomeFigure } from "./count";
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
import type { ValuesOf } from "./months";
import { oneChild } from "./oneChild";
import { outOfTimeRows } from "./outOfTime";
import { reconcile } from "./reconcile";
import { sourcesOf } from "./sources";
import { stillToDo } from "./stillToDo";
import type { StillToDo } from "./stillToDo";
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
  requireSomeFigure(counted);
  for (const _ of findIssues({ ...counted, today })) yield "Checking the extracts";
  const outOfTime = outOfTimeRows(counted.month.tables.values(), counted.settings.teams);
  let rows = outOfTime.next();
  for (; !rows.done; rows = outOfTime.next()) yield "Listing what is out of time";
  const toDo = stillToDo(counted.month.tables.values(), counted.terms);
  let things = toDo.next();
  for (; !things.done; things = toDo.next()) yield "Listing what is due";
  const issues = counted.log.issues();
  yield "Listing the data issues";
  const report = reportOf(counted, rows.value, things.value, issues, today);
  const search = findFindings({ values, counted, today, ...report, valuesOf: valuesOfMonths(counted) });
  let findings = search.next();
  for (; !findings.done; findings = search.next()) yield "Checking what could be wrong";
  const cautions = cautionsOf(findings.value);
  const messages = [...report.messages, ...cautions.map(({ sentence }) => sentence)];
  const { breaks, ...rest } = report;
  return { ...rest, messages, findings: findings.value, cautions: [...cautions, ...breaks] };
}

/** Only what weighs for a figure goes onto its page. */
function cautionsOf(findings: readonly Finding[]): readonly Caution[] {
  return findings.flatMap((finding) => {
    if (finding.kind !== "extracts-after-month-end") return [];
    return finding.measures.flatMap((measure) => {
      const sentence = caution(measure, finding.asAt);
      return sentence === null ? [] : [{ indicator: measure.indicator, sentence }];
    });
  });
}

function valuesOfMonths({ settings, month, past }: Counted): ValuesOf {
  return thirteenMonths(monthsShown(settings), month, past);
}

function reportOf(
  {
    settings,
    recognition,
    lists,
    past,
    monthOfExtracts,
    extractsRunTo,
    month,
    caseloads,
    noCaseloads,
    targetsTable,
  }: Counted,
  outOfTime: readonly OutOfTimeRow[],
  toDo: StillToDo,
  issues: readonly DataIssue[],
  today: number,
): Omit<ClinicReport, "findings" | "cautions"> & { readonly breaks: readonly Caution[] } {
  const { teams } = settings;
  const months = monthsShown(settings);
  const valuesOf = thirteenMonths(months, month, past);
  const tables = teamTables(month.tables.values(), teams);
  const demandMonth = demandInTheMonth(valuesOf, settings);
  const demandMonthEnd = demandAtMonthEnd(valuesOf, settings);
  const reconciliations = reconcile(month, teams);
  const history = historyAfter(past.history, settings.month, month, settings);
  const breakAt = createBreaks(history, createSuccession(teams));
  const usualChanges = Object.fromEntries(
    settings.catalogue.entries.map((entry) => [
      entry.id,
      usualChange(
        entry.kind,
        valuesOf(entry.id),
        oneChild(entry, month.figures),
        (at) => months[at] !== undefined && breakAt(entry.id, months[at]) !== null,
      ),
    ]),
  );
  const lines = headlines(valuesOf, settings, usualChanges, (id) => breakAt(id, settings.month));
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
      catalogue: settings.catalogue,
      month: settings.month,
      headlines: lines,
      tables,
      demand: [...demandMonth, ...demandMonthEnd],
      reconciliations,
      usualChanges,
    }),
    breaks: breaksInTheMonths(settings, months, breakAt),
    usualChanges,
    outOfTime,
    ...toDo,
    issues,
    unavailable: unavailable(month.figures, settings, noCaseloads),
    sources: sourcesOf(lists, recognition, issues, today),
    definitions: definitions(settings, month),
    reconciliations,
    monthOfExtracts,
    monthQuestion: monthQuestion({
      month: settings.month,
      monthOfExtracts,
      extractsRunTo,
      monthsBuilt: new Set(past.history.map((row) => row.month)),
    }),
    targetsToAgree: targetsToAgree(targetsTable, settings),
    history,
  };
}

/** Said on the page of each figure: its chart runs over all of the months. */
function breaksInTheMonths(
  { catalogue }: ClinicSettings,
  months: readonly string[],
  breakAt: BreakAt,
): readonly Caution[] {
  return catalogue.entries.flatMap(({ id, nameInMessages }) =>
    months.slice(1).flatMap((month): Caution[] => {
      const reason = breakAt(id, month);
      if (reason === null) return [];
      const both = `${monthInWords(month)} is not compared with ${monthInWords(addMonths(month, -1))}`;
      return [{ indicator: id, sentence: `[b] ${nameInMessages}: ${both}, since ${reason}.` }];
    }),
  );
}

function unavailable(
  figures: Counted["month"]["figures"],
  settings: ClinicSettings,
  noCaseloads: string | null,
): readonly Unavailable[] {
  const indicators = settings.catalogue.entries.flatMap(({ id }) => {
    const reason = figures.get(id)?.unavailable ?? null;
    return reason === null ? [] : [{ id, reason }];
  });
  const caseloads =
    noCaseloads === null ? [] : standingCaseloads(settings).map(({ id }) => ({ id, reason: noCaseloads }));
  return [...indicators, ...caseloads];
}
