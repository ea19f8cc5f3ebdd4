/**
 * A sheet, to look at: cells with their looks, conditional formats and charts. Only the rows in view are drawn,
 * so that a sheet of 100,000 rows scrolls as a short one does.
 */
import { columnLetters } from "../../../src/clinic/cells/addresses";
import { cellAt, isError, type Scalar, type Sheet } from "../../model/sheet";
import type { Workbook } from "../../model/workbook";
import { shownText } from "../../objects/shownText";
import { chartFigures } from "./chartFigures";
import { drawChart } from "./chartSvg";
import { columnPixels, drawnExtent, isBlank, measureSheet } from "./geometry";
import { lookStyle, ruleStyle } from "./looks";
import { findRulesThatHold, type RulesByCell } from "./rulesThatHold";

/** Rows drawn above and below those in view. */
const SPARE_ROWS = 12;
const ROW_HEADING = 46;
const COLUMN_HEADING = 20;

export interface SheetView {
  readonly element: HTMLElement;
  /** Draws the workbook's active sheet as it stands. */
  draw(workbook: Workbook): void;
}

/** `onSelect` hears the cell that a click lands on; `onFollow` the place that a link names. */
export function createSheetView(
  onSelect: (sheet: Sheet, row: number, column: number) => void,
  onFollow: (location: string) => void,
): SheetView {
  const element = document.createElement("div");
  element.className = "sheet";
  element.tabIndex = 0;
  let shown: { readonly workbook: Workbook; readonly sheet: Sheet; readonly rules: RulesByCell } | null =
    null;
  let selectionShown = "";
  let rowsShown = "";
  let wanted = 0;

  /** `anew`: the workbook has changed; otherwise only rows that came into view are drawn. */
  const drawRows = (anew: "anew" | "as needed") => {
    if (!shown) return;
    const { workbook, sheet, rules } = shown;
    const geometry = measureSheet(sheet);
    const extent = drawnExtent(sheet);
    const inView = [element.scrollTop, element.scrollTop + element.clientHeight].map(geometry.rowAt);
    const first = Math.max(0, (inView[0] ?? 0) - SPARE_ROWS);
    const last = Math.min(extent.rows, (inView[1] ?? 0) + SPARE_ROWS);
    if (anew === "as needed" && rowsShown === `${first} ${last}`) return;
    rowsShown = `${first} ${last}`;
    const columns = Array.from({ length: extent.columns }, (_, column) => column);
    const html = (row: number, stuckAt: number | null) =>
      rowHtml(workbook, sheet, row, extent.columns, rules, stuckAt);
    // Frozen rows that have scrolled away are drawn above the others, where they stick.
    const frozen = Array.from({ length: Math.min(sheet.frozen.rows, first) }, (_, row) => row);
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
    const body = [...frozen, ...rows].map((row) =>
      html(row, row < sheet.frozen.rows ? COLUMN_HEADING + geometry.top(row) : null),
    );
    const width = ROW_HEADING + geometry.left(extent.columns);
    const top = geometry.top(first) - geometry.top(frozen.length);
    element.innerHTML = `<div style="height:${COLUMN_HEADING + geometry.top(extent.rows)}px;width:${width}px"></div><table class="${sheet.showGridlines ? "grid" : "page"}" style="width:${width}px;top:${top}px" aria-label="Sheet ${escaped(sheet.name)}"><colgroup><col style="width:${ROW_HEADING}px">${columns.map((column) => `<col style="width:${columnPixels(sheet, column)}px">`).join("")}</colgroup><thead><tr><td></td>${columns.map((column) => `<th scope="col">${columnLetters(column)}</th>`).join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
    for (const chart of sheet.charts) {
      const from = geometry.corner(chart.from);
      const to = geometry.corner(chart.to);
      const svg = drawChart(chart, chartFigures(workbook, sheet, chart), to.x - from.x, to.y - from.y);
      svg.style.left = `${ROW_HEADING + from.x}px`;
      svg.style.top = `${COLUMN_HEADING + from.y}px`;
      element.append(svg);
    }
  };

  const scrollToSelection = () => {
    if (!shown) return;
    const { sheet } = shown;
    const geometry = measureSheet(sheet);
    const { row, column } = sheet.selection;
    const top = geometry.top(row);
    const left = geometry.left(column);
    if (top < element.scrollTop || top + 60 > element.scrollTop + element.clientHeight) {
      element.scrollTop = Math.max(0, top - element.clientHeight / 3);
    }
    if (left < element.scrollLeft || left + 120 > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = Math.max(0, left - element.clientWidth / 3);
    }
  };

  element.addEventListener("scroll", () => {
    cancelAnimationFrame(wanted);
    wanted = requestAnimationFrame(() => drawRows("as needed"));
  });
  element.addEventListener("click", ({ target }) => {
    if (!shown || !(target instanceof Element)) return;
    const link = target.closest("[data-follow]");
    if (link) return onFollow(link.getAttribute("data-follow") ?? "");
    const place = /^(\d+),(\d+)$/.exec(target.closest("td[data-at]")?.getAttribute("data-at") ?? "");
    if (place) onSelect(shown.sheet, Number(place[1]), Number(place[2]));
  });
  element.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!shown || !step) return;
    event.preventDefault();
    const { row, column } = shown.sheet.selection;
    onSelect(shown.sheet, Math.max(0, row + step[0]), Math.max(0, column + step[1]));
  });

  return {
    element,
    draw(workbook) {
      const sheet = workbook.activeSheet;
      const moved = shown?.sheet !== sheet;
      shown = { workbook, sheet, rules: findRulesThatHold(workbook, sheet) };
      if (moved) {
        element.scrollTop = 0;
        element.scrollLeft = 0;
      }
      drawRows("anew");
      const selection = `${sheet.id} ${sheet.selection.row} ${sheet.selection.column}`;
      if (selection !== selectionShown) {
        selectionShown = selection;
        scrollToSelection();
      }
    },
  };
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function rowHtml(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  columns: number,
  rules: RulesByCell,
  stuckAt: number | null,
): string {
  const geometry = measureRow(sheet, row);
  if (geometry.hidden) return "";
  const cells: string[] = [];
  for (let column = 0; column < columns; column++) cells.push(cellHtml(workbook, sheet, row, column, rules));
  const stuck = stuckAt === null ? "" : `;--stuck:${stuckAt}px" class="frozen`;
  return `<tr style="height:${geometry.height}px${stuck}"><th scope="row">${row + 1}</th>${cells.join("")}</tr>`;
}

function measureRow(sheet: Sheet, row: number): { readonly height: number; readonly hidden: boolean } {
  const record = sheet.rows.get(row);
  return { height: ((record?.height ?? sheet.standardHeight) * 96) / 72, hidden: record?.hidden ?? false };
}

function cellHtml(workbook: Workbook, sheet: Sheet, row: number, column: number, rules: RulesByCell): string {
  const { selection } = sheet;
  const selected =
    row >= selection.row &&
    row < selection.row + selection.rows &&
    column >= selection.column &&
    column < selection.column + selection.columns;
  const cell = cellAt(sheet, row, column);
  const at = `data-at="${row},${column}"${selected ? ' class="selected" aria-selected="true"' : ""}`;
  if (!cell) return `<td ${at}></td>`;
  const look = workbook.looks.look(cell.look);
  const laidOver = (rules.get(`${row},${column}`) ?? []).map(({ look: over }) =>
    ruleStyle(over, workbook.themeColours),
  );
  const clipped = isBlank(sheet, row, column + 1) || look.alignment.wrap ? "" : "overflow:hidden";
  const style = [lookStyle(look, isRight(cell.value), workbook.themeColours), ...laidOver, clipped]
    .filter(Boolean)
    .join(";");
  const text = escaped(shownText(workbook, cell));
  const link = sheet.links.find(
    ({ area }) =>
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
  const inner =
    link !== undefined && link.location !== null && text !== ""
      ? `<a href="#" role="link" data-follow="${escaped(link.location)}" title="${escaped(link.tip ?? "")}">${text}</a>`
      : text;
  return `<td ${at} style="${escaped(style)}"${cell.formula === null ? "" : ` title="=${escaped(cell.formula)}"`}>${inner}</td>`;
}

const isRight = (value: Scalar): boolean => typeof value === "number" || isError(value);

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
