/**
 * Holds a plan against the rules that make a statistics workbook usable by everyone, and those that Excel itself
 * has, before anything is written. Returns a plain sentence for each breach; none is the aim.
 */
import { lastColumnOf, lastRowOf } from "./layout/part";
import { CELL_LOOKS, RULE_LOOKS, WHITE } from "./look";
import type { BlockPlan, CellContent, SheetPlan, TablePlan, WorkbookPlan } from "./plan";
import { address } from "./references";
import { textOf } from "./wording";

export function checkPlan(plan: WorkbookPlan): readonly string[] {
  return [
    ...checkSheetNames(plan),
    ...checkNames(plan),
    ...checkFormulas(plan),
    ...checkContrast(),
    ...plan.sheets.flatMap((sheet) => checkSheet(sheet).map((breach) => `${sheet.name}: ${breach}`)),
  ];
}

function checkSheetNames({ sheets }: WorkbookPlan): readonly string[] {
  const names = sheets.map(({ name }) => name);
  return [
    ...repeated(names).map((name) => `Two sheets are called “${name}”.`),
    ...repeated(sheets.map(({ page }) => page)).map((page) => `Two sheets have the page key “${page}”.`),
    ...names
      .filter(
        (name) =>
          name === "" || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || /^history$/i.test(name),
      )
      .map((name) => `Excel takes no sheet called “${name}”.`),
  ];
}

const VALID_NAME = /^[\p{L}_][\p{L}\p{N}_.]{0,254}$/u;
const LIKE_AN_ADDRESS = /^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*)$/i;

function checkNames({ sheets, names }: WorkbookPlan): readonly string[] {
  const tables = sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  const all = [...tables, ...names.map(({ name }) => name)];
  const charts = sheets.flatMap((sheet) => sheet.charts.map(({ name }) => name));
  return [
    ...repeated(all).map((name) => `Two tables or names are called “${name}”.`),
    ...repeated(charts).map((name) => `Two charts are called “${name}”.`),
    ...all
      .filter((name) => !VALID_NAME.test(name) || LIKE_AN_ADDRESS.test(name))
      .map((name) => `Excel takes no table or name called “${name}”.`),
    ...names
      .filter(({ formula }) => !formula.startsWith("="))
      .map(({ name }) => `The name ${name} has no formula.`),
  ];
}

const LONGEST_FORMULA = 8192;
const LONGEST_LITERAL = 255;

function checkFormulas(plan: WorkbookPlan): readonly string[] {
  const formulas = [
    ...plan.names.map(({ formula }) => formula),
    ...plan.sheets.flatMap((sheet) => [
      ...sheet.rules.map(({ formula }) => formula),
      ...[...sheet.blocks.map(({ cells }) => cells), ...sheet.tables.map(bodyAndTotal)]
        .flat(2)
        .flatMap(formulaOf),
    ]),
  ];
  const known = new Set(
    [
      ...plan.names.map(({ name }) => name),
      ...plan.sheets.flatMap((s) => s.tables.map(({ name }) => name)),
    ].map((name) => name.toLowerCase()),
  );
  return [...new Set(formulas)].flatMap((formula) => {
    const bare = formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[(?:[^[\]]|\[[^\]]*\])*\]/g, '""');
    const unknown = (bare.match(/\bClinic_[\p{L}\p{N}_]+/gu) ?? []).find(
      (name) => !known.has(name.toLowerCase()),
    );
    const literals = formula.match(/"(?:[^"]|"")*"/g) ?? [];
    return [
      ...(formula.startsWith("=") ? [] : [`A formula does not begin with “=”: ${formula}`]),
      ...(/\bCLINIC\./i.test(bare) ? [`A formula needs the add-in: ${formula}`] : []),
      ...(unknown === undefined ? [] : [`A formula reads ${unknown}, which is not planned.`]),
      ...(formula.length > LONGEST_FORMULA ? ["A formula is longer than Excel takes."] : []),
      ...(literals.some((text) => text.length > LONGEST_LITERAL + 2)
        ? ["A text in a formula is longer than Excel takes."]
        : []),
    ];
  });
}

const LEAST_CONTRAST = 4.5;

function checkContrast(): readonly string[] {
  const looks = [
    ...Object.entries(CELL_LOOKS).map(([name, { colour, fill }]) => ({ name, colour, fill: fill ?? WHITE })),
    ...Object.entries(RULE_LOOKS).map(([name, { colour, fill }]) => ({ name, colour, fill })),
  ];
  return looks
    .filter(({ colour, fill }) => contrast(colour, fill) < LEAST_CONTRAST)
    .map(({ name }) => `The look “${name}” has too little contrast.`);
}

/** WCAG 2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function checkSheet(sheet: SheetPlan): readonly string[] {
  const cells = blockCells(sheet.blocks);
  const hasTitle = textOf(cells.get(address(0, 0)) ?? null) !== "";
  return [
    ...(hasTitle || mayBeAnalystsOwn(sheet) ? [] : ["A1 holds no title."]),
    ...sheet.tables.flatMap((table) => checkTable(table, cells)),
    ...overlaps(sheet),
    ...stacked(sheet.tables),
    ...checkCharts(sheet),
    ...sheet.links
      .filter(({ text }) => text.trim() === "")
      .map((link) => `The link at ${address(link.row, link.column)} has no text.`),
  ];
}

/** Clinic Settings that stands is only added to: its titles are the analyst's. */
function mayBeAnalystsOwn({ tables }: SheetPlan): boolean {
  return tables.length > 0 && tables.every(({ keepExistingRows }) => keepExistingRows);
}

function checkTable(table: TablePlan, cells: ReadonlyMap<string, CellContent>): readonly string[] {
  const { name, headings, rows, total, keepExistingRows } = table;
  const title = cells.get(address(table.row - 1, table.column));
  const blank = (row: readonly CellContent[]) => row.every((cell) => cell === null || cell === "");
  const ragged = [...rows, ...(total ? [total] : []), table.columns].some(
    (row) => row.length !== headings.length,
  );
  return [
    ...((typeof title === "string" && title !== "") || keepExistingRows
      ? []
      : [`${name} has no title above it.`]),
    ...repeated(headings).map((heading) => `${name} has the heading “${heading}” twice.`),
    ...(headings.some((heading) => heading.trim() === "") ? [`${name} has a blank heading.`] : []),
    ...(ragged ? [`${name} has rows of different lengths.`] : []),
    ...headings
      .filter((_, i) => mixesFormulas(rows.map((row) => row[i] ?? null)))
      .map(
        (heading) =>
          `${name} has not one formula in every row of “${heading}”: Excel would fill it with the last.`,
      ),
    ...(rows.length === 0 && !keepExistingRows ? [`${name} has no row.`] : []),
    ...(rows.some(blank) && !keepExistingRows ? [`${name} has a blank row.`] : []),
  ];
}

/** Excel makes a calculated column of a table's column that a formula is written into: one text, in every row. */
function mixesFormulas(column: readonly CellContent[]): boolean {
  const texts = new Set(column.map((cell) => formulaOf(cell)[0]));
  return texts.size > 1;
}

interface Area {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function areaOf(table: TablePlan): Area {
  return {
    name: table.name,
    top: table.row - 1,
    left: table.column,
    bottom: lastRowOf(table),
    right: lastColumnOf(table),
  };
}

function meet(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function overlaps({ tables, blocks }: SheetPlan): readonly string[] {
  const areas = tables.map(areaOf);
  const inTables = [...blockCells(blocks)].filter(([, content]) => content !== null);
  return [
    ...pairs(areas)
      .filter(([a, b]) => meet(a, b))
      .map(([a, b]) => `${a.name} and ${b.name} overlap.`),
    ...inTables
      .filter(([at]) => tables.some((table) => holds(areaOf(table), at)))
      .map(([at]) => `The text in ${at} is inside a table.`),
  ];
}

/** Within the table itself, its title's row left out. */
function holds(area: Area, at: string): boolean {
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1)
      if (address(row, column) === at) return true;
  }
  return false;
}

/** A table with a total row, a filter or its own rows grows; only tables of a fixed size may stand above others. */
function stacked(tables: readonly TablePlan[]): readonly string[] {
  return pairs(tables.map(areaOf)).flatMap(([a, b]) => {
    const [upper, lower] = a.top < b.top ? [a, b] : [b, a];
    const above = upper.left <= lower.right && lower.left <= upper.right && upper.bottom < lower.top;
    return above && !isOfFixedSize(upper.name) ? [`${upper.name} can grow and is above ${lower.name}.`] : [];
  });
}

/** The indicators of Demand are always the same. */
function isOfFixedSize(table: string): boolean {
  return table.startsWith("Clinic_demand_");
}

function checkCharts({ charts, tables }: SheetPlan): readonly string[] {
  return charts.flatMap((chart) => {
    const area: Area = { ...chart };
    const source = tables.find(({ name }) => name === chart.table);
    return [
      ...(chart.title.trim() === "" ? [`${chart.name} has no title.`] : []),
      ...(source ? [] : [`${chart.name} draws ${chart.table}, which is not on its page.`]),
      ...tables
        .filter((table) => meet(area, areaOf(table)))
        .map(({ name }) => `${chart.name} covers ${name}.`),
      ...charts
        .filter((other) => other.name > chart.name && meet(area, other))
        .map(({ name }) => `${chart.name} covers ${name}.`),
      ...(chart.left > chart.right || chart.top > chart.bottom ? [`${chart.name} has no size.`] : []),
    ];
  });
}

function blockCells(blocks: readonly BlockPlan[]): ReadonlyMap<string, CellContent> {
  return new Map(
    blocks.flatMap((block) =>
      block.cells.flatMap((row, i) =>
        row.map((content, j) => [address(block.row + i, block.column + j), content] as const),
      ),
    ),
  );
}

function bodyAndTotal({ rows, total }: TablePlan): readonly (readonly CellContent[])[] {
  return total ? [...rows, total] : rows;
}

function formulaOf(cell: CellContent): readonly string[] {
  return typeof cell === "object" && cell !== null ? [cell.formula] : [];
}

function repeated(names: readonly string[]): readonly string[] {
  const lower = names.map((name) => name.toLowerCase());
  return names.filter((_, i) => lower.indexOf(lower[i] ?? "") !== i);
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));
}
