/**
 * All that the pane asks of the workbook. The screens know this interface and nothing of Excel;
 * `bootstrap/excelWorkbook.ts` implements it with `src/excel`, the tests with a workbook in memory.
 * Every promise that fails does so with a `Problem`.
 */
import type { BuildProgress } from "../excel/buildClinic";
import type { ListId } from "../clinic/lists/lists";
import type { IndicatorId } from "../clinic/indicators/ids";
import type { Finding, MonthQuestion } from "../clinic/findings";
import type { CaseloadRow, Headline, OutOfTimeRow } from "../clinic/report";
import type { DataIssue } from "../clinic/issues/dataIssue";
import type { PastFiguresShape } from "../clinic/past/pastFiguresSheet";
import type { FigureKind } from "../clinic/measures/terms";
import type { BetterWhen } from "../clinic/measures/terms";
import type { Audience } from "../clinic/settings/settings";
import type { MeasureDraft } from "../clinic/calculate/preview/measureDraft";
import type { MeasurePreview } from "../clinic/calculate/preview/previewMeasure";
import type { LoadPlan } from "../loading/loadPlan";
import type { WordsToMatch } from "../clinic/extracts/wordsToMatch";
import type { ColumnsMatched, WordMatched } from "../excel/saveSetup";
import type { ClinicFormulas } from "../excel/sharing/clinicFormulas";
import type { Replacement } from "../excel/sharing/replaceClinicFormulas";

export type { BuildProgress };

export type { LoadPlan, NotLoaded, SheetLoad } from "../loading/loadPlan";
// Addresses, counts and sentences: nothing of Excel's own is in either.
export type { CellsLeft, ClinicFormulas, FormulaBlock } from "../excel/sharing/clinicFormulas";
export type { Replacement } from "../excel/sharing/replaceClinicFormulas";
export type { ColumnsMatched, WordMatched } from "../excel/saveSetup";
export type { DraftColumn, DraftFault, MeasureDraft } from "../clinic/calculate/preview/measureDraft";
export type { MeasurePreview, PreviewFigures, PreviewRow } from "../clinic/calculate/preview/previewMeasure";
export type { WordsToMatch } from "../clinic/extracts/wordsToMatch";

/** What went wrong, for the analyst. Neither text quotes a cell. */
export interface Problem {
  readonly sentence: string;
  readonly whatToDo: string;
  /** For a support desk: error codes and where it happened, never a child's row. */
  readonly details: string;
  /** What the analyst may do all the same, by a button. */
  readonly offer?: "build anyway";
}

export interface ListFound {
  readonly id: ListId;
  /** "CIN Plans" */
  readonly name: string;
  /** The sheets it is read from, or that the analyst chose for it though they do not fit; none = absent. */
  readonly sheets: readonly string[];
  /** Whether those sheets can be read as the list. */
  readonly isRead: boolean;
  /** What prevents the match, or makes it doubtful: sentences. */
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
  /** Whether words in its cells are not known, or have been given a meaning. */
  readonly hasWordsToMatch: boolean;
  /** Figures that cannot be made while it, or a column of it, is absent: their wording. */
  readonly figuresLost: readonly string[];
  /** What its absence means where every figure of this month can do without it: a sentence, or null. */
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
  readonly service: string | null;
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
  /** Starting values that nobody has agreed yet. */
  readonly targetsToAgree: readonly IndicatorId[];
  readonly teams: readonly TeamFound[];
  /** The services that a team may be of: those of ClinicServices. */
  readonly services: readonly string[];
  readonly unmappedTeams: readonly UnmappedTeam[];
  /** The council's own indicators, in the order of ClinicMeasures. */
  readonly ownIndicators: readonly { readonly id: string; readonly title: string }[];
  /** Entries that could not be used, and what is used instead. */
  readonly issues: readonly DataIssue[];
}

/** How many clinic sheets a build makes and rewrites. */
export interface SheetsToWrite {
  readonly made: number;
  readonly rewritten: number;
}

/** The pack that is in the workbook. */
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
  readonly sheetsToWrite: SheetsToWrite;
  /** What could be wrong, what weighs most first; the month's question is apart. */
  readonly findings: readonly Finding[];
  /** What a build of the month would replace: it wants a yes; null = none is wanted. */
  readonly monthQuestion: MonthQuestion | null;
  readonly pack: PackFound;
}

/** A number; "none" or null (blank) = none. */
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
  | { readonly setting: "teamService"; readonly team: string; readonly service: string | null }
  | { readonly setting: "teamInClinicTables"; readonly team: string; readonly inClinicTables: boolean }
  /** Many teams at once; what is left out stays as it is. */
  | {
      readonly setting: "teams";
      readonly teams: readonly string[];
      readonly service?: string;
      readonly inClinicTables?: boolean;
    };

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

export type BuildOutcome =
  /** `told`: what the pack lacks although it is built. */
  | { readonly state: "complete"; readonly told?: Problem }
  /** incomplete = cancelled while sheets were being written. */
  | { readonly state: "cancelled-before-writing" | "incomplete" }
  /** Nothing was written: a yes to the question is wanted. */
  | { readonly state: "month-to-confirm"; readonly question: MonthQuestion };

export interface BuildWish {
  /** The analyst's yes to the month's question. */
  readonly replaceMonth: boolean;
  /** Also where a colleague's claim on the workbook still holds. */
  readonly anyway: boolean;
}

/** The words of a plan or status column, each with its rows: one sheet may feed several lists by them. */
export interface RowWords {
  readonly heading: string;
  readonly words: readonly { readonly word: string; readonly rows: number }[];
}

/** A sheet's headings held against a list. No cell's own words but those of `rowWords` are in it. */
export interface ColumnsToMatch {
  readonly list: ListId;
  readonly name: string;
  readonly sheet: string;
  /** In the sheet's order, with what their cells look like: "dates", "text of 7 characters". */
  readonly headings: readonly { readonly heading: string; readonly looks: string }[];
  /** The list's columns, those that it requires first. */
  readonly columns: readonly {
    readonly key: string;
    readonly column: string;
    readonly required: boolean;
    /** Every heading, the most likely first. */
    readonly ranked: readonly string[];
    /** The heading that it is read from now; null = none. */
    readonly now: string | null;
    /** The most likely heading; never applied by itself. null = none is likely. */
    readonly suggested: string | null;
  }[];
  readonly rowWords: readonly RowWords[];
  /** The condition on the sheet's rows as it stands; "" = none. */
  readonly onlyWhere: string;
}

/** A list or a sheet that an indicator of the council's own may count. */
export interface IndicatorSource {
  readonly name: string;
  readonly from: "list" | "sheet";
  /** In the sheet's order. */
  readonly headings: readonly {
    readonly heading: string;
    /** "dates", "text of 7 characters": no cell's own words. */
    readonly looks: string;
    readonly holdsDates: boolean;
  }[];
  /** The list's own columns that stand in where no heading is chosen; null = it has none. */
  readonly ownColumns: Readonly<Record<"by" | "start" | "end" | "team", string | null>>;
  /** Columns of few words, each with its rows: what a condition may ask for. */
  readonly rowWords: readonly RowWords[];
}

/** What the form of the council's own indicators chooses from, and the rows that are there. */
export interface IndicatorsFound {
  readonly sources: readonly IndicatorSource[];
  /** Titles of the pages that an indicator may be on. */
  readonly pages: readonly string[];
  readonly standing: readonly MeasureDraft[];
}

/** A file that the analyst chose; it is read on this machine only. */
export interface ChosenFile {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

/** List `done` of `of` is being loaded. */
export interface LoadingProgress {
  readonly done: number;
  readonly of: number;
  readonly name: string;
}

export interface LoadResult {
  readonly loaded: readonly {
    readonly name: string;
    readonly sheet: string;
    readonly rows: number;
    readonly filterCleared: boolean;
  }[];
  /** Names of lists that stand as they were. */
  readonly notLoaded: readonly string[];
  /** Why it stopped before its end; null where it did not, or was cancelled. */
  readonly problem: Problem | null;
}

export type StepId = "extracts" | "settings" | "build" | "results";

export type CopyWish =
  | {
      readonly kind: "managers";
      readonly audience: Audience;
      readonly suppressed: boolean;
      readonly withHistory: boolean;
    }
  | { readonly kind: "slides"; readonly audience: Audience; readonly suppressed: boolean }
  | { readonly kind: "team-lists"; readonly teams: readonly string[] };

export interface CopyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CopiesFound {
  /** As Clinic Settings has them. */
  readonly audience: Audience;
  readonly suppressed: boolean;
  /** Full names of the teams that have figures or children to list. */
  readonly teams: readonly string[];
  /** Not in Excel on the Mac. */
  readonly canDownload: boolean;
  /** The file name of the council's own template for slides, kept on this machine; null = the pack's look. */
  readonly template: string | null;
}

export interface ClinicWorkbook {
  /** What files for managers can be made of the workbook as it is; null = none. */
  copies(): Promise<CopiesFound | null>;
  makeCopy(wish: CopyWish): Promise<CopyFile>;
  /** Asks Excel for a new window with the file; whether it comes is not known. */
  openCopy(file: CopyFile): Promise<void>;
  /** Keeps a .potx or .pptx on this machine for the slides; null = the pack's look again. */
  keepTemplate(file: ChosenFile | null): Promise<void>;
  inspect(): Promise<WorkbookFound>;
  /** Calls back when a sheet or the settings change, however that came about; resolves to a way to stop. */
  watch(onChange: () => void): Promise<() => void>;
  /** null = match automatically again; an empty list = the list is not in this workbook. */
  chooseSheets(list: ListId, sheets: readonly string[] | null): Promise<void>;
  /** list null = the one that the sheet most likely is. null where the sheet has no row of headings. */
  columnsToMatch(sheet: string, list: ListId | null): Promise<ColumnsToMatch | null>;
  matchColumns(matched: ColumnsMatched): Promise<Problem | null>;
  /** The words of the list that are not known, or that the analyst has matched, with their rows. */
  wordsToMatch(list: ListId): Promise<readonly WordsToMatch[]>;
  matchWords(words: readonly WordMatched[]): Promise<Problem | null>;
  /** What else had to be done, to be said; null as a rule. */
  changeSetting(change: SettingChange): Promise<Problem | null>;
  indicators(): Promise<IndicatorsFound>;
  /** Counted as the workbook was last read; nothing is written. It holds children's rows: for the screen only. */
  previewIndicator(draft: MeasureDraft, signal: AbortSignal): Promise<MeasurePreview>;
  saveIndicator(draft: MeasureDraft): Promise<Problem | null>;
  build(
    wish: BuildWish,
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<BuildOutcome>;
  /** What the pack in the workbook shows; null = no complete pack. */
  results(): Promise<ResultsFound | null>;
  goTo(place: Place): Promise<void>;
  insertSample(): Promise<void>;
  /** What would become which list, and what is refused; nothing is written. */
  reviewFiles(files: readonly ChosenFile[]): Promise<LoadPlan>;
  /** The one act that writes to extract sheets. A list is whole afterwards, old or new. */
  loadFiles(
    plan: LoadPlan,
    onProgress: (progress: LoadingProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadResult>;
  /** Makes a sheet Past Figures to paste into, for the twelve months before the reporting month. */
  addPastFigures(shape: PastFiguresShape): Promise<void>;
  /** The cells whose formula calls a CLINIC function; nothing is changed. */
  findClinicFormulas(): Promise<ClinicFormulas>;
  /** Puts their present values in the place of those that still hold what was found. */
  replaceClinicFormulas(found: ClinicFormulas): Promise<Replacement>;
  /** Hears of problems met outside the pane, on the ribbon. */
  onProblem(hear: (problem: Problem) => void): () => void;
  /** Hears to which step the ribbon sends the analyst, for something to decide. */
  onSentTo(hear: (step: StepId) => void): () => void;
  /** The step the analyst was at when this workbook was last open; null = none. */
  savedStep(): Promise<StepId | null>;
  saveStep(step: StepId): Promise<void>;
}
