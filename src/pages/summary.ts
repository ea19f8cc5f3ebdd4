/** Clinic Summary: the month in one page – headlines with their RAG and links, key messages, sources (SPEC §5). */
import { monthInWords, monthLabel } from "../clinic/calendar/months";
import { formatDate } from "../clinic/calendar/serials";
import { shown } from "../clinic/calculate/measures";
import type { ClinicReport, Headline } from "../clinic/report";
import { issueSentence } from "./dataIssues";
import { DEMAND_MONTH, DEMAND_MONTH_END } from "./demand";
import { TOP_HEIGHTS, picturePage } from "./layout/pageTop";
import { fillPaper } from "./layout/paper";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { ragRules } from "./layout/ragRules";
import { seriesHeading, seriesTableName } from "./layout/seriesTable";
import {
  AS_TYPED,
  ONE_DECIMAL_PERCENT,
  WHOLE,
  centredColumn,
  columnBeside,
  dateColumn,
  gapBefore,
  linkColumn,
  numberColumn,
  proseColumn,
  quietColumn,
  textColumn,
  titledTable,
  widthOfTexts,
  wordColumn,
} from "./layout/tableColumn";
import {
  cellFigure,
  knownFigure,
  ragFormula,
  tableTotalFigure,
  targetFormula,
  travelFormula,
} from "./liveFormulas";
import type { LiveFigure } from "./liveFormulas";
import { pageName, pageOf } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { columnOf, quoted, tableName, thisRow, totalOf } from "./references";
import { ragCounts } from "./sentences";
import { NONE, NOT_AVAILABLE, dateAndTime, ragWord, travelWord } from "./wording";

const HEADLINES = "Clinic_headlines";
const ISSUES_ROW = 3;
/** Points: rows as high as the wrapped messages beside the headlines, where the page has room. */
const HIGHEST_ROW = 36;
const TITLE_ROW = 6;
/** Names of indicators that are not available, before "and … more". */
const NAMED = 6;

export function summaryPage(report: ClinicReport, builtAt: number): SheetPlan {
  const name = pageName("summary");
  const headlines = headlineTable(report);
  const messages = messageTable(report, columnBeside(headlines));
  const sources = sourceTable(report, columnBeside(messages));
  const sheet = assemble(picturePage(name, report), [
    top(report, builtAt),
    headlines,
    gapBefore(columnBeside(headlines)),
    messages,
    gapBefore(columnBeside(messages)),
    sources,
  ]);
  return fillPaper(sheet, HIGHEST_ROW);
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
    rowHeights: {
      0: TOP_HEIGHTS.title,
      1: TOP_HEIGHTS.lead,
      2: TOP_HEIGHTS.sentence,
      3: TOP_HEIGHTS.note,
      4: TOP_HEIGHTS.note,
      5: TOP_HEIGHTS.blank,
    },
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
      proseColumn("Indicator", 32),
      numberColumn(THIS_MONTH, 9, ONE_DECIMAL_PERCENT),
      numberColumn("Change", 14, POINTS_CHANGE),
      quietColumn("Target", 9, ONE_DECIMAL_PERCENT),
      centredColumn("RAG", 8),
      wordColumn("Direction of travel", 13.5),
      linkColumn("Page", 17),
    ],
    rows:
      headlines.length > 0
        ? headlines.map((headline) => headlineRow(headline, report))
        : [["No indicator has a target", NONE, NONE, NONE, NONE, NONE, NONE]],
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
      text: linkText(id),
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
    { ...cell, column: 1, numberFormat: WHOLE },
    { ...cell, column: 2, numberFormat: WHOLE_CHANGE },
    { ...cell, column: 3, numberFormat: AS_TYPED },
  ];
}

function headlineRow(headline: Headline, report: ClinicReport): readonly CellContent[] {
  const { id, indicator, kind, previous, target, rag, travel } = headline;
  const inTable = report.tables.some((table) => table.id === id);
  const current = inTable ? tableTotalFigure(id) : cellFigure(kind, thisRow(HEADLINES, THIS_MONTH));
  const before = previous === null ? null : knownFigure(shown(kind, previous));
  return [
    indicator,
    figureCell(headline, report),
    before && { formula: changeFormula(before, current), expected: changeOf(headline) },
    { formula: targetFormula(id, kind), expected: target === null ? NONE : stored(headline, target) },
    { formula: ragFormula(id, current), expected: ragWord(rag) },
    before && { formula: travelFormula(id, before, current), expected: travelWord(travel) },
    linkText(id),
  ].map((cell) => cell ?? NONE);
}

/** The tab's name without the word that all of them begin with. */
function linkText(id: Headline["id"]): string {
  return pageOf(id).sheet.replace(/^Clinic /, "");
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
    columns: [proseColumn("Message", 48)],
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
      textColumn("List", widthOfTexts(sources.map(listAndSheets), 20, 34)),
      numberColumn("Rows", 9.5),
      dateColumn("From", 13),
      dateColumn("To", 13),
    ],
    rows:
      sources.length > 0
        ? sources.map((source) => [
            listAndSheets(source),
            source.rows,
            source.firstDate ?? NONE,
            source.lastDate ?? NONE,
          ])
        : [["No list was found", 0, NONE, NONE]],
    total: null,
    showFilter: false,
  });
}

/** "CIN Plans", and where its sheet is called otherwise "CIN Plans (List 6)". */
function listAndSheets({ name, sheets }: ClinicReport["sources"][number]): string {
  const others = sheets.filter((sheet) => sheet.trim().toLowerCase() !== name.toLowerCase());
  return others.length === 0 ? name : `${name} (${sheets.join(", ")})`;
}
