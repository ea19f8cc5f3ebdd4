/**
 * A page as it stands in a file without formulas and rules: every cell holds what it comes to, every colour that a rule
 * would give is a fill of its own. Pure data, like the plan that it is made from.
 */
import type { CellContent, LinkPlan, RulePlan, SheetPlan, StylePlan, TablePlan } from "../../pages/plan";
import { columnLetters } from "../../clinic/cells/addresses";
import { NONE } from "../../pages/wording";

export interface FixedTable extends Omit<TablePlan, "choices" | "keepExistingRows"> {
  /** Alternative text: what it is called and what it holds. */
  readonly description: { readonly title: string; readonly text: string };
}

/** A cell that a rule of the page's colours. */
export interface FillPlan {
  readonly row: number;
  readonly column: number;
  readonly look: RulePlan["look"];
}

export interface FixedSheet extends Omit<SheetPlan, "rules" | "tables"> {
  readonly tables: readonly FixedTable[];
  readonly fills: readonly FillPlan[];
}

/**
 * `sheets`: names of the file's sheets; a link to any other is words only.
 * @throws RangeError where a formula does not say what it comes to, or a rule is of no known shape: a mistake in the code.
 */
export function fixSheet(plan: SheetPlan, sheets: ReadonlySet<string>): FixedSheet {
  const { rules, ...page } = plan;
  const tables = plan.tables.map((table) => fixTable(table, plan));
  const blocks = plan.blocks.map((block) => ({ ...block, cells: block.cells.map((row) => row.map(fixed)) }));
  const links = plan.links.filter((link) => sheets.has(link.sheet));
  const styles = plan.styles.map((style) => withoutLink(style, plan.links, links));
  const fixedPage = { ...page, tables, blocks, styles, links };
  return { ...fixedPage, fills: rules.flatMap((rule) => fillsOf(rule, fixedPage)) };
}

/** Words that lead nowhere do not look as if they did. */
function withoutLink(style: StylePlan, planned: readonly LinkPlan[], kept: readonly LinkPlan[]): StylePlan {
  const isAt = (link: LinkPlan): boolean => link.row === style.row && link.column === style.column;
  const isDropped = planned.some(isAt) && !kept.some(isAt);
  return isDropped && style.style === "page-link" ? { ...style, style: "note" } : style;
}

/** What a cell comes to. */
export function fixed(cell: CellContent): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  if (cell.expected === undefined) throw new RangeError(`No result is planned for ${cell.formula}`);
  return cell.expected;
}

function fixTable({ choices: _, keepExistingRows: _kept, ...table }: TablePlan, plan: SheetPlan): FixedTable {
  const title = titleOf(table, plan);
  return {
    ...table,
    rows: table.rows.map((row) => row.map(fixed)),
    total: table.total === null ? null : table.total.map(fixed),
    description: {
      title,
      text: `${title}: ${table.headings.join(", ")}; ${table.rows.length} ${table.rows.length === 1 ? "row" : "rows"}${table.total === null ? "" : " and a total"}.`,
    },
  };
}

/** A table's title stands in the cell above its first heading (SPEC §5). */
function titleOf(
  { row, column, name }: Omit<TablePlan, "choices" | "keepExistingRows">,
  page: Pick<SheetPlan, "blocks">,
): string {
  for (const block of page.blocks) {
    const cell = block.cells[row - 1 - block.row]?.[column - block.column];
    if (cell !== undefined && cell !== null) return String(fixed(cell));
  }
  return name;
}

type Page = Pick<FixedSheet, "blocks" | "tables">;

/** Cells of the page by place: tables stand over blocks. */
export function cellAt(page: Page, row: number, column: number): string | number | null {
  for (const table of page.tables) {
    const at = column - table.column;
    if (at < 0 || at >= table.headings.length || row < table.row) continue;
    const body = row - table.row - 1;
    if (body < 0) return table.headings[at] ?? null;
    if (body < table.rows.length) return fixed(table.rows[body]?.[at] ?? null);
    if (body === table.rows.length && table.total) return fixed(table.total[at] ?? null);
  }
  for (const block of page.blocks) {
    const cell = block.cells[row - block.row]?.[column - block.column];
    if (cell !== undefined) return fixed(cell);
  }
  return null;
}

/** `=$E6="Red"`: the word of a cell of the row. */
const SAYS_WORD = /^=(\$?)([A-Z]+)(\d+)="([^"]*)"$/;
/** `=ISNUMBER(SEARCH("Red",B6))`: a word among others in a cell of the row. */
const HAS_WORD = /^=ISNUMBER\(SEARCH\("([^"*?~]*)",(\$?)([A-Z]+)(\d+)\)\)$/;
/** `=AND($D7<>"-",$D7<>"")`: a caseload whose flag says something. */
const IS_FLAGGED = /^=AND\((\$?)([A-Z]+)(\d+)<>"-",\$?[A-Z]+\d+<>""\)$/;

function fillsOf(rule: RulePlan, page: Page): readonly FillPlan[] {
  const holds = readRule(rule.formula);
  const fills: FillPlan[] = [];
  for (let down = 0; down < rule.rows; down++) {
    for (let across = 0; across < rule.columns; across++) {
      const row = rule.row + down;
      const column = rule.column + across;
      const asked = holds.isFixedColumn ? holds.column : holds.column + across;
      if (holds.test(cellAt(page, holds.row + down, asked))) fills.push({ row, column, look: rule.look });
    }
  }
  return fills;
}

interface ReadRule {
  /** The cell that the rule asks for its first cell, zero-based. */
  readonly row: number;
  readonly column: number;
  readonly isFixedColumn: boolean;
  readonly test: (content: string | number | null) => boolean;
}

function readRule(formula: string): ReadRule {
  const [, fixedWord, wordLetters, wordRow, said = ""] = SAYS_WORD.exec(formula) ?? [];
  if (wordLetters) return at(fixedWord, wordLetters, wordRow, (content) => content === said);
  const [, within = "", fixedWithin, withinLetters, withinRow] = HAS_WORD.exec(formula) ?? [];
  if (withinLetters)
    return at(fixedWithin, withinLetters, withinRow, (content) =>
      String(content).toLowerCase().includes(within.toLowerCase()),
    );
  const [, fixedFlag, flagLetters, flagRow] = IS_FLAGGED.exec(formula) ?? [];
  if (flagLetters)
    return at(
      fixedFlag,
      flagLetters,
      flagRow,
      (content) => content !== null && content !== "" && content !== NONE,
    );
  throw new RangeError(`No fill is known for the rule ${formula}`);
}

function at(dollar = "", letters: string, row = "", test: ReadRule["test"]): ReadRule {
  return { row: Number(row) - 1, column: columnOf(letters), isFixedColumn: dollar === "$", test };
}

function columnOf(letters: string): number {
  let column = 0;
  while (columnLetters(column) !== letters) column++;
  return column;
}
