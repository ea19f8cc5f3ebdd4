/** The hidden sheet on which a load is put together, and the note in the workbook of a load that is being put in place. */
import type { Extent } from "../../loading/loadPlan";

/** Never shown: it is filled, counted, copied from and deleted within one load. */
export const STAGING = "Clinic loading";

export function isStaging(sheet: string): boolean {
  return sheet.toLowerCase() === STAGING.toLowerCase();
}

/** Kept in workbook.settings while a list changes over: with it the change can be finished by whoever comes next. */
export const LOADING_KEY = "clinic.loading";

/** A run of neighbouring columns. */
export interface Run {
  /** Zero-based column on the staging sheet. */
  readonly from: number;
  /** Zero-based column of the list's sheet. */
  readonly to: number;
  readonly columns: number;
}

/** How a list changes over. Places and counts only: no cell of a child's is in it. */
export interface ChangeOver {
  readonly sheet: string;
  /** Zero-based worksheet row of the headings. */
  readonly headerRow: number;
  readonly runs: readonly Run[];
  readonly rows: Extent["rows"];
  /** Rows that the list had; those beyond `rows` are removed last. */
  readonly oldRows: number;
  /** Zero-based columns of the sheet that have to be shown as dates. */
  readonly dates: readonly number[];
}

export function changeOverText(change: ChangeOver): string {
  return JSON.stringify(change);
}

/** null where nothing that can be finished is noted. */
export function changeOverFrom(text: string | undefined): ChangeOver | null {
  if (text === undefined) return null;
  try {
    const kept = JSON.parse(text) as Partial<ChangeOver> | null;
    const isWhole =
      typeof kept?.sheet === "string" &&
      [kept.headerRow, kept.rows, kept.oldRows].every((n) => Number.isInteger(n)) &&
      Array.isArray(kept.runs) &&
      Array.isArray(kept.dates);
    return isWhole ? (kept as ChangeOver) : null;
  } catch {
    return null;
  }
}
