/**
 * ClinicColumns (SPEC §3): this list's column is under that heading. A row whose Column is "Only where" has a condition
 * in Heading: only rows that meet it are the list's, so that one sheet may feed several lists.
 */
import { cellText, nameKey } from "../cells/names";
import type { TableValues } from "../cells/worksheet";
import type { Condition } from "../conditions/condition";
import { parseCondition } from "../conditions/parseCondition";
import { addIssue, isBlankEntry, textEntry, type EntryPlace, entriesOfRow } from "../entries/entries";
import { settingsTable, type SettingsTable } from "../entries/settingsTable";
import { createIssueLog } from "../issues/issueLog";
import type { IssueLog } from "../issues/issueLog";
import { LISTS, listSpec } from "../lists/lists";
import type { ColumnSpec, ListId } from "../lists/lists";

interface Match {
  readonly list: ListId;
  /** As typed; "" = whichever sheet the list is read from. Compare by `nameKey`. */
  readonly sheet: string;
  /** Where it stands, for issues about it. */
  readonly place: EntryPlace;
}

export type ColumnMatch =
  | (Match & {
      readonly kind: "column";
      /** Key of the list's column. */
      readonly column: string;
      /** As typed; compare by `nameKey`. */
      readonly heading: string;
    })
  | (Match & { readonly kind: "only where"; readonly condition: Condition });

const ONLY_WHERE = nameKey("Only where");

/** Those of the tables given, where ClinicColumns is among them; what is wrong with it is said by whoever reads the settings. */
export function columnMatchesIn(tables: readonly TableValues[]): readonly ColumnMatch[] {
  const table = tables.find(({ name }) => nameKey(name) === nameKey("ClinicColumns"));
  return table ? readColumnMatches(settingsTable(table), createIssueLog()) : [];
}

/** Rows that can be used, in the table's order; each of the others is an issue. */
export function readColumnMatches(table: SettingsTable, log: IssueLog): readonly ColumnMatch[] {
  const matches: ColumnMatch[] = [];
  const met = new Set<string>();
  for (const row of table.filledRows) {
    const match = readMatch(table, row, log);
    if (!match) continue;
    const column = match.kind === "column" ? match.column : match.kind;
    const key = [match.list, nameKey(match.sheet), column].join("\u0000");
    if (met.has(key)) {
      addIssue(
        match.place,
        "error",
        "wrong-setting",
        "This column of the list is matched twice; the first row is used.",
        "Delete one of the two rows.",
      );
    } else {
      met.add(key);
      matches.push(match);
    }
  }
  return matches;
}

function readMatch(table: SettingsTable, row: number, log: IssueLog): ColumnMatch | null {
  const at = entriesOfRow(table, row, log);
  const list = listEntry(at("List"));
  if (list === null) return null;
  const place = at("Heading");
  const sheet = textEntry(at("Sheet")) ?? "";
  if (nameKey(cellText(table.value(row, "Column"))) === ONLY_WHERE) {
    const text = requiredText(place, "a condition, such as: Plan Type = CP");
    if (text === null) return null;
    const { condition, fault } = parseCondition(text);
    if (condition) return { kind: "only where", list, sheet, condition, place };
    addIssue(place, "error", "wrong-condition", `${fault.message} The row is not used.`, fault.fix);
    return null;
  }
  const column = columnEntry(at("Column"), list);
  const heading = requiredText(place, "the heading as the extract has it");
  if (!column || heading === null) return null;
  return { kind: "column", list, sheet, column: column.key, heading, place };
}

/** The list that a cell of a "List" column names; null with an issue. */
export function listEntry(place: EntryPlace): ListId | null {
  const text = requiredText(place, "the name of a list, such as CIN Plans");
  if (text === null) return null;
  const list = listNamed(text);
  if (list !== null) return list;
  refuse(
    place,
    "This is not the name of a list; the row is not used.",
    `Type one of: ${LISTS.map(({ name }) => name).join(", ")}.`,
  );
  return null;
}

/** By its name, another name for it, or its id; null for anything else. */
export function listNamed(text: string): ListId | null {
  const key = nameKey(text);
  const found =
    LISTS.find(({ id, name }) => nameKey(name) === key || nameKey(id) === key) ??
    LISTS.find(({ otherNames }) => otherNames.some((name) => nameKey(name) === key));
  return found?.id ?? null;
}

/** The list's column that a cell of a "Column" column names; null with an issue. */
export function columnEntry(place: EntryPlace, list: ListId): ColumnSpec | null {
  const { name, columns } = listSpec(list);
  const choices = columns.map(({ heading }) => heading).join(", ");
  const text = requiredText(place, `a column of ${name}: ${choices}`);
  if (text === null) return null;
  const key = nameKey(text);
  const found =
    columns.find((column) => nameKey(column.heading) === key || nameKey(column.key) === key) ??
    columns.find(({ otherNames }) => otherNames.some((other) => nameKey(other) === key));
  if (found) return found;
  refuse(place, `${name} has no such column; the row is not used.`, `Type one of: ${choices}.`);
  return null;
}

function requiredText(place: EntryPlace, expected: string): string | null {
  if (isBlankEntry(place)) {
    refuse(place, `${place.name} is blank, so the row is not used.`, `Type ${expected}.`);
    return null;
  }
  return textEntry(place) ?? null;
}

function refuse(place: EntryPlace, message: string, fix: string): void {
  addIssue(place, "error", "wrong-setting", message, fix);
}
