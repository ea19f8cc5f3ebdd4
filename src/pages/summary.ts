/** Clinic Summary: the month in one page – headlines with their RAG and links, key messages, sources (SPEC §5). */
import { monthInWords, monthLabel } from "../clinic/calendar/months";
import { formatDate } from "../clinic/calendar/serials";
import { shown } from "../clinic/calculate/measures";
import type { ClinicReport, Headline } from "../clinic/report";
import { issueSentence } from "./dataIssues";
import { DEMAND_MONTH, DEMAND_MONTH_END } from "./demand";
import { picturePage } from "./layout/pageTop";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { ragRules } from "./layout/ragRules";
import { seriesHeading, seriesTableName } from "./layout/seriesTable";
import {
  DATE,
  ONE_DECIMAL_PERCENT,
  WHOLE,
  columnBeside,
  gapBefore,
  linkColumn,
  numberColumn,
  proseColumn,
  textColumn,
  titledTable,
  wordColumn,
} from "./layout/tableColumn";
import { cellFigure, ragFormula, tableTotalFigure, targetFormula, travelFormula } from "./liveFormulas";
import type { LiveFigure } from "./liveFormulas";
import { pageName, pageOf } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { columnOf, quoted, tableName, thisRow, totalOf } from "./references";
import { ragCounts } from "./sentences";
import { NONE, NOT_AVAILABLE, dateAndTime, ragWord, travelWord } from "./wording";

const HEADLINES = "Clinic_headlines";
const ISSUES_ROW = 3;
const TITLE_ROW = 6;
/** Names of indicators that are not available, before "and … more". */
const NAMED = 6;

export function summaryPage(report: ClinicReport, builtAt: number): SheetPlan {
  const name = pageName("summary");
  const headlines = headlineTable(report);
  const messages = messageTable(report, columnBeside(headlines));
  const sources = sourceTable(report, columnBeside(messages));
  return assemble(picturePage(name, report), [
    top(report, builtAt),
    headlines,
    gapBefore(columnBeside(headlines)),
    messages,
    gapBefore(columnBeside(messages)),
    sources,
  ]);
}

function top(report: ClinicReport, builtAt: number): PagePart {
  const { settings, month } = report;
  const council = settings.councilName.trim();
  const lines: readonly CellContent[] = [
    `${pageName("summary").title} – ${monthInWords(month)}`,
    `${council === "" ? "" : `${council}. `}Figures for ${monthInWords(month)}, as at ${formatDate(settings.asAt)}. Built ${dateAndTime(builtAt)}.`,
    headlineSentence(report),
    issueSentence(report),
    unavailableSentence(report),
  ];
  const looks = ["page-title", "page-lead", "what-matters", "page-link", "note"] as const;
  return {
    blocks: [{ row: 0, column: 0, cells: lines.map((line) => [line]) }],
    styles: looks.map((style, row) => ({ row, column: 0, rows: 1, columns: 1, style })),
    links: [
      {
        row: ISSUES_ROW,
        column: 0,
        text: issueSentence(report),
        sheet: pageName("data-issues").sheet,
        cell: "A1",
        tip: "Go to the data issues",
      },
    ],
  };
}

/** "Indicators with a target: 6 green, 5 amber, 4 red; 1 not judged." */
function headlineSentence({ headlines }: ClinicReport): CellContent {
  if (headlines.length === 0) return "No indicator has a target.";
  const column = columnOf(HEADLINES, "RAG");
  const words = headlines.map(({ rag }) => ragWord(rag));
  const start = "Indicators with a target: ";
  const counts = ragCounts(column, words);
  const others = words.filter((word) => word === NONE).length;
  const countOthers = `COUNTIF(${column},"${NONE}")`;
  return {
    formula: `=${quoted(start)}&${counts.formula}&IF(${countOthers}=0,"","; "&${countOthers}&" not judged")&"."`,
    expected: `${start}${counts.expected}${others === 0 ? "" : `; ${others} not judged`}.`,
  };
}

function unavailableSentence({ unavailable, definitions }: ClinicReport): string {
  const names = [
    ...new Set(
      unavailable.map(({ id }) => definitions.find((each) => each.id === id)?.indicator ?? "Caseloads"),
    ),
  ];
  if (names.length === 0) return "All indicators are available.";
  const beyond = names.length - NAMED;
  const more = beyond > 0 ? ` and ${beyond} more` : "";
  return `Not available (${NOT_AVAILABLE}): ${names.slice(0, NAMED).join("; ")}${more}. Each page and ${pageName("definitions").sheet} say why.`;
}

const THIS_MONTH = "This month";
const LAST_MONTH = "Last month";
const POINTS_CHANGE = '+0.0" points";-0.0" points";0.0" points"';
const WHOLE_CHANGE = "+#,##0;-#,##0;0";

function headlineTable(report: ClinicReport) {
  const { headlines } = report;
  const part = titledTable({
    name: HEADLINES,
    title: "Headlines against targets",
    column: 0,
    titleRow: TITLE_ROW,
    columns: [
      proseColumn("Indicator", 36),
      numberColumn(THIS_MONTH, 10, ONE_DECIMAL_PERCENT),
      numberColumn(LAST_MONTH, 10, ONE_DECIMAL_PERCENT),
      numberColumn("Change", 13, POINTS_CHANGE),
      numberColumn("Target", 9, ONE_DECIMAL_PERCENT),
      wordColumn("RAG", 9),
      wordColumn("Direction of travel", 15),
      linkColumn("Page", 24),
    ],
    rows:
      headlines.length > 0
        ? headlines.map((headline) => headlineRow(headline, report))
        : [["No indicator has a target", NONE, NONE, NONE, NONE, NONE, NONE, NONE]],
    total: null,
    showFilter: false,
  });
  const [table] = part.tables;
  const firstRow = table.row + 1;
  const withRules: PagePart & { readonly tables: typeof part.tables } = {
    ...part,
    styles: [...(part.styles ?? []), ...headlines.flatMap((each, i) => ownFormats(each, firstRow + i))],
    rules: ragRules(firstRow, table.headings.indexOf("RAG"), table.rows.length),
    links: headlines.map(({ id }, i) => ({
      row: firstRow + i,
      column: table.headings.indexOf("Page"),
      text: pageOf(id).sheet,
      sheet: pageOf(id).sheet,
      cell: "A1",
      tip: `Go to ${pageOf(id).title}`,
    })),
  };
  return withRules;
}

/** Percents are the rule in this table; a count or rate has formats of its own. */
function ownFormats({ kind }: Headline, row: number) {
  if (kind === "percent") return [];
  const cell = { row, rows: 1, columns: 1, style: "number" as const };
  return [
    { ...cell, column: 1, columns: 2, numberFormat: WHOLE },
    { ...cell, column: 3, numberFormat: WHOLE_CHANGE },
    { ...cell, column: 4, numberFormat: "#,##0.##" },
  ];
}

function headlineRow(headline: Headline, report: ClinicReport): readonly CellContent[] {
  const { id, indicator, kind, previous, target, rag, travel } = headline;
  const inTable = report.tables.some((table) => table.id === id);
  const current = inTable ? tableTotalFigure(id) : cellFigure(kind, thisRow(HEADLINES, THIS_MONTH));
  const before = cellFigure(kind, thisRow(HEADLINES, LAST_MONTH));
  return [
    indicator,
    figureCell(headline, report),
    previous === null ? NOT_AVAILABLE : stored(headline, previous),
    { formula: changeFormula(before, current), expected: changeOf(headline) },
    { formula: targetFormula(id, kind), expected: target === null ? NONE : stored(headline, target) },
    { formula: ragFormula(id, current), expected: ragWord(rag) },
    { formula: travelFormula(id, before, current), expected: travelWord(travel) },
    pageOf(id).sheet,
  ];
}

/** Read from the page that the line is about, so that the two never differ. */
function figureCell(headline: Headline, report: ClinicReport): CellContent {
  const { id, indicator, value } = headline;
  if (report.tables.some((table) => table.id === id)) {
    return {
      formula: `=${totalOf(tableName(id), "%")}`,
      expected: value === null ? NONE : stored(headline, value),
    };
  }
  if (value === null) return NOT_AVAILABLE;
  const series = report.series.find((each) => each.id === id);
  if (series) {
    const figures = columnOf(seriesTableName(series.id), seriesHeading(series.id));
    return { formula: `=INDEX(${figures},${series.values.length})`, expected: stored(headline, value) };
  }
  const table = report.demandMonthEnd.some((row) => row.id === id) ? DEMAND_MONTH_END : DEMAND_MONTH;
  const month = columnOf(table, monthLabel(report.month));
  const at = `MATCH(${quoted(indicator)},${columnOf(table, "Indicator")},0)`;
  return { formula: `=INDEX(${month},${at})`, expected: value };
}

function changeFormula(before: LiveFigure, current: LiveFigure): string {
  return `=IF(OR(${before.missing},${current.missing}),"${NONE}",ROUND(${current.shown}-${before.shown},6))`;
}

/** In points for a percent, of the figures as shown. */
function changeOf({ kind, value, previous }: Headline): number | string {
  if (value === null || previous === null) return NONE;
  return shown("percent", shown(kind, value) - shown(kind, previous));
}

function stored({ kind }: Headline, figure: number): number {
  return kind === "percent" ? figure / 100 : figure;
}

function messageTable({ messages }: ClinicReport, column: number) {
  return titledTable({
    name: "Clinic_messages",
    title: "Key messages",
    column,
    titleRow: TITLE_ROW,
    columns: [proseColumn("Message", 50)],
    rows: (messages.length > 0 ? messages : ["No key messages this month."]).map((message) => [message]),
    total: null,
    showFilter: false,
  });
}

function sourceTable({ sources }: ClinicReport, column: number) {
  return titledTable({
    name: "Clinic_sources",
    title: "Sources",
    column,
    titleRow: TITLE_ROW,
    columns: [
      textColumn("List", 21),
      proseColumn("Sheet", 20),
      numberColumn("Rows", 8),
      numberColumn("From", 12, DATE),
      numberColumn("To", 12, DATE),
    ],
    rows:
      sources.length > 0
        ? sources.map(({ name, sheets, rows, firstDate, lastDate }) => [
            name,
            sheets.join(", "),
            rows,
            firstDate ?? NONE,
            lastDate ?? NONE,
          ])
        : [["No list was found", NONE, 0, NONE, NONE]],
    total: null,
    showFilter: false,
  });
}
