/** A fixed page → its slides: tables first, then charts, with what matters in one sentence and notes for the speaker. */
import { INK_QUIET } from "./look";
import { linesIn } from "../../pages/layout/textWidth";
import type { CellStyle, ChartPlan } from "../../pages/plan";
import { monthLabelCells } from "../workbook/chartCells";
import { cellAt, type FixedSheet } from "../workbook/fixedSheet";
import { pageTables, type PageTable } from "./pageTables";
import { CONTINUED, type FilledSlide, GAP, placeTables } from "./placeTables";
import {
  CHARACTER,
  type Box,
  type ChartFrame,
  type Frame,
  INCH,
  POINT,
  type SlidePlan,
  type TextFrame,
} from "./slidePlan";
import type { Stage } from "./stage";

const SENTENCE_SIZE = 14;
const CHARTS_BESIDE = 2;

export interface PageOnSlides {
  readonly title: string;
  readonly tables: readonly PageTable[];
  readonly sheet: FixedSheet;
  /** One sentence below the title; "" = none. */
  readonly sentence: string;
  readonly notes: readonly string[];
  /** Whether the tables' own titles are shown: not where the slide's title says the same. */
  readonly titled: boolean;
  readonly withCharts: boolean;
}

/** The page as it stands, under its own title. */
export function wholePage(sheet: FixedSheet, notes: readonly string[]): PageOnSlides {
  return {
    title: lineOf(sheet, "page-title"),
    tables: pageTables(sheet),
    sheet,
    sentence: lineOf(sheet, "what-matters"),
    notes,
    titled: true,
    withCharts: true,
  };
}

/** A line of the page's top, by its look; "" when the page has none. */
export function lineOf(sheet: FixedSheet, style: CellStyle): string {
  const place = sheet.styles.find((each) => each.style === style && each.column === 0);
  return place === undefined ? "" : String(cellAt(sheet, place.row, 0) ?? "");
}

export function pageSlides(page: PageOnSlides, stage: Stage): readonly SlidePlan[] {
  const sentence = page.sentence === "" ? null : sentenceFrame(page.sentence, stage.content);
  const area = below(stage.content, sentence);
  const filled = page.tables.length === 0 ? [] : placeTables(page.tables, area, page.titled);
  const charts = page.withCharts ? page.sheet.charts : [];
  const [only] = filled;
  const beside = filled.length === 1 && only ? chartBeside(only, page, charts, area) : null;
  const others = charts.filter((chart) => chart !== beside?.chart);
  const frames = [
    ...filled.map((slide) => (beside && slide === only ? [...slide.frames, beside.frame] : slide.frames)),
    ...chartRows(others, page.sheet, area),
  ];
  return (frames.length === 0 ? [[]] : frames).map((each, i) => ({
    layout: "title-only",
    title: `${page.title}${i === 0 ? "" : CONTINUED}`,
    subtitle: null,
    frames: sentence === null || i > 0 ? raised(each, sentence, stage.content) : [sentence, ...each],
    notes: page.notes,
  }));
}

/** Only the first slide says the sentence: the others use its room. Frames keep their size. */
function raised(frames: readonly Frame[], sentence: TextFrame | null, content: Box): readonly Frame[] {
  if (sentence === null) return frames;
  const by = below(content, sentence).y - content.y;
  return frames.map((frame) => ({ ...frame, box: { ...frame.box, y: frame.box.y - by } }));
}

function sentenceFrame(text: string, content: Box): TextFrame {
  const lines = linesIn(text, content.width / CHARACTER - 2, { weight: "bold", size: SENTENCE_SIZE });
  return {
    kind: "text",
    name: "What matters",
    box: { ...content, height: Math.round((lines * SENTENCE_SIZE * 1.2 + 8) * POINT) },
    size: SENTENCE_SIZE,
    bold: true,
    colour: INK_QUIET,
    paragraphs: [text],
    bulleted: false,
  };
}

function below(content: Box, frame: TextFrame | null): Box {
  if (frame === null) return content;
  const taken = frame.box.height + 0.05 * INCH;
  return { ...content, y: content.y + taken, height: content.height - taken };
}

/** The chart of the one table on the page, in the room that the table leaves. */
function chartBeside(
  { slots, slotsUsed }: FilledSlide,
  { sheet, tables }: PageOnSlides,
  charts: readonly ChartPlan[],
  area: Box,
): { readonly chart: ChartPlan; readonly frame: ChartFrame } | null {
  if (slots < 2 || slotsUsed !== 1) return null;
  const [table] = tables;
  const ofTable = charts.find((chart) => chart.name.replace("_chart_", "_") === table?.name);
  const chart = ofTable ?? (charts.length === 1 ? charts[0] : undefined);
  if (!chart) return null;
  const width = (area.width - GAP) / 2;
  const box = { x: area.x + width + GAP, y: area.y, width, height: Math.min(area.height, width * 0.72) };
  return { chart, frame: chartFrame(chart, sheet, box) };
}

function chartRows(
  charts: readonly ChartPlan[],
  sheet: FixedSheet,
  area: Box,
): readonly (readonly Frame[])[] {
  const slides: Frame[][] = [];
  for (let i = 0; i < charts.length; i += CHARTS_BESIDE) {
    const row = charts.slice(i, i + CHARTS_BESIDE);
    const width = (area.width - (row.length - 1) * GAP) / row.length;
    slides.push(
      row.map((chart, n) => chartFrame(chart, sheet, { ...area, x: area.x + n * (width + GAP), width })),
    );
  }
  return slides;
}

/** Months' labels get every second one where a chart is narrow. */
const ROOM_A_MONTH = 0.52 * INCH;

function chartFrame(chart: ChartPlan, sheet: FixedSheet, box: Box): ChartFrame {
  const table = sheet.tables.find(({ name }) => name === chart.table);
  if (!table) throw new RangeError(`The chart ${chart.name} has no table of figures.`);
  const cells = monthLabelCells(table, sheet.name);
  const numbers = (values: readonly (string | number | null)[]) =>
    values.map((value) => (typeof value === "number" ? value : null));
  const months = cells.months.values.map((month) => String(month ?? ""));
  const figures = numbers(cells.figures.values);
  return {
    kind: "chart",
    box,
    name: `Chart: ${chart.title}`,
    description: `Line chart of ${months.length} months: ${chart.title}. ${lastInWords(months, figures)}`,
    look: { ...chart, monthsALabel: Math.ceil((ROOM_A_MONTH * months.length) / box.width) },
    months,
    figureName: table.headings[1] ?? "",
    numberFormat: chart.label.numberFormat,
    figures,
    targets: numbers(cells.target.values),
  };
}

function lastInWords(months: readonly string[], figures: readonly (number | null)[]): string {
  const gaps = figures.filter((figure) => figure === null).length;
  const missing = gaps === 0 ? "" : ` ${gaps} of the months ${gaps === 1 ? "has" : "have"} no figure.`;
  return `From ${months[0] ?? ""} to ${months[months.length - 1] ?? ""}.${missing} Its figures are in the chart’s own data.`;
}
