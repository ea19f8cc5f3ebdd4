/** Clinic Out of Time: every plan, assessment or ICPC that is counted and not in time, and how many a team (SPEC §5). */
import { indicatorEntry } from "../clinic/indicators/catalogue";
import type { TeamTableId } from "../clinic/indicators/ids";
import type { ClinicReport, OutOfTimeRow, TeamTable } from "../clinic/report";
import { listPage, monthAndCouncil, pageTop } from "./layout/pageTop";
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
import type { CellContent, SheetPlan } from "./plan";
import { columnOf, linkFormula, thisRow } from "./references";
import { NONE, wholeNumber } from "./wording";

const LIST = "Clinic_out_of_time";
const COUNTS = "Clinic_out_of_time_counts";

export function outOfTimePage(report: ClinicReport): SheetPlan {
  const name = pageName("out-of-time");
  const rows = report.outOfTime;
  const titles = [...new Set(rows.map(({ indicator }) => indicator))].map((id) => titleOf(id, report));
  const teamWidth = widthOfTexts(new Set(rows.map(({ team }) => team)), 22, 44);
  const list = titledTable({
    name: LIST,
    title: "Not in time",
    column: 0,
    columns: [
      textColumn("Indicator", widthOfTexts(titles, 24, 56)),
      textColumn("Team", teamWidth),
      textColumn("Child ID", widthOfTexts(new Set(rows.map(({ child }) => child)), 11, 20)),
      dateColumn("Date", 13),
      numberColumn("Days over", 9.5),
      textColumn("Unit", 15.5),
      linkColumn("Link to row", widthOfTexts(new Set(rows.map(linkText)), 13, 30)),
    ],
    rows: rows.length > 0 ? rows.map((row) => lateRow(row, report)) : [["None this month", ...blanks(6)]],
    total: null,
    showFilter: true,
  });
  const counts = countsTable(report, columnBeside(list), teamWidth);
  return assemble(listPage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: sentence(rows.length),
      notes: [
        "Days over are beyond what is due, in the row’s unit, from the start where nothing is recorded; blank for a date after the as-at date and for repeat plans.",
        "A dash for the date = nothing recorded.",
      ],
    }),
    list,
    gapBefore(columnBeside(list)),
    counts,
  ]);
}

function lateRow(row: OutOfTimeRow, report: ClinicReport): readonly CellContent[] {
  const text = linkText(row);
  return [
    titleOf(row.indicator, report),
    row.team,
    row.child,
    row.date ?? NONE,
    row.daysOver,
    row.unit,
    { formula: linkFormula(row.sheet, `A${row.row}`, text), expected: text },
  ];
}

function linkText({ sheet, row }: OutOfTimeRow): string {
  return `${sheet}, row ${row}`;
}

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
    title: "How many, held against the tables",
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
        inTable: countedByTable(table, team),
      }))
      .filter((count) => count.listed > 0 || count.inTable > 0);
  });
}

function countedByTable(table: TeamTable, team: string): number {
  const row = table.rows.find((each) => each.team === team);
  if (!row) return 0;
  const entry = indicatorEntry(table.id);
  const listsNumerator = "listed" in entry && entry.listed === "in the numerator";
  return listsNumerator ? row.numerator : row.denominator - row.numerator;
}

function keyOf(indicator: TeamTableId, team: string): string {
  return `${indicator}\u0000${team}`;
}

function titleOf(id: TeamTableId, report: ClinicReport): string {
  return report.tables.find((table) => table.id === id)?.title ?? indicatorEntry(id).wording;
}

function sentence(count: number): string {
  if (count === 0) return "Everything that is counted is in time.";
  return `${wholeNumber(count)} plans, assessments and conferences are counted and not in time (repeat plans included).`;
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: count }, () => NONE);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
