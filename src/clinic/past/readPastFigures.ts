/**
 * Figures of the months before the reporting month (SPEC §4): Clinic History wins, because it was published,
 * and Past Figures fill its gaps.
 */
import { monthInWords } from "../calendar/months";
import { shown } from "../measures/measures";
import { nameKey } from "../cells/names";
import type { TableValues } from "../cells/worksheet";
import { BUILT_IN } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { IssueLog } from "../issues/issueLog";
import type { HistoryRow } from "../report";
import type { ClinicSettings } from "../settings/settings";
import { queryContradictions } from "./contradictions";
import {
  addPastIssue,
  withoutImpossiblePercents,
  type FiguresByMonth,
  type PastFigure,
  type PastSheet,
} from "./pastFigure";
import { readHistory } from "./readHistory";
import { isTidy, readTidy } from "./readTidy";
import { readWide } from "./readWide";

export interface PastFigures {
  /** The figure of a month other than the reporting month, as it was published; percents 0–100; null = a gap. */
  value(indicator: IndicatorId, month: string): number | null;
  /** Clinic History before this build. */
  readonly history: readonly HistoryRow[];
  /** Past Figures with a Team: the figures of that team, by the name that the sheet gives it. */
  readonly ofTeams: readonly TeamFigure[];
}

export interface TeamFigure {
  readonly indicator: IndicatorId;
  readonly month: string;
  readonly team: string;
  /** Percents 0–100. */
  readonly value: number;
}

export interface PastInput {
  /** The sheets read as Past Figures, in order; none = []. */
  readonly sheets: readonly PastSheet[];
  /** The table Clinic_history of the last build. */
  readonly history: TableValues | null;
  readonly settings: Pick<ClinicSettings, "month" | "indicators"> &
    Partial<Pick<ClinicSettings, "catalogue">>;
  readonly date1904: boolean;
}

export function readPastFigures(
  { sheets, history, settings, date1904 }: PastInput,
  log: IssueLog,
): PastFigures {
  const catalogue = settings.catalogue ?? BUILT_IN;
  const reading = { latestMonth: settings.month, date1904, catalogue, log };
  const figures = sheets.flatMap((sheet) =>
    isTidy(sheet) ? readTidy(sheet, reading) : readWide(sheet, reading),
  );
  const found = withoutImpossiblePercents(figures, catalogue, log);
  const published = readHistory(history, date1904, log, settings.catalogue);
  const entered = latestOfEach(
    found.filter(({ team }) => team === null),
    log,
  );
  const kept = latestOfEach(published.figures, log);
  const figureOf = (indicator: IndicatorId, month: string): PastFigure | undefined =>
    kept.get(indicator)?.get(month) ?? entered.get(indicator)?.get(month);
  queryDifferences(entered, kept, settings, log);
  queryContradictions(entered, figureIn(entered, kept), settings, log);
  return {
    value: (indicator, month) =>
      month === settings.month ? null : (figureOf(indicator, month)?.value ?? null),
    history: published.rows,
    ofTeams: teamFigures(found, settings.month, log),
  };
}

function teamFigures(
  found: readonly PastFigure[],
  reportingMonth: string,
  log: IssueLog,
): readonly TeamFigure[] {
  const teams = new Map<string, { readonly team: string; readonly figures: PastFigure[] }>();
  for (const figure of found) {
    if (figure.team === null || figure.month === reportingMonth) continue;
    const key = nameKey(figure.team) || figure.team;
    const ofTeam = teams.get(key) ?? { team: figure.team, figures: [] };
    ofTeam.figures.push(figure);
    teams.set(key, ofTeam);
  }
  return [...teams.values()].flatMap(({ team, figures }) =>
    [...latestOfEach(figures, log).values()].flatMap((months) =>
      [...months.values()].map(({ indicator, month, value }) => ({ indicator, month, team, value })),
    ),
  );
}

/** A count to hold a rate of Past Figures against: one of the same sheet if there is one. */
function figureIn(entered: FiguresByMonth, kept: FiguresByMonth) {
  return (indicator: IndicatorId, month: string): number | null =>
    (entered.get(indicator)?.get(month) ?? kept.get(indicator)?.get(month))?.value ?? null;
}

/** SPEC §4: the later of two rows for one month wins, with a query. */
function latestOfEach(figures: readonly PastFigure[], log: IssueLog): FiguresByMonth {
  const latest = new Map<IndicatorId, Map<string, PastFigure>>();
  for (const figure of figures) {
    let months = latest.get(figure.indicator);
    if (!months) latest.set(figure.indicator, (months = new Map()));
    if (months.has(figure.month)) {
      addPastIssue(
        log,
        figure.place,
        "query",
        "past-figure-twice",
        "The same indicator and month appear higher up too; this later figure is used.",
        "Delete the one that is out of date.",
      );
    }
    months.set(figure.month, figure);
  }
  return latest;
}

/** SPEC §4: a difference is a query. Past Figures are often rounded, so both are compared as shown. */
function queryDifferences(
  entered: FiguresByMonth,
  kept: FiguresByMonth,
  { month: reportingMonth, catalogue = BUILT_IN }: PastInput["settings"],
  log: IssueLog,
): void {
  for (const [indicator, published] of kept) {
    const { kind, wording } = catalogue.entry(indicator);
    for (const { month, value, place } of entered.get(indicator)?.values() ?? []) {
      const figure = published.get(month);
      if (!figure || month === reportingMonth || shown(kind, value) === shown(kind, figure.value)) continue;
      addPastIssue(
        log,
        place,
        "query",
        "past-figure-differs-from-history",
        `${wording}, ${monthInWords(month)}: Clinic History has another figure, which is used because it was published.`,
        "Correct whichever is wrong: the past figure, or the row of Clinic History.",
      );
    }
  }
}
