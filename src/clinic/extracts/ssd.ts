/**
 * The Standard Safeguarding Dataset, one sheet for each table (the same fields from LiquidLogic and Mosaic): each
 * table with our headings in place of its fields, and further columns at its right end for what stands in another table.
 * Rows keep their place, so that addresses hold.
 */
import { readDate } from "../calendar/readDate";
import { isBlank } from "../cells/cells";
import type { CellValue, SheetValues } from "../cells/worksheet";
import { comparableId } from "./childIndex";
import { HEADER_ROWS } from "./headerRows";

type Field = readonly [field: string, heading: string];

/** By table: its own fields and the headings that they stand for. The first is the child's, and tells the table. */
const TABLES: readonly (readonly [Field, ...Field[]])[] = [
  [
    ["cont_person_id", "Child Unique ID"],
    ["cont_contact_date", "Date of Contact"],
  ],
  [
    ["earl_person_id", "Child Unique ID"],
    ["earl_episode_start_date", "Early Help Start Date"],
    ["earl_episode_end_date", "Early Help End Date"],
  ],
  [
    ["cine_person_id", "Child Unique ID"],
    ["cine_referral_date", "Date of Referral"],
    ["cine_referral_team", "Allocated Team"],
  ],
  [
    ["s47e_person_id", "Child Unique ID"],
    ["s47e_s47_start_date", "Section 47 Start Date"],
    ["s47e_s47_end_date", "Section 47 Completed Date"],
    ["s47e_s47_completed_by_team", "Allocated Team"],
  ],
  [
    ["cina_person_id", "Child Unique ID"],
    ["cina_assessment_start_date", "Assessment Start Date"],
    ["cina_assessment_auth_date", "Assessment Authorised Date"],
    ["cina_assessment_team", "Allocated Team"],
  ],
  [
    ["cinp_person_id", "Child Unique ID"],
    ["cinp_cin_plan_start_date", "CIN Plan Start Date"],
    ["cinp_cin_plan_end_date", "CIN Plan End Date"],
    ["cinp_cin_plan_team", "Allocated Team"],
  ],
  [
    ["cppl_person_id", "Child Unique ID"],
    ["cppl_cp_plan_start_date", "CP Plan Start Date"],
    ["cppl_cp_plan_end_date", "CP Plan End Date"],
  ],
  [["clae_person_id", "Child Unique ID"]],
  [
    ["cinv_person_id", "Child Unique ID"],
    ["cinv_cin_visit_date", "Date"],
  ],
  [
    ["cppv_person_id", "Child Unique ID"],
    ["cppv_cp_visit_date", "Date"],
  ],
  [
    ["clav_person_id", "Child Unique ID"],
    ["clav_cla_visit_date", "Date"],
  ],
  [
    ["invo_person_id", "Child Unique ID"],
    ["invo_professional_id", "Worker ID"],
    ["invo_professional_team", "Allocated Team"],
  ],
];

/** When involvements have to be open to count; null = those without an end are. */
export interface SsdDay {
  /** Serial. */
  readonly monthEnd: number;
  readonly date1904: boolean;
}

/** Whether any sheet is a table that `readSsd` reads. */
export function hasSsd(sheets: readonly SheetValues[]): boolean {
  return TABLES.some(([[person]]) => tableIn(sheets, person) !== null);
}

interface Table {
  readonly sheet: SheetValues;
  readonly headerRow: number;
  /** Fields in lower case. */
  readonly fields: readonly string[];
}

type ValueOf = (cells: readonly CellValue[], row: number) => CellValue;

/** @returns the sheets, SSD's as ours, and the names of those that are SSD's. */
export function readSsd(
  sheets: readonly SheetValues[],
  day: SsdDay | null,
): {
  readonly sheets: readonly SheetValues[];
  readonly tables: readonly string[];
} {
  const tableOf = (field: string): Table | null => tableIn(sheets, field);
  const read = new Map<string, SheetValues>();
  const teamOf = teamsByChild(tableOf("invo_person_id"), day);
  for (const fields of TABLES) {
    const [[person]] = fields;
    const table = tableOf(person);
    if (!table) continue;
    const more = furtherColumns(person, table, tableOf, teamOf);
    read.set(table.sheet.name, respelt(table, new Map(fields), more, rowsThatCount(person, table, day)));
  }
  return { sheets: sheets.map((sheet) => read.get(sheet.name) ?? sheet), tables: [...read.keys()] };
}

function tableIn(sheets: readonly SheetValues[], field: string): Table | null {
  for (const sheet of sheets) {
    const headerRow = sheet.rows
      .slice(0, Math.max(0, HEADER_ROWS - sheet.firstRow))
      .findIndex((cells) => cells.some((cell) => fieldOf(cell) === field));
    if (headerRow >= 0) return { sheet, headerRow, fields: (sheet.rows[headerRow] ?? []).map(fieldOf) };
  }
  return null;
}

type RowCounts = (cells: readonly CellValue[], row: number) => boolean;

/** Of the looked-after child's episodes the last of each period, of involvements those that are open; of all else every row. */
function rowsThatCount(person: string, table: Table, day: SsdDay | null): RowCounts {
  if (person === "clae_person_id") {
    const last = lastEpisodes(table);
    return (_, row) => last.has(row);
  }
  return person === "invo_person_id" ? isInvolved(table, day) : () => true;
}

/** Whether the involvement is open at the month's end (SPEC §1). */
function isInvolved(table: Table, day: SsdDay | null): RowCounts {
  const cell = cellsOf(table);
  return (cells) => {
    const end = cell(cells, "invo_involvement_end_date");
    if (day === null) return isBlank(end);
    const start = readDate(cell(cells, "invo_involvement_start_date"), day.date1904);
    const ended = readDate(end, day.date1904);
    return start > 0 && start <= day.monthEnd && (ended <= 0 || ended > day.monthEnd);
  };
}

function furtherColumns(
  person: string,
  table: Table,
  tableOf: (field: string) => Table | null,
  teamOf: (child: CellValue) => CellValue,
): readonly (readonly [heading: string, value: ValueOf])[] {
  const cell = cellsOf(table);
  if (person === "cppl_person_id") return [["Allocated Team", (cells) => teamOf(cell(cells, person))]];
  if (person === "clae_person_id") {
    const ceased = (cells: readonly CellValue[]): CellValue =>
      cell(cells, "clae_cla_episode_ceased_date") || cell(cells, "clae_cla_episode_ceased");
    return [
      ["Date Started to be Looked After", (cells) => entered(cells, cell)],
      ["Date Ceased", ceased],
      ["Allocated Team", (cells) => teamOf(cell(cells, person))],
    ];
  }
  if (person === "invo_person_id") return [["Qualifying Status", () => ""]];
  if (person !== "s47e_person_id") return [];
  const conferences = valuesById(tableOf("icpc_s47_enquiry_id"), "icpc_s47_enquiry_id", "icpc_icpc_date");
  return [
    ["Section 47 Outcome", (cells) => outcomeIn(cell(cells, "s47e_s47_outcome_json"))],
    ["Date of ICPC", (cells) => conferences.get(comparableId(cell(cells, "s47e_s47_enquiry_id"))) ?? ""],
  ];
}

function respelt(
  { sheet, headerRow, fields }: Table,
  headings: ReadonlyMap<string, string>,
  more: readonly (readonly [heading: string, value: ValueOf])[],
  counts: RowCounts,
): SheetValues {
  const width = fields.length;
  const rows = sheet.rows.map((cells, row): readonly CellValue[] => {
    if (row < headerRow) return cells;
    if (row === headerRow)
      return [
        ...cells.map((cell) => headings.get(fieldOf(cell)) ?? cell),
        ...more.map(([heading]) => heading),
      ];
    if (!counts(cells, row)) return [];
    if (more.length === 0 || cells.every(isBlank)) return cells;
    const own = Array.from({ length: width }, (_, column) => cells[column] ?? "");
    return [...own, ...more.map(([, value]) => value(cells, row))];
  });
  return { ...sheet, rows };
}

/** Of the episodes of one period of care the last says whether it is over: the child's rows that began it are not counted again. */
function lastEpisodes(table: Table): ReadonlySet<number> {
  const { sheet, headerRow } = table;
  const cell = cellsOf(table);
  const last = new Map<string, { readonly row: number; readonly start: number }>();
  for (let row = headerRow + 1; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every(isBlank)) continue;
    const period = entered(cells, cell);
    const child = cell(cells, "clae_person_id");
    const key = isBlank(child) ? `row ${row}` : `${comparableId(child)} ${readDate(period, false)}`;
    const start = readDate(cell(cells, "clae_cla_episode_start_date"), false);
    if ((last.get(key)?.start ?? -2) <= start) last.set(key, { row, start });
  }
  return new Set([...last.values()].map(({ row }) => row));
}

function entered(cells: readonly CellValue[], cell: ReturnType<typeof cellsOf>): CellValue {
  return cell(cells, "clae_entered_care_date") || cell(cells, "clae_cla_episode_start_date");
}

/** The team of the child's open involvement, the latest to begin; "" where there is none. */
function teamsByChild(table: Table | null, day: SsdDay | null): (child: CellValue) => CellValue {
  const teams = new Map<string, { readonly team: CellValue; readonly start: number }>();
  if (table) {
    const cell = cellsOf(table);
    const isOpen = isInvolved(table, day);
    for (const cells of table.sheet.rows.slice(table.headerRow + 1)) {
      const team = cell(cells, "invo_professional_team");
      if (isBlank(team) || !isOpen(cells, 0)) continue;
      const child = comparableId(cell(cells, "invo_person_id"));
      const start = readDate(cell(cells, "invo_involvement_start_date"), false);
      if ((teams.get(child)?.start ?? -2) <= start) teams.set(child, { team, start });
    }
  }
  return (child) => (isBlank(child) ? "" : (teams.get(comparableId(child))?.team ?? ""));
}

function valuesById(table: Table | null, id: string, field: string): ReadonlyMap<string, CellValue> {
  if (!table) return new Map();
  const cell = cellsOf(table);
  return new Map(
    table.sheet.rows
      .slice(table.headerRow + 1)
      .filter((cells) => !isBlank(cell(cells, id)))
      .map((cells) => [comparableId(cell(cells, id)), cell(cells, field)]),
  );
}

function cellsOf({ fields }: Table): (cells: readonly CellValue[], field: string) => CellValue {
  return (cells, field) => cells[fields.indexOf(field)] ?? "";
}

function fieldOf(cell: CellValue): string {
  return typeof cell === "string" ? cell.trim().toLowerCase() : "";
}

const ICPC_FLAG = /icpc|conference/i;
const YES = /^(?:y|yes|true|1)$/i;

/**
 * An outcome is a small JSON object of yes/no flags: "ICPC" where its conference flag is yes, else the flags that are,
 * after "No ICPC" where it has a conference flag.
 */
function outcomeIn(cell: CellValue): CellValue {
  if (typeof cell !== "string" || !cell.trim().startsWith("{")) return cell;
  let flags: unknown;
  try {
    flags = JSON.parse(cell);
  } catch {
    return cell;
  }
  if (typeof flags !== "object" || flags === null) return cell;
  const raised = Object.entries(flags).flatMap(([flag, value]) =>
    YES.test(String(value).trim()) ? [flag.replace(/_/g, " ")] : [],
  );
  if (raised.some((flag) => ICPC_FLAG.test(flag))) return "ICPC";
  if (raised.length === 0 || !Object.keys(flags).some((flag) => ICPC_FLAG.test(flag)))
    return raised.join("; ");
  return `No ICPC: ${raised.join("; ")}`;
}
