/** What recognition found: which sheets are which lists, and where their columns stand. */
import type { AnnexASheet } from "./annexA";
import type { Condition } from "../conditions/condition";
import type { NameFit } from "./headings";
import type { ListId } from "../lists/lists";
import type { CellValue, SheetValues } from "../cells/worksheet";

export interface ColumnFound {
  readonly key: string;
  /** As the sheet words it. */
  readonly heading: string;
  /** Whether that is SPEC's own heading, not another name for it. */
  readonly isOwnName: boolean;
  /** Zero-based within the rows of `SheetValues`. */
  readonly index: number;
}

/** One sheet read as, or fit to be read as, one list. */
export interface SheetMatch {
  readonly list: ListId;
  readonly sheet: SheetValues;
  /** Index into `sheet.rows`. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, ColumnFound>;
  /** Columns that the sheet lacks and whose cell is the same in every record, by key: "CP Visits" says each row's plan. */
  readonly constants: ReadonlyMap<string, CellValue>;
  /** Further columns whose heading fits a column that is already found: not read. */
  readonly duplicates: readonly ColumnFound[];
  /** Headings (as in SPEC §2) of the list's columns that the sheet lacks. */
  readonly missingColumns: readonly string[];
  readonly nameFit: NameFit;
  /** Only rows that meet it are the list's (ClinicColumns, "Only where"); null = all. */
  readonly only: Condition | null;
  readonly annexA: AnnexASheet | null;
}

export interface ListMatch {
  readonly list: ListId;
  /** named = by columns, and the sheet has the list's name; matched = by columns alone; chosen = the analyst's own match. */
  readonly confidence: "named" | "matched" | "chosen";
  /** The sheets read, in tab order; more than one only where the analyst chose so. */
  readonly sheets: readonly SheetMatch[];
  /** Other sheets that fit and are not read. */
  readonly otherCandidates: readonly SheetMatch[];
  /** Names of those candidates whose headings are those of the sheet read: perhaps parts of one list. */
  readonly likelyParts: readonly string[];
}

/** A sheet that is not read as a list. */
export interface UnreadSheet {
  readonly sheet: string;
  /** The list it comes nearest to, and the headings it lacks to be that; null when it resembles none. */
  readonly nearest: { readonly list: ListId; readonly missing: readonly string[] } | null;
  /** Whether an issue says already what it lacks, or the analyst has said that its list is elsewhere. */
  readonly isSettled: boolean;
}

export interface Recognition {
  /** In the order of SPEC §2; a list that is not there is left out. */
  readonly lists: readonly ListMatch[];
  get(list: ListId): ListMatch | null;
  /** Lists that the analyst said are not in the workbook. */
  readonly absentByChoice: readonly ListId[];
  readonly unread: readonly UnreadSheet[];
  /** Whether any list is read from a sheet of Ofsted's Annex A. */
  readonly annexA: boolean;
}
