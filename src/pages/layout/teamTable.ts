/** A by-team table (SPEC §4): live percents and RAG words, and a total row of sums and their quotient. */
import type { TeamTableId } from "../../clinic/indicators/ids";
import type { TeamTableEntry } from "../../clinic/indicators/entry";
import type { TeamRow, TeamTable } from "../../clinic/report";
import { FEW, ragFormula, ratioFormula, rowFigure, sumsFigure, termsOf } from "../liveFormulas";
import type { CellContent, StylePlan } from "../plan";
import { columnOf, tableName, thisRow } from "../references";
import { FEW_FORMAT, FEW_WIDTH, NONE, NOT_AVAILABLE, ragWord } from "../wording";
import type { PagePart } from "./part";
import { ragRules } from "./ragRules";
import {
  ONE_DECIMAL_PERCENT,
  centredColumn,
  nameColumn,
  numberColumn,
  quietColumn,
  titledTable,
} from "./tableColumn";

const SHORTEST_TEAM = 22;
const LONGEST_TEAM = 46;

/** `table` null = not available: the table stands, with [x] for its figures. */
export function teamTable(entry: TeamTableEntry, table: TeamTable | null, column: number) {
  const { id } = entry;
  const name = tableName(id);
  const title = table?.title ?? entry.wording;
  const rows = table === null ? [NOT_AVAILABLE_ROW] : bodyRows(id, table, name);
  const part = titledTable({
    name,
    title,
    column,
    columns: [
      nameColumn(
        "Team/Locality",
        (table?.rows ?? []).map(({ team }) => team),
        SHORTEST_TEAM,
        LONGEST_TEAM,
      ),
      quietColumn("Denominator", 15),
      quietColumn("Numerator", 12.5),
      numberColumn("%", FEW_WIDTH, ONE_DECIMAL_PERCENT),
      centredColumn("RAG", 8),
    ],
    rows,
    total: table === null ? NOT_AVAILABLE_TOTAL : totalRow(id, table, name),
    showFilter: false,
  });
  const few = table === null ? [] : fewOf(table, part.tables[0].row + 1, column + PERCENT_COLUMN);
  const withRules: PagePart & { readonly tables: typeof part.tables } = {
    ...part,
    styles: [...(part.styles ?? []), ...few],
    rules: ragRules(part.tables[0].row + 1, column + 4, rows.length + 1),
  };
  return withRules;
}

const PERCENT_COLUMN = 3;

/** One child in fewer than ten weighs much: [u] stands behind the percent. */
function fewOf({ rows, total }: TeamTable, firstRow: number, column: number): readonly StylePlan[] {
  const cell = { column, rows: 1, columns: 1, numberFormat: FEW_FORMAT };
  const isFew = ({ denominator }: Omit<TeamRow, "team">): boolean => denominator > 0 && denominator < FEW;
  return [
    ...rows.flatMap((row, i): StylePlan[] =>
      isFew(row) ? [{ ...cell, row: firstRow + i, style: "number" }] : [],
    ),
    ...(isFew(total)
      ? [{ ...cell, row: firstRow + Math.max(1, rows.length), style: "total-number" } as const]
      : []),
  ];
}

const NOT_AVAILABLE_ROW: readonly CellContent[] = [
  `${NOT_AVAILABLE} Not available`,
  NOT_AVAILABLE,
  NOT_AVAILABLE,
  NOT_AVAILABLE,
  NOT_AVAILABLE,
];
/** A sum of [x] would be 0, which it is not. */
const NOT_AVAILABLE_TOTAL: readonly CellContent[] = ["Total", ...NOT_AVAILABLE_ROW.slice(1)];

/** An Excel table has at least one row: a cohort without anybody says so, and adds 0. */
const NOBODY: TeamRow = { team: "None this month", denominator: 0, numerator: 0, percent: null, rag: null };

function bodyRows(id: TeamTableId, table: TeamTable, name: string): readonly (readonly CellContent[])[] {
  const teams = table.rows.length > 0 ? table.rows : [NOBODY];
  const percent = ratioFormula(thisRow(name, "Numerator"), thisRow(name, "Denominator"));
  const rag = ragFormula(termsOf(id), rowFigure(name));
  return teams.map((row) => [
    row.team,
    row.denominator,
    row.numerator,
    { formula: percent, expected: ratioOf(row) },
    { formula: rag, expected: ragWord(row.rag) },
  ]);
}

function totalRow(id: TeamTableId, { total }: TeamTable, name: string): readonly CellContent[] {
  const denominator = `SUM(${columnOf(name, "Denominator")})`;
  const numerator = `SUM(${columnOf(name, "Numerator")})`;
  return [
    "Total",
    { formula: `=${denominator}`, expected: total.denominator },
    { formula: `=${numerator}`, expected: total.numerator },
    { formula: ratioFormula(numerator, denominator), expected: ratioOf(total) },
    { formula: ragFormula(termsOf(id), sumsFigure(name)), expected: ragWord(total.rag) },
  ];
}

function ratioOf({ numerator, denominator }: Omit<TeamRow, "team">): number | string {
  return denominator === 0 ? NONE : numerator / denominator;
}
