/** The form "Add an indicator" as data: what it starts with, which fields a kind has, and what is saved of it. */
import { CLINIC_MEASURES } from "../../clinic/extracts/setupNames";
import { MEASURE_WORDS } from "../../clinic/indicators/own/measureRows";
import type { MeasureKind } from "../../clinic/indicators/own/ownMeasure";
import type { DraftColumn, MeasureDraft } from "../ports";

export type Entries = MeasureDraft["entries"];

const DRAFT_COLUMNS: readonly DraftColumn[] = [...CLINIC_MEASURES, "Timescale", "Unit"];

export const NEW_INDICATOR: MeasureDraft = {
  was: null,
  entries: {
    ...(Object.fromEntries(DRAFT_COLUMNS.map((column) => [column, ""])) as Entries),
    Measure: "share with",
    Each: "row",
    Counted: "open at month end",
    Chart: "Yes",
    Unit: "days",
  },
};

export function kindOf({ Measure }: Entries): MeasureKind | null {
  return MEASURE_WORDS.find((word) => word === Measure.toLowerCase()) ?? null;
}

/** Columns that mean something for the kind and for how rows are counted; the others are hidden and saved blank. */
export function fieldsOf(entries: Entries): ReadonlySet<DraftColumn> {
  const kind = kindOf(entries);
  const isOpen = entries.Counted === "open at month end";
  const byDue = entries["Counted by"].toLowerCase() === "due";
  const fields: DraftColumn[] = ["ID", "Title", "Measure", "List", "Each", "Counted", "Only where", "Team"];
  if (!isOpen) fields.push("Counted by");
  if (isOpen || kind === "share last done within" || kind === "share done within" || byDue)
    fields.push("Start");
  if (isOpen) fields.push("End");
  if (kind !== "count") fields.push("Page", "Chart");
  switch (kind) {
    case "share last done within":
      fields.push("Date", "First due", "Frequency", "Timescale", "Unit");
      break;
    case "share done within":
      fields.push("Date", "Timescale", "Unit");
      break;
    case "share not overdue":
      fields.push("Due date", "Date");
      break;
    case "share with":
      fields.push("With");
      break;
    case "count":
    case null:
      break;
  }
  return new Set(fields);
}

/** What is previewed and saved: entries without spaces around them, and nothing in a field that is hidden. */
export function toSave({ was, entries }: MeasureDraft): MeasureDraft {
  const fields = fieldsOf(entries);
  return {
    was,
    entries: Object.fromEntries(
      DRAFT_COLUMNS.map((column) => [column, fields.has(column) ? entries[column].trim() : ""]),
    ) as Entries,
  };
}

/** As the reader of ClinicMeasures wants it: lower-case letters, digits, hyphens, a letter first, up to 40 characters. */
function idFrom(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}

/** A change of one field, and what follows from it: the ID of a new indicator follows its title until it is typed. */
export function changed(draft: MeasureDraft, column: DraftColumn, text: string): MeasureDraft {
  const { entries, was } = draft;
  const next: Entries = { ...entries, [column]: text };
  if (column === "Title" && was === null && entries.ID === idFrom(entries.Title))
    return { was, entries: { ...next, ID: idFrom(text) } };
  if (
    column === "Measure" &&
    kindOf(next) !== "share done within" &&
    next["Counted by"].toLowerCase() === "due"
  )
    return { was, entries: { ...next, "Counted by": "" } };
  // Headings are the sheet's own: those of another one mean nothing.
  if (column === "List" && text !== entries.List) return { was, entries: { ...next, ...NO_HEADINGS } };
  return { was, entries: next };
}

const NO_HEADINGS = {
  "Counted by": "",
  Start: "",
  End: "",
  Date: "",
  "Due date": "",
  Frequency: "",
  Team: "",
  With: "",
  "Only where": "",
} as const satisfies Partial<Entries>;
