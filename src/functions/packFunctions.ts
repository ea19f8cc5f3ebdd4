/** VALUE, TABLE, SERIES and TEAMNAME, from the figures of the last build (SPEC §7). */
import { MONTHS_SHOWN } from "../clinic/calendar/months";
import { monthsUpTo } from "../clinic/calendar/months";
import { rag, ratio, shown } from "../clinic/measures/measures";
import { MEASURED_IN } from "../pages/liveFormulas";
import { pageOf } from "../pages/pageNames";
import type { HistoryRow } from "../clinic/report";
import { TEAM_NOT_RECORDED } from "../clinic/teams/teams";
import type { Result } from "./arrays";
import { isBlankWord, readText, readWhole } from "./cells";
import { invalidNumber, invalidValue, notAvailable } from "./errors";
import { ragWord } from "./measureFunctions";
import {
  asGiven,
  noFigure,
  readIndicator,
  readPackMonth,
  readTeam,
  TOTAL,
  type PackFigures,
} from "./packFigures";

const PARTS = ["value", "numerator", "denominator", "target", "amber", "rag"] as const;
type Part = (typeof PARTS)[number];

const MOST_MONTHS = 120;

/** One figure, or what it is held against. A percent, its target and its amber are ratios. */
export function valueOfCells(
  figures: PackFigures,
  indicator: unknown,
  team: unknown,
  month: unknown,
  part: unknown,
): Result {
  const id = readIndicator(indicator, figures);
  const wanted = readPart(part);
  const settings = figures.indicators.get(id);
  if (wanted === "target") return asGiven(id, settings?.target ?? null, figures) ?? noTarget();
  if (wanted === "amber") return asGiven(id, settings?.amberWithin ?? null, figures) ?? noTarget();
  const row = figures.figure(id, readTeam(team, figures), readPackMonth(month, figures));
  if (row === null) throw noFigure();
  return partOf(row, wanted, figures) ?? noPart(wanted);
}

/** Team, Denominator, Numerator, %, RAG as on the page; a figure that is not by team is one row of value, target, RAG. */
export function tableOfCells(figures: PackFigures, indicator: unknown, month: unknown): Result[][] {
  const id = readIndicator(indicator, figures);
  const rows = figures.rowsOf(id, readPackMonth(month, figures));
  if (rows.length === 0) throw noFigure();
  if (figures.catalogue.entry(id).family !== "by team") {
    return [["Indicator", "Figure", "Target", "RAG"], ...rows.map((row) => headlineOf(row, figures))];
  }
  const total = rows.filter(isTotal);
  const teams = rows.filter((row) => !isTotal(row));
  return [
    ["Team", "Denominator", "Numerator", "%", "RAG"],
    ...[...teams, ...total].map((row): Result[] => [
      row.team,
      row.denominator ?? "",
      row.numerator ?? "",
      valueOf(row, figures) ?? "-",
      ragOf(row, figures),
    ]),
  ];
}

/** The figures of the last months up to the last build's, oldest first, one below the other; a gap is #N/A. */
export function seriesOfCells(
  figures: PackFigures,
  indicator: unknown,
  team: unknown,
  months: unknown,
): Result[][] {
  const id = readIndicator(indicator, figures);
  const name = readTeam(team, figures);
  const count = isBlankWord(months) ? MONTHS_SHOWN : readWhole(months, "number of months");
  if (count < 1 || count > MOST_MONTHS) throw invalidNumber();
  return monthsUpTo(figures.month, count).map((month) => {
    const row = figures.figure(id, name, month);
    return [(row && valueOf(row, figures)) ?? noFigure()];
  });
}

/** A team's full name. A blank is the pack's "Team not recorded". */
export function teamNameOfCell(figures: PackFigures, anyName: unknown): Result {
  const name = readText(anyName);
  if (name === "") return TEAM_NOT_RECORDED;
  const found = figures.teamNamed(name);
  if (found === null) throw notAvailable("No team on Clinic Settings has that name.");
  return found;
}

/** SPEC §7 INDICATORS: in the pack's order, those that are switched off left out. */
export function indicatorsInThePack({ catalogue }: PackFigures): Result[][] {
  return [
    ["ID", "Title", "Page", "Kind", "Own or built in"],
    ...catalogue.entries.map(({ id, wording, kind, own }): Result[] => [
      id,
      wording,
      pageOf(id, catalogue).title,
      MEASURED_IN[kind],
      own ? "Own" : "Built in",
    ]),
  ];
}

function partOf(
  row: HistoryRow,
  part: Exclude<Part, "target" | "amber">,
  figures: PackFigures,
): Result | null {
  if (part === "numerator") return row.numerator;
  if (part === "denominator") return row.denominator;
  return part === "value" ? valueOf(row, figures) : ragOf(row, figures);
}

/** From numerator and denominator where the history has them: then it is the sheets' own quotient, to the last digit. */
function valueOf(row: HistoryRow, figures: PackFigures): number | null {
  const { indicator, numerator, denominator, value } = row;
  if (figures.catalogue.entry(indicator).kind === "percent" && numerator !== null && denominator !== null) {
    return ratio(numerator, denominator);
  }
  return asGiven(indicator, value, figures);
}

/** Judged as the pack judges: the figure as shown, against the settings as they now are. */
function ragOf(row: HistoryRow, figures: PackFigures): string {
  const settings = figures.indicators.get(row.indicator);
  const value = shown(figures.catalogue.entry(row.indicator).kind, row.value);
  if (!settings) return ragWord(null);
  return ragWord(rag(value, settings.target, settings.betterWhen, settings.amberWithin));
}

function headlineOf(row: HistoryRow, figures: PackFigures): Result[] {
  const { target } = figures.indicators.get(row.indicator) ?? { target: null };
  const name = figures.catalogue.entry(row.indicator).wording;
  return [
    name,
    valueOf(row, figures) ?? "-",
    asGiven(row.indicator, target, figures) ?? "-",
    ragOf(row, figures),
  ];
}

function isTotal(row: HistoryRow): boolean {
  return row.team === TOTAL;
}

function readPart(cell: unknown): Part {
  const word = readText(cell).toLowerCase();
  if (word === "") return "value";
  const part = PARTS.find((each) => each === word);
  if (!part) throw invalidValue("The part must be value, numerator, denominator, target, amber or rag.");
  return part;
}

function noTarget(): never {
  throw notAvailable("Clinic Settings has none for that indicator.");
}

function noPart(part: string): never {
  throw notAvailable(`The history holds no ${part} for that indicator, team and month.`);
}
