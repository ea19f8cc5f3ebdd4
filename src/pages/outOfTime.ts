/** Clinic Out of Time: every plan, assessment or ICPC that is counted and not in time, and how many a team (SPEC §5). */
import { listsNumerator } from "../clinic/indicators/listed";
import { formatDate } from "../clinic/calendar/serials";
import type { TeamTableId } from "../clinic/indicators/ids";
import type { ClinicReport, OutOfTimeRow, TeamTable } from "../clinic/report";
import { listPage, monthAndCouncil, noteAbove, pageTop } from "./layout/pageTop";
import { assemble } from "./layout/part";
import {
  centredColumn,
  columnBeside,
  dateColumn,
  gapBefore,
  linkColumn,
  numberColumn,
  textColumn,
  titledTable,
  widthOfTexts,
} from "./layout/tableColumn";
import { pageName } from "./pageNames";
import { DUE_THAT_DAY, dueInWords, overdueInWords, toDoTable } from "./toDoTable";
import type { CellContent, SheetPlan } from "./plan";
import { columnOf, linkTo, quoted, thisRow } from "./references";
import { NONE, wholeNumber } from "./wording";

const LIST = "Clinic_out_of_time";
const COUNTS = "Clinic_out_of_time_counts";

export function outOfTimePage(report: ClinicReport): SheetPlan {
  const name = pageName("out-of-time");
  const rows = report.outOfTime;
  const titles = [...new Set(rows.map(({ indicator }) => indicator))].map((id) => titleOf(id, report));
  const teamWidth = widthOfTexts(new Set(rows.map(({ team }) => team)), 22, 44);
  const outstanding = toDoTable({
    name: "Clinic_outstanding",
    title: "Still outstanding",
    column: 0,
    heading: "What is outstanding",
    children: report.outstanding,
    nobody: "Nobody",
    says: overdueInWords,
  });
  const dueSoon = toDoTable({
    name: "Clinic_due_soon",
    title: "Due in the next 10 working days",
    column: columnBeside(outstanding),
    heading: "What is due",
    children: report.dueSoon,
    nobody: "Nobody",
    says: dueInWords(report.settings.asAt),
  });
  const list = titledTable({
    name: LIST,
    title: "All that is counted and not in time",
    column: columnBeside(dueSoon),
    columns: [
      textColumn("Indicator", widthOfTexts(titles, 24, 56)),
      textColumn("Team", teamWidth),
      textColumn("Child ID", widthOfTexts(new Set(rows.map(({ child }) => child)), 11, 20)),
      textColumn("State", 24),
      dateColumn("Date", 13),
      dateColumn("Due date", 13),
      numberColumn("Days over", 9.5),
      textColumn("Unit", 15.5),
      textColumn("Sheet", widthOfTexts(new Set(rows.map(({ sheet }) => sheet)), 13, 30)),
      numberColumn("Row", 8.5),
      linkColumn("Link to row", 11),
    ],
    rows: rows.length > 0 ? rows.map((row) => lateRow(row, report)) : [["None this month", ...blanks(10)]],
    total: null,
    showFilter: true,
  });
  const counts = countsTable(report, columnBeside(list), teamWidth);
  return assemble(listPage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: sentence(report),
      notes: [
        `One row for each child, as at ${formatDate(report.settings.asAt)}; “${DUE_THAT_DAY}” is due on that date itself and still in time.`,
      ],
    }),
    noteAbove(columnBeside(dueSoon), [
      `${wholeNumber(report.outOfTime.length)} plans, assessments and conferences are counted and not in time (repeat plans included).`,
      "Days over are beyond what is due, in the row’s unit, from the start where nothing is recorded; blank for a date after the as-at date and for repeat plans.",
      "A dash for the date = nothing recorded. Links go to the sheets as they were called at the build.",
    ]),
    outstanding,
    gapBefore(columnBeside(outstanding)),
    dueSoon,
    gapBefore(columnBeside(dueSoon)),
    list,
    gapBefore(columnBeside(list)),
    counts,
  ]);
}

function lateRow(
  row: OutOfTimeRow,
  report: ClinicReport,
  asAt = report.settings.asAt,
): readonly CellContent[] {
  return [
    titleOf(row.indicator, report),
    row.team,
    row.child,
    stateOf(row, asAt),
    row.date ?? NONE,
    row.due ?? NONE,
    row.daysOver,
    row.unit,
    row.sheet,
    row.row,
    LINK,
  ];
}

/** The same in every row, as Excel wants it of a column of formulas. */
const LINK: CellContent = {
  formula: `=${linkTo(thisRow(LIST, "Sheet"), `"A"&${thisRow(LIST, "Row")}`, quoted("Go to row"))}`,
  expected: "Go to row",
};

interface Count {
  readonly indicator: TeamTableId;
  readonly team: string;
  readonly listed: number;
  readonly inTable: number;
}

function countsTable(report: ClinicReport, column: number, teamWidth: number) {
  const counts = countsOf(report);
  const [listed, inTable] = [thisRow(COUNTS, "Listed"), thisRow(COUNTS, "By its table")];
  return titledTable({
    name: COUNTS,
    title: "How many, compared with the tables",
    column,
    columns: [
      textColumn("ID", 24),
      textColumn("Team", teamWidth),
      numberColumn("Listed", 8.5),
      numberColumn("By its table", 8.5),
      centredColumn("Agrees", 9),
    ],
    rows: (counts.length > 0 ? counts : [null]).map((count): readonly CellContent[] => [
      count?.indicator ?? "None this month",
      count?.team ?? NONE,
      count?.listed ?? 0,
      count?.inTable ?? 0,
      {
        formula: `=IF(${listed}=${inTable},"Yes","No")`,
        expected: count === null || count.listed === count.inTable ? "Yes" : "No",
      },
    ]),
    total: [
      "Total",
      NONE,
      { formula: `=SUM(${columnOf(COUNTS, "Listed")})`, expected: sum(counts.map((count) => count.listed)) },
      {
        formula: `=SUM(${columnOf(COUNTS, "By its table")})`,
        expected: sum(counts.map((count) => count.inTable)),
      },
      {
        formula: `=IF(SUM(${columnOf(COUNTS, "Listed")})=SUM(${columnOf(COUNTS, "By its table")}),"Yes","No")`,
        expected: sum(counts.map((count) => count.listed - count.inTable)) === 0 ? "Yes" : "No",
      },
    ],
    showFilter: true,
  });
}

/** The teams of each table in its order, then any that only the list has. */
function countsOf(report: ClinicReport): readonly Count[] {
  const listed = new Map<string, number>();
  for (const row of report.outOfTime) {
    const key = keyOf(row.indicator, row.team);
    listed.set(key, (listed.get(key) ?? 0) + 1);
  }
  return report.tables.flatMap((table) => {
    const teams = new Set([
      ...table.rows.map(({ team }) => team),
      ...report.outOfTime.filter(({ indicator }) => indicator === table.id).map(({ team }) => team),
    ]);
    return [...teams]
      .map((team) => ({
        indicator: table.id,
        team,
        listed: listed.get(keyOf(table.id, team)) ?? 0,
        inTable: countedByTable(table, team, report),
      }))
      .filter((count) => count.listed > 0 || count.inTable > 0);
  });
}

function countedByTable(table: TeamTable, team: string, report: ClinicReport): number {
  const row = table.rows.find((each) => each.team === team);
  if (!row) return 0;
  const { catalogue, indicators } = report.settings;
  const betterWhen = indicators.get(table.id)?.betterWhen ?? null;
  return listsNumerator(catalogue.entry(table.id), betterWhen)
    ? row.numerator
    : row.denominator - row.numerator;
}

function keyOf(indicator: TeamTableId, team: string): string {
  return `${indicator}\u0000${team}`;
}

function titleOf(id: TeamTableId, report: ClinicReport): string {
  return report.tables.find((table) => table.id === id)?.title ?? report.settings.catalogue.entry(id).wording;
}

/** "210 children have something outstanding, 35 have something due in the next 10 working days." */
function sentence({ outstanding, dueSoon }: ClinicReport): string {
  const late =
    outstanding.length === 0
      ? "Nothing is outstanding"
      : `${children(outstanding.length)} something outstanding`;
  const soon = `${children(dueSoon.length)} something due in the next 10 working days`;
  return `${late}; ${soon}.`;
}

function children(count: number): string {
  return count === 0 ? "no child has" : count === 1 ? "1 child has" : `${wholeNumber(count)} children have`;
}

function stateOf({ state, date, indicator }: OutOfTimeRow, asAt: number): string {
  if (state === "to do") return "Still outstanding";
  if (state === "counted") return indicator === "cp-repeat" ? "Repeat plan" : "Counted";
  return date !== null && date > asAt ? "Done after the as-at date" : "Done, but not in time";
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: count }, () => NONE);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
