/** Clinic Summary: the month in one page – headlines with their RAG and links, key messages, sources (SPEC §5). */
import { monthInWords, monthLabel } from "../clinic/calendar/months";
import { formatDate } from "../clinic/calendar/serials";
import { shown } from "../clinic/measures/measures";
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
} from "./layout/tableColumn";
import {
  FEW,
  REF,
  byRef,
  definitionOf,
  figureByRef,
  isPercent,
  ragFormula,
  refOf,
  termsByRef,
  travelFormula,
} from "./liveFormulas";
import { SHEETS_BEGIN, pageName, pageOf, shortSheetName } from "./pageNames";
import type { CellContent, SheetPlan, StylePlan } from "./plan";
import { chosenBy, columnOf, linkTo, quoted, tableName, thisRow, totalOf } from "./references";
import { ragCounts } from "./sentences";
import {
  ABOUT_THE_SAME,
  BREAK_MARK,
  FEW_FORMAT,
  FEW_MARK,
  FEW_WIDTH,
  NONE,
  NOT_AVAILABLE,
  dateAndTime,
  ragWord,
  travelWord,
} from "./wording";

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
    [unavailableSentence(report), ...footnotes(report)].join(" "),
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

function footnotes({ targetsToAgree, headlines, tables }: ClinicReport): readonly string[] {
  const isFew = tables.some(
    ({ id, total }) =>
      total.denominator > 0 && total.denominator < FEW && headlines.some((each) => each.id === id),
  );
  return [
    ...(targetsToAgree.length > 0 ? ["* = a starting value: nobody has agreed this target yet."] : []),
    ...(isFew ? [`${FEW_MARK} = a share of fewer than ${FEW}.`] : []),
  ];
}

const THIS_MONTH = "This month";
const LAST_MONTH = "Last month";
const THIS_REF = thisRow(HEADLINES, REF);
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
      proseColumn("Indicator", 29),
      numberColumn(THIS_MONTH, FEW_WIDTH, ONE_DECIMAL_PERCENT),
      quietColumn(LAST_MONTH, 9, ONE_DECIMAL_PERCENT),
      numberColumn("Change", 14, POINTS_CHANGE),
      quietColumn("Target", 9, ONE_DECIMAL_PERCENT),
      centredColumn("RAG", 8),
      proseColumn("Direction of travel", 13.5),
      { ...linkColumn("Page", 17.5), namesOurSheets: true },
      quietColumn(REF, 5),
    ],
    rows: headlines.length > 0 ? headlineRows(report) : [["No indicator has a target", ...blanks(8)]],
    total: null,
    showFilter: false,
  });
  const [table] = part.tables;
  const firstRow = table.row + 1;
  const withRules: PagePart & { readonly tables: typeof part.tables } = {
    ...part,
    styles: [
      ...(part.styles ?? []),
      ...headlines.flatMap((each, i) => [
        ...ownFormats(each, firstRow + i),
        ...marks(each, firstRow + i, report),
      ]),
    ],
    rules: ragRules(firstRow, table.headings.indexOf("RAG"), table.rows.length),
  };
  return withRules;
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: count }, () => NONE);
}

/** Percents are the rule in this table; a count or rate has formats of its own. */
function ownFormats({ kind }: Headline, row: number) {
  if (kind === "percent") return [];
  const cell = { row, rows: 1, columns: 1, style: "number" as const };
  return [
    { ...cell, column: 1, numberFormat: WHOLE },
    { ...cell, column: 2, style: "number-quiet" as const, numberFormat: WHOLE },
    { ...cell, column: 3, numberFormat: WHOLE_CHANGE },
    { ...cell, column: 4, style: "number-quiet" as const, numberFormat: AS_TYPED },
  ];
}

/** [u] behind a share of fewer than ten, a star behind a target that is still a starting value: by number format. */
function marks({ id, kind }: Headline, row: number, report: ClinicReport): readonly StylePlan[] {
  const cell = { row, rows: 1, columns: 1 };
  const denominator = report.tables.find((table) => table.id === id)?.total.denominator ?? 0;
  const format = kind === "percent" ? ONE_DECIMAL_PERCENT : AS_TYPED;
  return [
    ...(denominator > 0 && denominator < FEW
      ? [{ ...cell, column: 1, style: "number", numberFormat: FEW_FORMAT } as const]
      : []),
    ...(report.targetsToAgree.includes(id)
      ? [{ ...cell, column: 4, style: "number-quiet", numberFormat: `${format}"*"` } as const]
      : []),
  ];
}

/** Each column's formula finds its row's figure, target and page by the indicator's number. */
function headlineRows(report: ClinicReport): readonly (readonly CellContent[])[] {
  const { headlines } = report;
  const before = figureByRef(THIS_REF, thisRow(HEADLINES, LAST_MONTH));
  const now = figureByRef(THIS_REF, thisRow(HEADLINES, THIS_MONTH));
  const target = definitionOf(THIS_REF, "Target");
  const sheet = definitionOf(THIS_REF, "Sheet");
  const formulas = {
    figure: `=${chosenBy(
      THIS_REF,
      headlines.map((headline) => ({
        number: refOf(headline.id, report),
        formula: figureOnItsPage(headline, report),
      })),
    )}`,
    change: `=${unlessBreak(report, BREAK_MARK, `IF(OR(${before.missing},${now.missing}),"${NONE}",ROUND(${now.shown}-${before.shown},6))`)}`,
    target: `=IF(ISNUMBER(${target}),IF(${isPercent(THIS_REF)},${target}/100,${target}),${target})`,
    rag: ragFormula(termsByRef(THIS_REF), now),
    travel: `=${unlessBreak(report, NONE, travelFormula(termsByRef(THIS_REF), before, now, isUsualChange(report)).slice(1))}`,
    page: `=${linkTo(sheet, quoted("A1"), `SUBSTITUTE(${sheet},${quoted(SHEETS_BEGIN)},"",1)`)}`,
  };
  return headlines.map((headline) => [
    headline.indicator,
    {
      formula: formulas.figure,
      expected: stored(headline, headline.value) ?? missingFigure(headline, report),
    },
    stored(headline, headline.previous) ?? NONE,
    { formula: formulas.change, expected: changeOf(headline) },
    { formula: formulas.target, expected: stored(headline, headline.target) ?? NONE },
    { formula: formulas.rag, expected: ragWord(headline.rag) },
    { formula: formulas.travel, expected: travelOf(headline) },
    {
      formula: formulas.page,
      expected: shortSheetName(pageOf(headline.id, report.settings.catalogue).sheet),
    },
    refOf(headline.id, report),
  ]);
}

/** Read from the page that the line is about, so that the two never differ. A part of a formula. */
function figureOnItsPage({ id }: Headline, report: ClinicReport): string {
  if (report.settings.catalogue.entry(id).family === "by team") return totalOf(tableName(id), "%");
  const series = report.series.find((each) => each.id === id);
  if (series) {
    const figures = columnOf(seriesTableName(series.id), seriesHeading(series.id, report));
    const figure = `INDEX(${figures},${series.values.length})`;
    return `IF(ISNUMBER(${figure}),${figure},"${NOT_AVAILABLE}")`;
  }
  const month = monthLabel(report.month);
  const inMonth = report.demandMonth.find((row) => row.id === id);
  if (!inMonth) return byRef(DEMAND_MONTH_END, month, refOf(id, report));
  // MATCH takes these for wildcards.
  const wording = quoted(inMonth.indicator.replaceAll(/[~*?]/g, "~$&"));
  return `INDEX(${columnOf(DEMAND_MONTH, month)},MATCH(${wording},${columnOf(DEMAND_MONTH, "Indicator")},0))`;
}

/** A table of nobody has no percent; any other figure is not available. */
function missingFigure({ id }: Headline, report: ClinicReport): string {
  return report.tables.some((table) => table.id === id) ? NONE : NOT_AVAILABLE;
}

/** Which rows are not compared is decided by the build: the month before was counted otherwise. A part of a formula. */
function unlessBreak(report: ClinicReport, said: string, otherwise: string): string {
  const broken = report.headlines.filter(({ breakReason }) => breakReason !== undefined);
  if (broken.length === 0) return otherwise;
  const numbers = broken.map(({ id }) => refOf(id, report)).join(",");
  return `IF(ISNUMBER(MATCH(${THIS_REF},{${numbers}},0)),"${said}",${otherwise})`;
}

/** SPEC §5 "about the same", by the row's own Change. A part of a formula. */
function isUsualChange(report: ClinicReport): string {
  const change = thisRow(HEADLINES, "Change");
  const usual = chosenBy(
    THIS_REF,
    report.headlines.map(({ id }) => ({
      number: refOf(id, report),
      formula: String(Number(((report.usualChanges[id] ?? 0) + 1e-6).toFixed(6))),
    })),
  );
  return `AND(${change}<>0,ABS(${change})<=${usual})`;
}

function travelOf({ isAboutTheSame, travel }: Headline): string {
  return isAboutTheSame && travel !== null ? ABOUT_THE_SAME : travelWord(travel);
}

/** In points for a percent, of the figures as shown. */
function changeOf({ kind, value, previous, breakReason }: Headline): number | string {
  if (breakReason !== undefined) return BREAK_MARK;
  if (value === null || previous === null) return NONE;
  return shown("percent", shown(kind, value) - shown(kind, previous));
}

/** A percent's cell holds a ratio. */
function stored({ kind }: Headline, figure: number | null): number | null {
  return figure === null || kind !== "percent" ? figure : figure / 100;
}

function messageTable({ messages }: ClinicReport, column: number) {
  return titledTable({
    name: "Clinic_messages",
    title: "Key messages",
    column,
    titleRow: TITLE_ROW,
    columns: [proseColumn("Message", 35.5)],
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
      textColumn("List", widthOfTexts(sources.map(listAndSheets), 19, 34)),
      numberColumn("Rows", 9.5),
      dateColumn("From", 12.5),
      dateColumn("To", 12.5),
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
