/** The pack's pages with [c] in place of what a suppressed file hides (SPEC §10). */
import { monthInWords, monthLabel } from "../../clinic/calendar/months";
import type { IndicatorId } from "../../clinic/indicators/ids";
import type { FigureKind } from "../../clinic/measures/terms";
import type { ClinicReport, TeamTable } from "../../clinic/report";
import { DEMAND_MONTH, DEMAND_MONTH_END } from "../../pages/demand";
import { TOP_HEIGHTS } from "../../pages/layout/pageTop";
import { seriesTableName } from "../../pages/layout/seriesTable";
import type { BlockPlan, CellContent, ChartPlan, SheetPlan, StylePlan, TablePlan } from "../../pages/plan";
import { tableName } from "../../pages/references";
import { ONE_DECIMAL_PERCENT } from "../../pages/layout/tableColumn";
import { FEW_FORMAT, NONE } from "../../pages/wording";
import { fixed } from "../workbook/fixedSheet";
import { demandSentence, summarySentence, SUPPRESSION_NOTE, tablesSentence } from "./safeSentences";
import { isSmall, SUPPRESSED } from "./small";
import type { Suppression } from "./suppress";

type Content = string | number | null;
type Row = readonly Content[];

/** Tables that say in sums what the others hide. */
const LEFT_OUT = new Set(["Clinic_reconciliation", "Clinic_teams"]);
const NOTE_ROW = 3;

/** `report`: as the audience sees it, by which `suppression` was worked out. */
export function suppressPage(page: SheetPlan, report: ClinicReport, suppression: Suppression): SheetPlan {
  const kept = page.tables.filter(({ name }) => !LEFT_OUT.has(name));
  const dropped = page.tables.filter(({ name }) => LEFT_OUT.has(name));
  const tables = kept.map((table) => suppressTable(table, report, suppression));
  const isTitleOfDropped = (row: number, column: number): boolean =>
    dropped.some((table) => table.row - 1 === row && table.column === column);
  const blocks = page.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((row, r) =>
      row.map((cell, c) => {
        const at = { row: block.row + r, column: block.column + c };
        if (isTitleOfDropped(at.row, at.column)) return null;
        return safeLine(cell, styleAt(page.styles, at.row, at.column), page, report, suppression);
      }),
    ),
  }));
  // The percent axes of a page are alike: one hidden point counts for all.
  const isWhole = !page.charts.some(({ table }) =>
    report.series.some(
      ({ id }) => seriesTableName(id) === table && (suppression.months.get(id)?.size ?? 0) > 0,
    ),
  );
  return withNote({
    ...page,
    tables,
    blocks,
    styles: page.styles.map(withoutFewMark),
    links: page.links.filter(({ row, column }) => styleAt(page.styles, row, column) !== "page-link"),
    charts: page.charts.map((chart) => suppressChart(chart, tables, isWhole)),
  });
}

/** [u] would say of a hidden number that it is below ten. */
function withoutFewMark(style: StylePlan): StylePlan {
  return style.numberFormat === FEW_FORMAT ? { ...style, numberFormat: ONE_DECIMAL_PERCENT } : style;
}

function styleAt(styles: readonly StylePlan[], row: number, column: number): StylePlan["style"] | null {
  const found = styles.filter(
    (style) =>
      row >= style.row &&
      row < style.row + style.rows &&
      column >= style.column &&
      column < style.column + style.columns,
  );
  return found.at(-1)?.style ?? null;
}

/** Sentences with figures are made anew from what is shown, or go. */
function safeLine(
  cell: CellContent,
  style: StylePlan["style"] | null,
  page: SheetPlan,
  report: ClinicReport,
  suppression: Suppression,
): Content {
  const words = fixed(cell);
  if (typeof words !== "string") return words;
  if (style === "what-matters") return sentenceOf(page, words, report, suppression);
  if (style !== "note" && style !== "page-link") return words;
  const left = words.replace(FEW_NOTE, "").trim();
  return left === "" || /\d/.test(left) ? null : left;
}

/** What [u] means: the mark goes, and its meaning with it. */
const FEW_NOTE = /\s*\[u\] = [^.]*\./;

function sentenceOf(page: SheetPlan, words: string, report: ClinicReport, suppression: Suppression): Content {
  if (page.page === "summary") return summarySentence(report, suppression);
  if (page.page === "demand") return demandSentence(report, suppression);
  const names = new Set(page.tables.map(({ name }) => name));
  const tables = report.tables.filter(({ id }) => names.has(tableName(id)));
  if (tables.length > 0) return tablesSentence(tables, suppression);
  return /\d/.test(words) ? `Figures for ${monthInWords(report.month)}.` : words;
}

function withNote(page: SheetPlan): SheetPlan {
  const at = page.blocks.find(({ row, cells }) => row <= NOTE_ROW && row + cells.length > NOTE_ROW);
  const standing = at ? fixed(at.cells[NOTE_ROW - at.row]?.[0] ?? null) : null;
  const words = [standing, SUPPRESSION_NOTE].filter((text) => text !== null).join(" ");
  const note: BlockPlan = { row: NOTE_ROW, column: 0, cells: [[words]] };
  return {
    ...page,
    // What stands last in a place is what is seen.
    blocks: [...page.blocks, note],
    styles: [...page.styles, { row: NOTE_ROW, column: 0, rows: 1, columns: 1, style: "note" }],
    rowHeights: { ...page.rowHeights, [NOTE_ROW]: TOP_HEIGHTS.note },
  };
}

/** Neither the label's place nor where the axis begins may tell of a point that is not drawn. */
function suppressChart(chart: ChartPlan, tables: readonly TablePlan[], isWhole: boolean): ChartPlan {
  const rows = tables.find(({ name }) => name === chart.table)?.rows ?? [];
  const last = rows.reduce<number>((found, row, i) => (typeof row[1] === "number" ? i : found), -1);
  const axis =
    isWhole || chart.axis.maximum === null ? chart.axis : { ...chart.axis, minimum: 0, majorUnit: 0.2 };
  return {
    ...chart,
    axis,
    labelledPoint: last < 0 ? null : last,
    label: isWhole ? chart.label : { ...chart.label, position: "above" },
  };
}

function suppressTable(table: TablePlan, report: ClinicReport, suppression: Suppression): TablePlan {
  const rows = table.rows.map((row) => row.map(fixed));
  const change = (rowOf: (row: Row, i: number) => Row, total = table.total): TablePlan => ({
    ...table,
    rows: rows.map((row, i) => rowOf(row, i)),
    total: total === null ? null : total.map(fixed),
  });
  const byTeam = report.tables.find(({ id }) => tableName(id) === table.name);
  if (byTeam) return teamTable(table, byTeam, suppression);
  const series = report.series.find(({ id }) => seriesTableName(id) === table.name);
  if (series) {
    const hidden = suppression.months.get(series.id);
    return change((row, i) => (hidden?.has(i) ? gap(row) : rounded(row, series.kind)));
  }
  switch (table.name) {
    case DEMAND_MONTH:
    case DEMAND_MONTH_END:
      return change((row) => demandRow(row, table.headings, report, suppression));
    case "Clinic_headlines":
      return change((row) => headlineRow(row, table.headings, report, suppression));
    case "Clinic_sources":
      return change((row) => masked(row, (heading, cell) => heading === "Rows" && isSmallCell(cell), table));
    default:
      return table.name.startsWith("Clinic_caseload")
        ? change((row) => caseloadRow(row, table.headings))
        : change((row) => row);
  }
}

const isSmallCell = (cell: Content | undefined): boolean => typeof cell === "number" && isSmall(cell);

function masked(
  row: Row,
  isHidden: (heading: string, cell: Content) => boolean,
  { headings }: { readonly headings: readonly string[] },
): Row {
  return row.map((cell, i) => (isHidden(headings[i] ?? "", cell) ? SUPPRESSED : cell));
}

const SHARE = new Set(["Numerator", "%", "RAG"]);

function teamTable(table: TablePlan, { id }: TeamTable, suppression: Suppression): TablePlan {
  const hidden = suppression.tables.get(id);
  const hide = (row: Row, share: boolean, denominator: boolean): Row =>
    masked(
      roundedShares(row, table.headings),
      (heading, cell) =>
        cell !== NONE && ((share && SHARE.has(heading)) || (denominator && heading === "Denominator")),
      table,
    );
  return {
    ...table,
    rows: table.rows.map((cells) => {
      const row = cells.map(fixed);
      const team = String(row[0]);
      return hide(row, hidden?.shares.has(team) ?? false, hidden?.denominators.has(team) ?? false);
    }),
    total:
      table.total === null
        ? null
        : hide(table.total.map(fixed), hidden?.totalShare ?? false, hidden?.totalDenominator ?? false),
  };
}

/** A cell of more decimals than are shown would say more than the page does. */
function asShown(cell: Content, kind: FigureKind): Content {
  if (typeof cell !== "number") return cell;
  return kind === "percent" ? toThousandths(cell) : Math.round(cell);
}

const toThousandths = (ratio: number): number => Math.round(ratio * 1000) / 1000;

function roundedShares(row: Row, headings: readonly string[]): Row {
  return row.map((cell, i) => (headings[i] === "%" && typeof cell === "number" ? toThousandths(cell) : cell));
}

function rounded(row: Row, kind: FigureKind): Row {
  return row.map((cell, i) => (i === 1 ? asShown(cell, kind) : cell));
}

/** The line has a gap; the month says why. A word among the figures would be drawn as 0. */
function gap(row: Row): Row {
  return row.map((cell, i) => (i === 0 ? `${String(cell)} ${SUPPRESSED}` : i === 1 ? null : cell));
}

function demandRow(
  row: Row,
  headings: readonly string[],
  report: ClinicReport,
  suppression: Suppression,
): Row {
  const id = report.settings.catalogue.of(String(row[0]));
  if (id === null) return row;
  const labels = report.months.map(monthLabel);
  const { kind } = report.settings.catalogue.entry(id);
  return row.map((cell, i) => {
    const heading = headings[i] ?? "";
    const month = labels.indexOf(heading);
    if (month >= 0) {
      return suppression.months.get(id)?.has(month) ? SUPPRESSED : asShown(cell, kind);
    }
    return isHiddenWord(heading, cell, id, suppression) ? SUPPRESSED : cell;
  });
}

function headlineRow(
  row: Row,
  headings: readonly string[],
  report: ClinicReport,
  suppression: Suppression,
): Row {
  const id =
    report.headlines.find(({ indicator }) => indicator === row[0])?.id ??
    report.settings.catalogue.of(String(row[0]));
  // What cannot be told apart is not shown.
  if (id === null) return row.map((cell, i) => (i === 0 || cell === NONE ? cell : SUPPRESSED));
  const { kind } = report.settings.catalogue.entry(id);
  return row.map((cell, i) => {
    const heading = headings[i] ?? "";
    const hides = HIDES[heading];
    if (hides) return suppression[hides](id) ? SUPPRESSED : asShown(cell, kind);
    return isHiddenWord(heading, cell, id, suppression) ? SUPPRESSED : cell;
  });
}

const HIDES: Readonly<Record<string, "hidesFigure" | "hidesPrevious">> = {
  "This month": "hidesFigure",
  "Last month": "hidesPrevious",
};
const OF_TWO_MONTHS = new Set(["Change", "Trend", "Direction of travel"]);

function isHiddenWord(heading: string, cell: Content, id: IndicatorId, suppression: Suppression): boolean {
  if (cell === NONE) return false;
  if (heading === "RAG") return suppression.hidesFigure(id);
  return OF_TWO_MONTHS.has(heading) && suppression.hidesChange(id);
}

/** A worker's caseload, or a line of the summary of caseloads: where one of its numbers is small, the others say it. */
function caseloadRow(row: Row, headings: readonly string[]): Row {
  const at = (heading: string): number => headings.indexOf(heading);
  const allocations = row[at("No. of Allocations")];
  if (at("No. of Allocations") >= 0)
    return isSmallCell(allocations)
      ? row.map((cell, i) => (headings[i] === "Flag" || i === at("No. of Allocations") ? SUPPRESSED : cell))
      : row;
  const workers = row[at("Workers")];
  const over = row[at("At or over")];
  if (typeof workers !== "number" || typeof over !== "number") return row;
  if (isSmall(workers)) return row.map((cell) => (typeof cell === "number" ? SUPPRESSED : cell));
  const hides = isSmall(over) || isSmall(workers - over);
  return hides
    ? row.map((cell, i) => (typeof cell === "number" && i !== at("Workers") ? SUPPRESSED : cell))
    : row;
}
