/**
 * Every error that Office can give, as a plain sentence and what to do about it.
 * Only the error's code is looked at: its message and its statements can quote cells.
 */
import { CannotBuild } from "../../clinic/cannotBuild";
import { Cancelled } from "./cancel";
import { ClinicError } from "./clinicError";

/** Where we were when it happened. */
export interface Whereabouts {
  /** "reading the sheets", "writing the pages" … */
  readonly step: string;
  /** The sheet being read or written, when there is one. */
  readonly sheet: string | null;
}

interface Explanation {
  readonly sentence: (sheet: string) => string;
  readonly whatToDo: string;
}

/** A ClinicError for any error thrown inside Excel.run; our own errors pass through unchanged. */
export function explainError(error: unknown, where: Whereabouts): Error {
  if (error instanceof ClinicError || error instanceof CannotBuild || error instanceof Cancelled)
    return error;
  const code = codeOf(error);
  const explanation = EXPLANATIONS[code] ?? UNEXPECTED;
  const sheet = where.sheet === null ? "a sheet" : `the sheet "${where.sheet}"`;
  return new ClinicError(explanation.sentence(sheet), explanation.whatToDo, describe(code, where));
}

/** The code of an Office error, the class name of any other, "Unknown" of what is no error. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "Unknown";
  if ("code" in error && typeof error.code === "string" && /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(error.code))
    return error.code;
  return error instanceof Error ? error.name : "Unknown";
}

function describe(code: string, where: Whereabouts): string {
  return `Code ${code}, while ${where.step}${where.sheet === null ? "" : `, sheet "${where.sheet}"`}.`;
}

const say = (sentence: string, whatToDo: string): Explanation => ({ sentence: () => sentence, whatToDo });
const sayOfSheet = (sentence: (sheet: string) => string, whatToDo: string): Explanation => ({
  sentence,
  whatToDo,
});

const UNEXPECTED = say(
  "Excel could not do what the add-in asked.",
  "Save the workbook and try again; if it happens again, send these details to your support desk.",
);
const VANISHED = sayOfSheet(
  (sheet) => `Something on ${sheet} was deleted, moved or renamed while the add-in was working.`,
  "Check that nobody else is editing the sheets, then try again.",
);
const EDITING = say(
  "Excel is waiting because a cell is being edited.",
  "Press Enter or Esc in the sheet, then try again.",
);
const PROTECTED = sayOfSheet(
  (sheet) =>
    `Excel does not allow changes to ${sheet}, because it or the workbook is protected or open for reading only.`,
  "Choose Review, then Unprotect Sheet (or Enable Editing), then try again.",
);
const TOO_LARGE = say(
  "A sheet holds more than Excel can pass on at once.",
  "Delete columns and rows that the clinic does not need from the extract, then try again.",
);
const TOO_OLD = say(
  "This version of Excel lacks something that the add-in needs.",
  "Use Microsoft 365 or Excel 2021 or later, or Excel on the web.",
);
const BUSY = say("Excel is busy with other work.", "Wait a few seconds, then try again.");
const IN_THE_WAY = sayOfSheet(
  (sheet) => `Something on ${sheet} is in the way of a clinic table.`,
  "Move what was added beside or below the clinic tables to a sheet of your own, then build again.",
);
const ANOTHER_WORKBOOK = say(
  "Another workbook or window has the focus.",
  "Click into this workbook, then try again.",
);
const CANNOT_EXIST = sayOfSheet(
  (sheet) => `A sheet, table or name that the add-in needs on ${sheet} is already used for something else.`,
  "Rename the sheet, table or name of yours that begins with Clinic, then try again.",
);
const WRONG_SHEET = sayOfSheet(
  (sheet) => `There is a chart sheet or macro sheet where ${sheet} was expected.`,
  "Rename that sheet, then try again.",
);
const OFFLINE = say(
  "Excel lost its connection.",
  "Check that you are online and the workbook still opens, then try again.",
);

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  InvalidOperationInCellEditMode: EDITING,
  CellEditMode: EDITING,
  AccessDenied: PROTECTED,
  ReadOnly: PROTECTED,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  FormulaLengthExceedsLimit: TOO_LARGE,
  ItemNotFound: VANISHED,
  InvalidReference: VANISHED,
  InvalidObjectPath: VANISHED,
  InvalidBinding: VANISHED,
  DirtySupportingFormula: VANISHED,
  EmptyChartSeries: VANISHED,
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  NotImplemented: TOO_OLD,
  NotSupported: TOO_OLD,
  UnsupportedFeature: TOO_OLD,
  UnsupportedOperation: TOO_OLD,
  UnsupportedFillType: TOO_OLD,
  ActivityLimitReached: BUSY,
  Conflict: BUSY,
  ServiceNotAvailable: BUSY,
  RequestAborted: BUSY,
  Timeout: BUSY,
  InsertDeleteConflict: IN_THE_WAY,
  MergedRangeConflict: IN_THE_WAY,
  PivotTableRangeConflict: IN_THE_WAY,
  FilteredRangeConflict: IN_THE_WAY,
  NonBlankCellOffSheet: IN_THE_WAY,
  InvalidOperation: IN_THE_WAY,
  InactiveWorkbook: ANOTHER_WORKBOOK,
  InvalidSelection: ANOTHER_WORKBOOK,
  ItemAlreadyExists: CANNOT_EXIST,
  UnsupportedSheet: WRONG_SHEET,
  ConnectionFailure: OFFLINE,
  Unauthenticated: OFFLINE,
  InvalidRequestContext: OFFLINE,
  HostRestartNeeded: say(
    "Excel needs to be restarted.",
    "Save the workbook, close Excel, open it again and build again.",
  ),
  GeneralException: say(
    "Excel gave up without saying why; a dialog may be open, or another workbook may have the focus.",
    "Close any open dialog, click into this workbook and try again.",
  ),
  InvalidArgument: UNEXPECTED,
};
