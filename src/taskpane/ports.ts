/**
 * All that the pane asks of the workbook. The screens know this interface and nothing of Excel;
 * `bootstrap/excelWorkbook.ts` implements it with `src/excel`, the tests with a workbook in memory.
 * Every promise that fails does so with a `Problem`.
 */
import type { ListId } from "../clinic/extracts/lists";
import type { IndicatorId } from "../clinic/indicators/ids";
import type { CaseloadRow, DataIssue, FigureKind, Headline, OutOfTimeRow } from "../clinic/report";
import type { BetterWhen, Service } from "../clinic/settings/settings";
import type { ClinicFormulas } from "../excel/clinicFormulas";
import type { Replacement } from "../excel/replaceClinicFormulas";

// Addresses, counts and sentences: nothing of Excel's own is in either.
export type { CellsLeft, ClinicFormulas, FormulaBlock, SheetOfFormulas } from "../excel/clinicFormulas";
export type { Replacement } from "../excel/replaceClinicFormulas";

/** What went wrong, for the analyst. Neither text quotes a cell. */
export interface Problem {
  readonly sentence: string;
  readonly whatToDo: string;
  /** For a support desk: error codes and where it happened, never a child's row. */
  readonly details: string;
}

export interface ListFound {
  readonly id: ListId;
  /** "CIN Plans" */
  readonly name: string;
  /** The sheets it is read from, or that the analyst chose for it though they do not fit; none = absent. */
  readonly sheets: readonly string[];
  /** Whether those sheets can be read as the list. */
  readonly isRead: boolean;
  /** What stands in the way of the match, or makes it doubtful: sentences. */
  readonly doubts: readonly string[];
  readonly rows: number;
  /** Earliest and latest date of its main date column: serials, or null. */
  readonly firstDate: number | null;
  readonly lastDate: number | null;
  readonly missingColumns: readonly string[];
  /** Columns taken from a heading that is not the list's own name for them. */
  readonly guessedColumns: readonly { readonly column: string; readonly heading: string }[];
  /** Whether the analyst chose the sheets. */
  readonly chosenByHand: boolean;
  /** Figures that cannot be made while it, or a column of it, is absent: their wording. */
  readonly figuresLost: readonly string[];
  /** What its absence means where no figure of this month goes without it: a sentence, or null. */
  readonly whenAbsent: string | null;
}

export interface TargetFound {
  readonly id: IndicatorId;
  readonly indicator: string;
  readonly kind: FigureKind;
  readonly betterWhen: BetterWhen | null;
  /** Points for a percent, the rate's own unit for a rate, or null. */
  readonly target: number | null;
  readonly amberWithin: number | null;
}

export interface TeamFound {
  readonly name: string;
  readonly shortName: string;
  readonly service: Service | null;
  readonly locality: string;
  readonly inClinicTables: boolean;
}

export interface UnmappedTeam {
  /** As first met in an extract. */
  readonly met: string;
  /** The known team it most resembles, or null. */
  readonly suggestion: string | null;
}

export interface SettingsFound {
  /** "2023-07" as entered, or null = the latest complete month. */
  readonly monthEntered: string | null;
  /** The month a build would report. */
  readonly month: string;
  /** Months to choose from, newest first: from the latest that the extracts hold. */
  readonly monthsOffered: readonly string[];
  /** Serials; null = the month's last day. */
  readonly asAtEntered: number | null;
  readonly asAt: number;
  readonly caseloadThreshold: number;
  readonly population: number | null;
  readonly councilName: string;
  readonly targets: readonly TargetFound[];
  readonly teams: readonly TeamFound[];
  readonly unmappedTeams: readonly UnmappedTeam[];
  /** Entries that could not be used, and what is used instead. */
  readonly issues: readonly DataIssue[];
}

/** A sheet that a build writes. */
export interface SheetToWrite {
  readonly name: string;
  readonly change: "new" | "rewritten" | "rows added" | "month replaced";
}

/** The pack that stands in the workbook. */
export interface PackFound {
  readonly state: "none" | "complete" | "incomplete";
  readonly month: string | null;
  readonly builtAt: number | null;
}

export interface WorkbookFound {
  readonly lists: readonly ListFound[];
  /** Every sheet that may hold a list, in tab order. */
  readonly candidateSheets: readonly string[];
  readonly settings: SettingsFound | null;
  /** Why no figure can be made yet, when `settings` is null. */
  readonly cannotBuild: Problem | null;
  readonly sheetsToWrite: readonly SheetToWrite[];
  readonly pack: PackFound;
}

/** A number; "none" = expressly none; null = blank, which brings the indicator's own starting value back. */
export type Threshold = number | "none" | null;

export type SettingChange =
  | { readonly setting: "month"; readonly month: string | null }
  | { readonly setting: "asAt"; readonly date: number | null }
  | { readonly setting: "caseloadThreshold"; readonly allocations: number }
  | { readonly setting: "population"; readonly population: number | null }
  | { readonly setting: "councilName"; readonly name: string }
  | { readonly setting: "target"; readonly id: IndicatorId; readonly target: Threshold }
  | { readonly setting: "amberWithin"; readonly id: IndicatorId; readonly amberWithin: Threshold }
  | { readonly setting: "betterWhen"; readonly id: IndicatorId; readonly betterWhen: BetterWhen | null }
  | { readonly setting: "teamAlsoKnownAs"; readonly met: string; readonly team: string }
  | { readonly setting: "newTeam"; readonly name: string }
  | { readonly setting: "teamService"; readonly team: string; readonly service: Service | null }
  | { readonly setting: "teamInClinicTables"; readonly team: string; readonly inClinicTables: boolean };

export interface BuildProgress {
  readonly step: "reading" | "calculating" | "writing";
  readonly done: number;
  readonly of: number;
  readonly text: string;
}

/** A place in the workbook that a line of the results goes to. */
export type Place =
  | { readonly kind: "cell"; readonly sheet: string; readonly cell: string }
  /** An indicator's figure on its page, or a caseload table. */
  | { readonly kind: "figure"; readonly id: IndicatorId }
  /** A line of one of the pack's tables, counted from 0 below its headings. */
  | { readonly kind: "row"; readonly id: string; readonly row: number }
  | { readonly kind: "page"; readonly page: string };

export interface ResultsFound {
  readonly month: string;
  /** Serial with the time of day. */
  readonly builtAt: number;
  /** The extracts or settings have changed since: the sheets show other figures than a build would now. */
  readonly isBehind: boolean;
  readonly headlines: readonly Headline[];
  readonly messages: readonly string[];
  readonly caseloadThreshold: number;
  /** Every worker at or above the threshold, most first; null = no allocations list. */
  readonly caseloads: readonly CaseloadRow[] | null;
  readonly issues: readonly DataIssue[];
  readonly outOfTime: readonly OutOfTimeRow[];
  /** Wording of the by-team indicators, for the out-of-time list. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface BuildOutcome {
  /** incomplete = cancelled while sheets were being written. */
  readonly state: "complete" | "cancelled-before-writing" | "incomplete";
}

export type StepId = "extracts" | "settings" | "build" | "results";

export interface ClinicWorkbook {
  inspect(): Promise<WorkbookFound>;
  /** Calls back when a sheet or the settings change, however that came about; resolves to a way to stop. */
  watch(onChange: () => void): Promise<() => void>;
  /** null = match automatically again; an empty list = the list is not in this workbook. */
  chooseSheets(list: ListId, sheets: readonly string[] | null): Promise<void>;
  changeSetting(change: SettingChange): Promise<void>;
  build(onProgress: (progress: BuildProgress) => void, signal: AbortSignal): Promise<BuildOutcome>;
  /** What the pack in the workbook shows; null = no complete pack. */
  results(): Promise<ResultsFound | null>;
  goTo(place: Place): Promise<void>;
  insertSample(): Promise<void>;
  /** The cells whose formula calls a CLINIC function; nothing is changed. */
  findClinicFormulas(): Promise<ClinicFormulas>;
  /** Puts their present values in the place of those that still hold what was found. */
  replaceClinicFormulas(found: ClinicFormulas): Promise<Replacement>;
  /** Hears of problems met outside the pane, on the ribbon. */
  onProblem(hear: (problem: Problem) => void): () => void;
  /** The step the analyst was at when this workbook was last open; null = none. */
  savedStep(): Promise<StepId | null>;
  saveStep(step: StepId): Promise<void>;
}
