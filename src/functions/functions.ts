/**
 * The worksheet functions of SPEC §7, as Excel's function dialog shows them: names, help and arguments stand here,
 * the work in the files beside. The build reads functions.json from this file and associates each function.
 *
 * Ranges are `unknown[][]`: Excel hands over cells of any kind, and the files beside read them.
 */
import { overCells, spill } from "./arrays";
import { caseloadsOfCells } from "./caseloadFunctions";
import {
  daysWith,
  dueDateOfCells,
  inTimeOfCells,
  monthEndOfCells,
  workingDaysOfCells,
} from "./dateFunctions";
import { percentOfCells, ragOfCells, rateOfCells, travelOfCells, trendOfCells } from "./measureFunctions";
import { openAtOfCells } from "./openAtFunctions";
import {
  indicatorsInThePack,
  seriesOfCells,
  tableOfCells,
  teamNameOfCell,
  valueOfCells,
} from "./packFunctions";
import { dateSystem, figures, open } from "./workbook";

/**
 * Divides a count by another: 45 of 50 is 0.9, to be formatted as a percent. #DIV/0! when there is nothing to divide by.
 * @customfunction PCT
 * @helpurl https://clinic.council.example/help/pct.html
 * @param numerator How many were in time, or meet the test.
 * @param denominator How many there are in all.
 * @param [if_zero] What to show when the denominator is 0, such as "-". Left out: #DIV/0!.
 * @returns The ratio, to be formatted as a percent.
 */
export function pct(numerator: unknown[][], denominator: unknown[][], if_zero?: unknown[][]): unknown[][] {
  return overCells([numerator, denominator, if_zero], percentOfCells);
}

/**
 * A count per so many of the population: children on a plan per 10,000 aged 0 to 17.
 * @customfunction RATE
 * @helpurl https://clinic.council.example/help/rate.html
 * @param count The number of children, plans or enquiries.
 * @param population The population aged 0 to 17.
 * @param [per] Per how many of the population. Left out: 10,000.
 * @returns The rate, unrounded.
 */
export function rate(count: unknown[][], population: unknown[][], per?: unknown[][]): unknown[][] {
  return overCells([count, population, per], rateOfCells);
}

/**
 * The arrow from one figure to the next: ↑ more, ↓ fewer, → the same.
 * @customfunction TREND
 * @helpurl https://clinic.council.example/help/trend.html
 * @param previous The figure of the month before.
 * @param current The figure of this month.
 * @returns ↑, ↓ or →.
 */
export function trend(previous: unknown[][], current: unknown[][]): unknown[][] {
  return overCells([previous, current], trendOfCells);
}

/**
 * The arrow of performance: ↑ improving, ↓ worsening, → the same. 71 to 70 improves where lower is better.
 * @customfunction TRAVEL
 * @helpurl https://clinic.council.example/help/travel.html
 * @param previous The figure of the month before.
 * @param current The figure of this month.
 * @param [better_when] "higher", "lower" or "near" (nearer to the target). Left out: higher.
 * @param [target] The target: needed only for "near".
 * @returns ↑, ↓ or →.
 */
export function travel(
  previous: unknown[][],
  current: unknown[][],
  better_when?: unknown[][],
  target?: unknown[][],
): unknown[][] {
  return overCells([previous, current, better_when, target], travelOfCells);
}

/**
 * Judges a figure against its target: Green meets it, Amber misses it by no more than amber_within, Red is all else.
 * @customfunction RAG
 * @helpurl https://clinic.council.example/help/rag.html
 * @param value The figure, as shown.
 * @param target The target, in the figure's own unit.
 * @param [better_when] "higher", "lower" or "near" (nearer to the target). Left out: higher.
 * @param [amber_within] How far a miss may be and still be amber, in the figure's own unit. Left out: no amber.
 * @returns Green, Amber or Red.
 */
export function ragStatus(
  value: unknown[][],
  target: unknown[][],
  better_when?: unknown[][],
  amber_within?: unknown[][],
): unknown[][] {
  return overCells([value, target, better_when, amber_within], ragOfCells);
}

/**
 * Counts the working days after the start, up to and including the end: Monday to Friday less England and Wales bank
 * holidays and your closures. Negative when the end is before the start.
 * @customfunction WORKINGDAYS
 * @helpurl https://clinic.council.example/help/workingdays.html
 * @param start The day to count from; it is not counted.
 * @param end The last day counted.
 * @param [closures] Local closures, such as ClinicHolidays[Date]. Bank holidays are built in.
 * @returns The number of working days.
 */
export async function workingDays(
  start: unknown[][],
  end: unknown[][],
  closures?: unknown[][],
): Promise<unknown[][]> {
  const days = daysWith(closures, await dateSystem());
  return overCells([start, end], (from, to) => workingDaysOfCells(days, from, to));
}

/**
 * The date that is so many working days after the start (before it when negative).
 * @customfunction DUEDATE
 * @helpurl https://clinic.council.example/help/duedate.html
 * @param start The day to count from; it is not counted.
 * @param working_days How many working days after the start.
 * @param [closures] Local closures, such as ClinicHolidays[Date]. Bank holidays are built in.
 * @returns The due date, to be formatted as a date.
 */
export async function dueDate(
  start: unknown[][],
  working_days: unknown[][],
  closures?: unknown[][],
): Promise<unknown[][]> {
  const days = daysWith(closures, await dateSystem());
  return overCells([start, working_days], (from, count) => dueDateOfCells(days, from, count));
}

/**
 * The last day of the date's month, or of the month so many months on.
 * @customfunction MONTHEND
 * @helpurl https://clinic.council.example/help/monthend.html
 * @param date Any day of the month.
 * @param [months] How many months on (back when negative). Left out: 0.
 * @returns The date, to be formatted as a date.
 */
export async function monthEnd(date: unknown[][], months?: unknown[][]): Promise<unknown[][]> {
  const date1904 = await dateSystem();
  return overCells([date, months], (day, count) => monthEndOfCells(date1904, day, count));
}

/**
 * Whether what was last done is within its timescale at the as-at date: TRUE or FALSE. Never done (blank) and done after
 * the as-at date are FALSE.
 * @customfunction INTIME
 * @helpurl https://clinic.council.example/help/intime.html
 * @param last The date of the last visit, supervision or review.
 * @param as_at The day to look back from.
 * @param timescale How many days back still count.
 * @param [unit] "days" or "working days". Left out: days.
 * @param [closures] Local closures, such as ClinicHolidays[Date]. Bank holidays are built in.
 * @returns TRUE or FALSE.
 */
export async function inTime(
  last: unknown[][],
  as_at: unknown[][],
  timescale: unknown[][],
  unit?: unknown[][],
  closures?: unknown[][],
): Promise<unknown[][]> {
  const days = daysWith(closures, await dateSystem());
  return overCells([last, as_at, timescale, unit], (...cells) => {
    const [done, asAt, within, unitOf] = cells;
    return inTimeOfCells(days, done, asAt, within, unitOf);
  });
}

/**
 * A figure of the last build, or what it is held against. Percents are ratios. Recalculates when a build ends.
 * @customfunction VALUE
 * @helpurl https://clinic.council.example/help/value.html
 * @param indicator The indicator's ID, such as "cin-visits-6w"; Clinic Definitions lists them.
 * @param [team] Any name of the team. Left out: the Total.
 * @param [month] A date or a month, such as "Jul-23". Left out: the month of the last build.
 * @param [part] "value", "numerator", "denominator", "target", "amber" or "rag". Left out: value.
 * @param invocation Excel's open cell.
 * @streaming
 */
export function value(
  indicator: unknown[][],
  team: unknown[][],
  month: unknown[][],
  part: unknown[][],
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  figures.show(invocation, (found) =>
    overCells([indicator, team, month, part], (...cells) => {
      const [id, teamName, monthOf, partOf] = cells;
      return valueOfCells(found, id, teamName, monthOf, partOf);
    }),
  );
}

/**
 * A table of the last build with its headings: Team, Denominator, Numerator, % and RAG, the Total last. Recalculates
 * when a build ends.
 * @customfunction TABLE
 * @helpurl https://clinic.council.example/help/table.html
 * @param indicator The indicator's ID, such as "cin-visits-6w"; Clinic Definitions lists them.
 * @param [month] A date or a month, such as "Jul-23". Left out: the month of the last build.
 * @param invocation Excel's open cell.
 * @streaming
 */
export function table(
  indicator: unknown,
  month: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  figures.show(invocation, (found) => spill([indicator, month], (id, of) => tableOfCells(found, id, of)));
}

/**
 * The figures of the months up to the last build's, oldest first, one below the other; a month without a figure is #N/A,
 * which a line chart leaves out. Percents are ratios. Recalculates when a build ends.
 * @customfunction SERIES
 * @helpurl https://clinic.council.example/help/series.html
 * @param indicator The indicator's ID, such as "cin-visits-6w"; Clinic Definitions lists them.
 * @param [team] Any name of the team. Left out: the Total.
 * @param [months] How many months. Left out: 13.
 * @param invocation Excel's open cell.
 * @streaming
 */
export function series(
  indicator: unknown,
  team: unknown,
  months: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  figures.show(invocation, (found) =>
    spill([indicator, team, months], (id, of, count) => seriesOfCells(found, id, of, count)),
  );
}

/**
 * Each worker's allocations with status and team, most first, with headings; no worker is named. Recalculates when a
 * build ends.
 * @customfunction CASELOADS
 * @helpurl https://clinic.council.example/help/caseloads.html
 * @param [team] Any name of the team. Left out: every team.
 * @param [threshold] The fewest allocations to list, such as 20. Left out: everyone.
 * @param invocation Excel's open cell.
 * @streaming
 */
export function caseloads(
  team: unknown,
  threshold: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  figures.show(invocation, (found) =>
    spill([team, threshold], (of, least) => caseloadsOfCells(found, of, least)),
  );
}

/**
 * A team's full name, from any name that Clinic Settings gives it. #N/A when none has the name. Recalculates when a
 * build ends.
 * @customfunction TEAMNAME
 * @helpurl https://clinic.council.example/help/teamname.html
 * @param any_name A full name, short name or other name of a team.
 * @param invocation Excel's open cell.
 * @streaming
 */
export function teamName(
  any_name: unknown[][],
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  figures.show(invocation, (found) => overCells([any_name], (name) => teamNameOfCell(found, name)));
}

/**
 * Every indicator of the pack with headings: ID, title, page, kind, and whether it is built in or the council's own.
 * Recalculates when a build ends.
 * @customfunction INDICATORS
 * @helpurl https://clinic.council.example/help/indicators.html
 * @param invocation Excel's open cell.
 * @streaming
 */
export function indicators(invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  figures.show(invocation, indicatorsInThePack);
}

/**
 * Counts the different children of a list who are open at a day: started by then, and not ended. Recalculates when a build
 * ends.
 * @customfunction OPENAT
 * @helpurl https://clinic.council.example/help/openat.html
 * @param list "CIN Plans", "CP Plans", "CLA", "Care Leavers", "Assessments" or "Early Help".
 * @param [date] The day. Left out: the last day of the last build's month.
 * @param [team] Any name of the team. Left out: every team.
 * @param invocation Excel's open cell.
 * @streaming
 */
export function openAt(
  list: unknown[][],
  date: unknown[][],
  team: unknown[][],
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  open.show(invocation, (found) =>
    overCells([list, date, team], (...cells) => openAtOfCells(found, cells[0], cells[1], cells[2])),
  );
}
