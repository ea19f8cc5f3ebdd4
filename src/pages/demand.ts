/** Clinic Demand: two tables of fixed size, the months in the same columns, one above the other (SPEC §4, §5). */
import { monthLabel, monthInWords } from "../clinic/calendar/months";
import type { ClinicReport, DemandMonthEndRow, DemandMonthRow } from "../clinic/report";
import type { Trend } from "../clinic/measures/terms";
import { TOP_HEIGHTS, monthAndCouncil, pageTop, picturePage } from "./layout/pageTop";
import { fillPaper } from "./layout/paper";
import { assemble } from "./layout/part";
import { ragRules } from "./layout/ragRules";
import {
  AS_TYPED,
  WHOLE,
  centredColumn,
  numberColumn,
  proseColumn,
  quietColumn,
  titledTable,
  widthOfTexts,
  wordColumn,
} from "./layout/tableColumn";
import {
  cellFigure,
  definitionOf,
  REF,
  ragFormula,
  refOf,
  termsByRef,
  travelFormula,
  trendFormula,
} from "./liveFormulas";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { columnOf, quoted, thisRow } from "./references";
import { ragCounts } from "./sentences";
import { NONE, NOT_AVAILABLE, notAgreed, ragWord, travelWord, trendWord } from "./wording";

export const DEMAND_MONTH = "Clinic_demand_month";
export const DEMAND_MONTH_END = "Clinic_demand_month_end";
const FIRST_TITLE_ROW = 4;
const ROWS_BETWEEN = 2;
/** Longer wordings wrap. */
const WIDEST_INDICATOR = 57;
/** Points. */
const HIGHEST_ROW = 36;

export function demandPage(report: ClinicReport): SheetPlan {
  const name = pageName("demand");
  const months = report.months.map(monthLabel);
  const inMonth = titledTable({
    name: DEMAND_MONTH,
    title: "Demand in the month",
    column: 0,
    titleRow: FIRST_TITLE_ROW,
    columns: [indicatorColumn(report), ...months.map(monthColumn), wordColumn("Trend", 15)],
    rows: report.demandMonth.map((row) => monthRow(row, months)),
    total: null,
    showFilter: false,
  });
  const atMonthEnd = titledTable({
    name: DEMAND_MONTH_END,
    title: "Demand at month end",
    column: 0,
    titleRow: FIRST_TITLE_ROW + 1 + report.demandMonth.length + ROWS_BETWEEN,
    columns: [
      indicatorColumn(report),
      ...months.map(monthColumn),
      quietColumn("Target", 14, AS_TYPED),
      centredColumn("RAG", 10),
      wordColumn("Direction of travel", 14.5),
      quietColumn(REF, 5),
    ],
    rows: report.demandMonthEnd.map((row) => monthEndRow(row, months, report)),
    total: null,
    showFilter: false,
  });
  const [monthEnd] = atMonthEnd.tables;
  const sheet = assemble(picturePage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: demandSentence(report),
      notes: demandNotes(report),
    }),
    inMonth,
    {
      ...atMonthEnd,
      rules: ragRules(monthEnd.row + 1, monthEnd.headings.indexOf("RAG"), monthEnd.rows.length),
    },
    { rowHeights: { [monthEnd.row - ROWS_BETWEEN]: TOP_HEIGHTS.blank } },
  ]);
  return fillPaper(sheet, HIGHEST_ROW);
}

function indicatorColumn({ demandMonth, demandMonthEnd }: ClinicReport) {
  const wordings = [...demandMonth, ...demandMonthEnd].map(({ indicator }) => indicator);
  return proseColumn("Indicator", widthOfTexts(wordings, 30, WIDEST_INDICATOR));
}

function monthColumn(label: string) {
  return numberColumn(label, 9, WHOLE);
}

function monthRow(row: DemandMonthRow, months: readonly string[]): readonly CellContent[] {
  const { previous, current } = lastTwo(DEMAND_MONTH, months);
  return [
    row.indicator,
    ...row.values.map(figure),
    { formula: trendFormula(previous, current), expected: trendWord(row.trend) },
  ];
}

function monthEndRow(
  row: DemandMonthEndRow,
  months: readonly string[],
  report: ClinicReport,
): readonly CellContent[] {
  const { previous, current } = lastTwo(DEMAND_MONTH_END, months);
  const ref = thisRow(DEMAND_MONTH_END, REF);
  const terms = termsByRef(ref);
  return [
    row.indicator,
    ...row.values.map(figure),
    { formula: `=${definitionOf(ref, "Target")}`, expected: row.target ?? NONE },
    { formula: ragFormula(terms, current), expected: ragWord(row.rag) },
    { formula: travelFormula(terms, previous, current), expected: travelWord(row.travel) },
    refOf(row.id, report),
  ];
}

/** Counts and rates: both are shown whole. */
function lastTwo(table: string, months: readonly string[]) {
  const of = (month: string | undefined) => cellFigure("count", thisRow(table, month ?? ""));
  return { previous: of(months.at(-2)), current: of(months.at(-1)) };
}

function figure(value: number | null): CellContent {
  return value ?? NOT_AVAILABLE;
}

/** "In July 2023, 4 of the 8 figures of the month rose, 4 fell …; against targets at month end: 0 green, 1 amber, 1 red." */
function demandSentence(report: ClinicReport): CellContent {
  const moved = (trend: Trend) => report.demandMonth.filter((row) => row.trend === trend).length;
  const start =
    `In ${monthInWords(report.month)}, ${moved("up")} of the ${report.demandMonth.length} figures of the month rose, ` +
    `${moved("down")} fell and ${moved("flat")} did not change`;
  const words = report.demandMonthEnd.map(({ rag }) => ragWord(rag));
  const column = columnOf(DEMAND_MONTH_END, "RAG");
  const against = "; against targets at month end: ";
  const counts = ragCounts(column, words);
  const judged = words.some((word) => word !== NONE);
  return {
    formula: `=${quoted(start)}&IF(COUNTIF(${column},"${NONE}")=ROWS(${column}),"",${quoted(against)}&${counts.formula})&"."`,
    expected: `${start}${judged ? against + counts.expected : ""}.`,
  };
}

function demandNotes(report: ClinicReport): readonly string[] {
  const rows = [...report.demandMonth, ...report.demandMonthEnd];
  const reasons = report.unavailable.filter(({ id }) => rows.some((row) => row.id === id));
  return [
    ...(rows.some(({ values }) => values.includes(null))
      ? [`${NOT_AVAILABLE} = no figure for that month.`]
      : []),
    ...new Set(reasons.map(({ reason }) => reason)),
    ...notAgreed(
      report.targetsToAgree.flatMap((id) =>
        report.demandMonthEnd.filter((row) => row.id === id).map(({ nameInMessages }) => nameInMessages),
      ),
    ),
    "Trend: the figure went ↑ up or ↓ down since the month before. Direction of travel: performance is ↑ improving or ↓ worsening. A dash = no target, or nothing to compare.",
  ];
}
