/** What a load would do, before anything is written: the review, line by line. */
import type { CellValue } from "../clinic/cells/worksheet";
import type { ColumnType, ListId } from "../clinic/lists/lists";
import type { Refusal } from "./fileSheets";

export interface FilledColumn {
  /** As the sheet words it. */
  readonly heading: string;
  /** Zero-based column of the file's rows. */
  readonly from: number;
  /** Zero-based column of the worksheet. */
  readonly to: number;
  /** null = no column of the list's. */
  readonly type: ColumnType | null;
  /** Its numbers are days. */
  readonly isDate: boolean;
}

/** Rows and the days of the list's main date. Serials of the 1900 system; null where there are none. */
export interface Extent {
  readonly rows: number;
  readonly firstDate: number | null;
  readonly lastDate: number | null;
}

export interface StandingTarget {
  readonly kind: "standing";
  readonly sheet: string;
  /** Zero-based worksheet row of the headings. */
  readonly headerRow: number;
}

export interface NewTarget {
  readonly kind: "new";
  readonly sheet: string;
}

/** One sheet of a file on its way to one sheet of the workbook. */
export interface SheetLoad {
  readonly file: string;
  /** The sheet of the file; null for a CSV file. */
  readonly fileSheet: string | null;
  /** null = not recognised as a list: its columns are matched afterwards. */
  readonly list: ListId | null;
  /** The list's name, else the sheet's. */
  readonly name: string;
  readonly target: StandingTarget | NewTarget;
  /** From left to right on the worksheet. */
  readonly columns: readonly FilledColumn[];
  /** A cell for each of `columns`, as it is to be read from the workbook. */
  readonly rows: readonly (readonly CellValue[])[];
  /** What stands on the sheet now; null for a new one. */
  readonly before: Extent | null;
  readonly after: Extent;
  /** What is left out: sentences. */
  readonly leftOut: readonly string[];
  /** What the analyst should look at before loading: sentences. */
  readonly queries: readonly string[];
}

/** A file or one of its sheets that is not loaded. */
export interface NotLoaded {
  readonly file: string;
  readonly fileSheet: string | null;
  /** refused = the analyst expects it to be loaded; skipped = nobody would miss it. */
  readonly kind: "refused" | "skipped";
  readonly refusal: Refusal;
}

export interface LoadPlan {
  readonly loads: readonly SheetLoad[];
  readonly notLoaded: readonly NotLoaded[];
}
