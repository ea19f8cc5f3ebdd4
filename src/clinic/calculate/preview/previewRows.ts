/** Five rows that an indicator of the council's own counts and five that it does not, each with the reason. */
import { formatDate, LAST_SERIAL } from "../../calendar/serials";
import { isBlank, numberIn } from "../../cells/cells";
import { certain } from "../../cells/certain";
import { cellText } from "../../cells/names";
import type { CellValue } from "../../cells/worksheet";
import type { Clause } from "../../conditions/condition";
import { readDate } from "../../calendar/readDate";
import { isLikelyDate } from "../../extracts/columnKinds";
import { MET, NOT_YET_DUE, type IndicatorEntry, type Terms } from "../../indicators/entry";
import type { IndicatorSettings } from "../../indicators/indicatorSettings";
import { firstDayCounted, OWN_COLUMNS, whyNotCounted, type NotCounted } from "../../indicators/own/ownCohort";
import type { OwnMeasure } from "../../indicators/own/ownMeasure";
import type { OwnRecords } from "../own/ownRecords";
import { isInTable, timescaleOf } from "../teamCounts";

/** A child's row: shown to the analyst, and nowhere kept, logged or put into an error. */
export interface PreviewRow {
  readonly child: string;
  readonly team: string;
  readonly sheet: string;
  /** 1-based worksheet row. */
  readonly row: number;
  /** The cells that decide. */
  readonly cells: readonly { readonly heading: string; readonly text: string }[];
  /** A sentence. */
  readonly because: string;
}

export interface RowsCounted {
  readonly countedRows: number;
  readonly counted: readonly PreviewRow[];
  readonly leftOutRows: number;
  readonly leftOut: readonly PreviewRow[];
  /** Why rows are left out, with how many. */
  readonly reasons: readonly { readonly because: string; readonly rows: number }[];
  /** Counted rows by team code. */
  readonly byTeam: readonly number[];
}

const SHOWN = 5;

export function previewRows(
  entry: IndicatorEntry,
  measure: OwnMeasure,
  list: OwnRecords,
  terms: Terms,
  settings: IndicatorSettings,
  date1904: boolean,
): RowsCounted {
  const judge = judgeRows(entry, measure, list, terms, settings);
  const counted: Judged[] = [];
  const leftOut: Judged[] = [];
  const byTeam = terms.teams.map(() => 0);
  const teams = list.teams();
  for (let row = 0; row < list.rowCount; row++) {
    const { isCounted, because } = judge(row);
    (isCounted ? counted : leftOut).push({ row, because });
    const team = certain(teams[row]);
    if (isCounted) byTeam[team] = (byTeam[team] ?? 0) + 1;
  }
  const show = shower(measure, list, terms, date1904);
  const reasons = groupedBy(leftOut);
  return {
    countedRows: counted.length,
    counted: spread(groupedBy(counted)).map(show),
    leftOutRows: leftOut.length,
    leftOut: spread(reasons).map(show),
    reasons: [...reasons]
      .map(([because, rows]) => ({ because, rows: rows.length }))
      .sort((a, b) => b.rows - a.rows),
    byTeam,
  };
}

interface Judged {
  readonly row: number;
  readonly because: string;
}

/** As `countByTeam` counts: who is in the cohort, whose team is in the table, and who is not yet due. */
function judgeRows(
  entry: IndicatorEntry,
  measure: OwnMeasure,
  list: OwnRecords,
  terms: Terms,
  settings: IndicatorSettings,
): (row: number) => { readonly isCounted: boolean; readonly because: string } {
  const timescale = timescaleOf(settings);
  const cohort =
    entry.family === "by team" ? entry.cohort : "cohort" in entry.measure ? entry.measure.cohort : null;
  const inCohort = new Set(cohort?.rows(list, terms, timescale));
  const whyNot = whyNotCounted(measure, list, terms, timescale);
  const inWords = reasonInWords(measure, list, terms);
  const judgement = entry.family === "by team" ? entry.test.judge(list, terms, timescale) : null;
  const teams = list.teams();
  const numerator = numeratorInWords(measure, list);
  return (row) => {
    const leftOut = (because: string) => ({ isCounted: false, because });
    if (!inCohort.has(row)) {
      const reason = whyNot(row);
      return leftOut(reason === null ? ANOTHER_ROW[measure.each] : inWords(reason, row));
    }
    if (judgement === null) return { isCounted: true, because: "Counted." };
    if (!isInTable(certain(terms.teams[certain(teams[row])]), settings))
      return leftOut("Its team is not in the clinic tables.");
    const standing = judgement.standing(row);
    if (standing === NOT_YET_DUE && settings.notYetDue === "excluded")
      return leftOut("Nothing is recorded and it is not yet due, so it is left out of the denominator.");
    if (standing === NOT_YET_DUE)
      return { isCounted: true, because: "In the numerator: nothing is recorded, and it is not yet due." };
    return { isCounted: true, because: numerator(standing === MET, row) };
  };
}

const ANOTHER_ROW: Readonly<Record<OwnMeasure["each"], string>> = {
  row: "It is not counted.",
  child: "Another row of the same child is counted.",
  "child and date": "Another row of the same child and date is counted.",
};

function numeratorInWords(measure: OwnMeasure, list: OwnRecords): (isMet: boolean, row: number) => string {
  const clauses = list.clauses("With");
  return (isMet, row) => {
    if (isMet) return "In the numerator.";
    const unmet = clauses.filter((each) => !each.isMet(row)).map(({ text }) => text);
    const why = measure.measure === "share with" ? `not met: ${unmet.join(" and ")}` : "not in time";
    return `In the denominator only: ${why}.`;
  };
}

function reasonInWords(measure: OwnMeasure, list: OwnRecords, terms: Terms) {
  const { monthEnd } = terms;
  const from = firstDayCounted(measure.counted, terms.monthStart, monthEnd);
  const named = (column: (typeof OWN_COLUMNS)[number], otherwise: string): string =>
    list.headingOf(column) ?? otherwise;
  const [start, end, by] = [named("start", "Start"), named("end", "End"), named("by", "Date")];
  const clauses = list.clauses("Only where");
  return (reason: NotCounted, row: number): string => {
    switch (reason) {
      case "not where": {
        const unmet = clauses.filter((each) => !each.isMet(row)).map(({ text }) => text);
        return `Only where is not met: ${unmet.join(" and ")}.`;
      }
      case "no start":
        return `${start} has no date.`;
      case "starts after":
        return `${start} is after ${formatDate(monthEnd)}.`;
      case "ended":
        return `${end} is on or before ${formatDate(monthEnd)}.`;
      case "falls due before":
        return `It fell due before ${formatDate(from)}.`;
      case "falls due after":
        return `It falls due after ${formatDate(monthEnd)}.`;
      case "no date":
        return `${by} has no date.`;
      case "dated before":
        return `${by} is before ${formatDate(from)}.`;
      case "dated after":
        return `${by} is after ${formatDate(monthEnd)}.`;
    }
  };
}

/** Rows by reason, in the order first met. */
function groupedBy(rows: readonly Judged[]): ReadonlyMap<string, readonly Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const judged of rows) {
    const group = groups.get(judged.because);
    if (group) group.push(judged);
    else groups.set(judged.because, [judged]);
  }
  return groups;
}

/** Some of each reason in turn, so that five rows show as many reasons as there are. */
function spread(groups: ReadonlyMap<string, readonly Judged[]>): readonly Judged[] {
  const all = [...groups.values()];
  const chosen: Judged[] = [];
  for (let place = 0; chosen.length < SHOWN && all.some((group) => group.length > place); place++)
    chosen.push(...all.flatMap((group) => group[place] ?? []));
  const first = chosen.slice(0, SHOWN);
  return all.flatMap((group) => first.filter((judged) => group.includes(judged)));
}

function shower(
  measure: OwnMeasure,
  list: OwnRecords,
  { teams }: Terms,
  date1904: boolean,
): (judged: Judged) => PreviewRow {
  const dated = OWN_COLUMNS.filter((column) => column !== "team" && column !== "frequency").flatMap(
    (column) => {
      const heading = list.headingOf(column);
      const isAsked = measure.counted === "open at month end" || column !== "end";
      return heading === null || !isAsked ? [] : [{ heading, column }];
    },
  );
  const asked = [...list.clauses("Only where"), ...list.clauses("With")].flatMap(({ clause }) =>
    "heading" in clause ? [{ heading: clause.heading, clause }] : [],
  );
  const frequency = list.headingOf("frequency");
  const codes = list.teams();
  const children = list.values("child");
  return ({ row, because }) => {
    const cells = new Map<string, string>();
    for (const { heading, column } of dated)
      cells.set(heading, dateText(certain(list.dates(column)[row]), list.cell(heading)(row)));
    if (frequency !== null) cells.set(frequency, plainText(list.cell(frequency)(row)));
    for (const { heading, clause } of asked)
      if (!cells.has(heading)) cells.set(heading, askedText(list.cell(heading)(row), clause, date1904));
    return {
      child: cellText(children[row] ?? "") || "no ID",
      team: teams[certain(codes[row])]?.name ?? "",
      sheet: list.sheets[list.sheetOf?.[row] ?? 0] ?? "",
      row: certain(list.rowOf[row]),
      cells: Array.from(cells, ([heading, text]) => ({ heading, text })),
      because,
    };
  };
}

function dateText(serial: number, cell: CellValue): string {
  if (serial > 0 && serial <= LAST_SERIAL) return formatDate(serial);
  return isBlank(cell) ? "blank" : "not a date";
}

/** A number is shown as a date where the condition asks for one. */
function askedText(cell: CellValue, clause: Clause, date1904: boolean): string {
  const asksForDate =
    clause.says === "follows earlier" ||
    clause.says === "filled" ||
    (clause.says === "compares" &&
      clause.values.some((value) => numberIn(value) === null && readDate(value, false) > 0));
  const date = asksForDate && isLikelyDate(cell, date1904) ? readDate(cell, date1904) : 0;
  return date > 0 ? formatDate(date) : plainText(cell);
}

function plainText(cell: CellValue): string {
  return isBlank(cell) ? "blank" : cellText(cell);
}
