/**
 * The figures of the last build, as VALUE, TABLE, SERIES and TEAMNAME look them up. Read from the workbook once a
 * build, however many cells ask.
 */
import type { IndicatorId } from "../clinic/indicators/ids";
import type { HistoryRow } from "../clinic/report";
import { seriesOfTeams } from "../clinic/past/seriesOfTeams";
import { createSuccession } from "../clinic/teams/succession";
import { namesOf } from "../clinic/teams/teams";
import { nameKey } from "../clinic/cells/names";
import { readMonth } from "../clinic/calendar/readMonth";
import { isBlankWord, readText } from "./cells";
import { invalidValue, notAvailable } from "./errors";
import type { PackContents } from "./packContents";

export interface PackFigures extends PackContents {
  /** Team: "Total" or a full name. */
  figure(indicator: IndicatorId, team: string, month: string): HistoryRow | null;
  /** Rows by team of a month, in the pack's order, the Total last. */
  rowsOf(indicator: IndicatorId, month: string): readonly HistoryRow[];
  /** The full name of the team that has a name, or null. */
  teamNamed(name: string): string | null;
}

export const TOTAL = "Total";

export function packFigures(contents: PackContents): PackFigures {
  const figures = new Map<string, HistoryRow>();
  const tables = new Map<string, HistoryRow[]>();
  const succession = createSuccession(contents.teams);
  const withOldNames = (
    rows: readonly HistoryRow[],
    goesOn: (row: HistoryRow) => boolean = () => true,
  ): readonly HistoryRow[] => [
    ...seriesOfTeams(rows.filter(goesOn), succession),
    // A team that has become another still has its own figures under its own name.
    ...rows.filter(({ team, month }) => team !== TOTAL && succession.seriesOf(team, month) !== team),
  ];
  for (const row of withOldNames(contents.history)) {
    figures.set(`${row.indicator}|${row.month}|${teamKey(row.team)}`, row);
  }
  for (const row of contents.history) {
    const table = `${row.indicator}|${row.month}`;
    const rows = tables.get(table);
    if (rows) rows.push(row);
    else tables.set(table, [row]);
  }
  const names = namesOf(contents.teams);
  const teamNamed = (name: string): string | null =>
    contents.teams[names.get(nameKey(name) || name)?.[0] ?? -1]?.name ?? null;
  // SPEC §4: Past Figures fill the gaps of Clinic History, a team's as the Total's.
  const past = contents.pastOfTeams.map(({ team, ...figure }): HistoryRow => ({
    ...figure,
    team: teamNamed(team) ?? team,
    numerator: null,
    denominator: null,
  }));
  // A past figure is a share or a count without what it was made of: a part of a merger never stands for the whole.
  const isNoPart = ({ team, month }: HistoryRow): boolean => {
    const series = succession.seriesOf(team, month);
    if (team === TOTAL || series === team) return true;
    return contents.teams.every(
      ({ name }) => name === team || name === series || succession.seriesOf(name, month) !== series,
    );
  };
  for (const row of withOldNames(past, isNoPart)) {
    const key = `${row.indicator}|${row.month}|${teamKey(row.team)}`;
    if (!figures.has(key)) figures.set(key, row);
  }
  return {
    ...contents,
    figure: (indicator, team, month) =>
      figures.get(`${indicator}|${month}|${teamKey(team)}`) ??
      (team === TOTAL ? pastRow(contents, indicator, month) : null),
    rowsOf: (indicator, month) => tables.get(`${indicator}|${month}`) ?? [],
    teamNamed,
  };
}

/** An ID of the catalogue, or an indicator's wording or title. */
export function readIndicator(cell: unknown, { catalogue }: PackFigures): IndicatorId {
  const text = readText(cell);
  if (text === "")
    throw invalidValue("Give an indicator's ID, such as cin-visits-6w; Clinic Definitions lists them.");
  const found = catalogue.of(text);
  if (found === null) throw invalidValue("There is no such indicator; Clinic Definitions lists their IDs.");
  return found;
}

/** Left out or blank: the month of the last build. */
export function readPackMonth(cell: unknown, figures: PackFigures): string {
  if (isBlankWord(cell)) return figures.month;
  if (typeof cell !== "string" && typeof cell !== "number") throw notAMonth();
  const month = readMonth(cell, figures.date1904);
  if (month === null) throw notAMonth();
  return month;
}

/** Left out or blank: the Total. A name that ClinicTeams lacks stands for itself: unknown teams have figures too. */
export function readTeam(cell: unknown, figures: PackFigures): string {
  const name = readText(cell);
  if (name === "" || /^(total|all|all teams)$/i.test(name)) return TOTAL;
  return figures.teamNamed(name) ?? name;
}

/** Percents are stored 0–100 and given as ratios, to be formatted. */
export function asGiven(
  indicator: IndicatorId,
  figure: number | null,
  { catalogue }: PackFigures,
): number | null {
  if (figure === null) return null;
  return catalogue.entry(indicator).kind === "percent" ? figure / 100 : figure;
}

export function noFigure(): CustomFunctions.Error {
  return notAvailable("There is no figure for that indicator, team and month.");
}

/** SPEC §4: Past Figures fill the gaps of Clinic History. */
function pastRow(contents: PackContents, indicator: IndicatorId, month: string): HistoryRow | null {
  const value = contents.pastTotal(indicator, month);
  return value === null ? null : { month, indicator, team: TOTAL, numerator: null, denominator: null, value };
}

function notAMonth(): CustomFunctions.Error {
  return invalidValue("The month must be a date or a month such as Jul-23.");
}

function teamKey(team: string): string {
  return team.trim().toLowerCase();
}
