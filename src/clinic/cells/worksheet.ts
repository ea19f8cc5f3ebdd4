/**
 * What the calculation is handed of a workbook: plain values, no Excel object.
 * Everything in `src/clinic` starts from these shapes; `src/excel` fills them.
 */

/** A cell as Excel's `Range.values` gives it; an error cell is its text, such as "#N/A"; blank is "". */
export type CellValue = string | number | boolean;

/** The used part of one worksheet, row by row. */
export interface SheetValues {
  readonly name: string;
  /** Zero-based worksheet row and column of `rows[0][0]`. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: readonly (readonly CellValue[])[];
}

/** One of our own Excel tables as it stands in the workbook (Clinic Settings, Clinic History). */
export interface TableValues {
  readonly name: string;
  readonly sheet: string;
  /** Zero-based worksheet row of the header, and column of the first heading. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Number formats of `rows`, where the reader asked for them (ClinicTargets and ClinicOptions need them: percents, dates). */
  readonly formats?: readonly (readonly string[])[];
  /** A build made its sheet and was stopped before the sheet was whole. */
  readonly isHalfMade?: boolean;
}

/** The analyst's own choice of sheets for a list: it overrules recognition. No sheet = "this list is absent". */
export type ListChoices = Readonly<Partial<Record<string, readonly string[]>>>;

/** All that a build reads from the workbook. */
export interface WorkbookValues {
  /** Sheets that may be extracts, in tab order: not the add-in's own sheets. */
  readonly sheets: readonly SheetValues[];
  /** ClinicOptions, ClinicTargets, ClinicTeams, ClinicHolidays: those that exist. */
  readonly settings: readonly TableValues[];
  /** Clinic_history of the last build, or null before the first. */
  readonly history: TableValues | null;
  readonly choices: ListChoices;
  /** The workbook counts days from 1904: serials in `sheets` and tables are then 1,462 lower. */
  readonly date1904: boolean;
}
