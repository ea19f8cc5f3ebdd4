/** A workbook in memory for the pane's tests: three lists, one target, one unmapped team. */
import type {
  CopiesFound,
  BuildOutcome,
  BuildProgress,
  ClinicFormulas,
  ClinicWorkbook,
  ColumnsMatched,
  ColumnsToMatch,
  ListFound,
  LoadPlan,
  LoadResult,
  MeasureDraft,
  Place,
  Replacement,
  ResultsFound,
  SettingChange,
  StepId,
  WordMatched,
  WordsToMatch,
  WorkbookFound,
} from "../../src/taskpane/ports";

export interface MemoryWorkbook extends ClinicWorkbook {
  /** What the form of own indicators chooses from and counts, and what it saved. */
  holdIndicators(indicators: Indicators): void;
  readonly indicatorsSaved: MeasureDraft[];
  readonly calls: string[];
  readonly places: Place[];
  readonly changes: SettingChange[];
  readonly matched: ColumnsMatched[];
  readonly wordsMatched: WordMatched[];
  /** As if a sheet had been edited: `edit` changes what is found, and the watchers are told. */
  edit(edit: (found: WorkbookFound) => WorkbookFound): void;
  /** Whether anybody is told of edits. */
  watched(): boolean;
  /** What the next build does. */
  buildAs(
    build: (onProgress: (progress: BuildProgress) => void, signal: AbortSignal) => Promise<BuildOutcome>,
  ): void;
  failNext(reason: unknown): void;
  /** What is found in files that are chosen, and what comes of loading them. */
  review(plan: LoadPlan, result: LoadResult): void;
  /** What copies can be made of. */
  holdCopies(found: CopiesFound): void;
  /** As the ribbon does where something has to be decided. */
  sendTo(step: StepId): void;
  /** What a search for CLINIC formulas finds, and what comes of replacing them. */
  holdFormulas(found: ClinicFormulas, outcome: Replacement): void;
}

export type Indicators = Pick<ClinicWorkbook, "indicators" | "previewIndicator">;

const CIN_PLANS: ListFound = {
  id: "cin-plans",
  name: "CIN Plans",
  sheets: ["CIN Plans"],
  isRead: true,
  doubts: [],
  rows: 765,
  firstDate: 44562,
  lastDate: 45135,
  missingColumns: ["Case Status"],
  guessedColumns: [],
  chosenByHand: false,
  hasWordsToMatch: false,
  figuresLost: [],
  whenAbsent: null,
};

export const FOUND: WorkbookFound = {
  lists: [
    CIN_PLANS,
    {
      ...CIN_PLANS,
      id: "cp-plans",
      name: "CP Plans",
      sheets: [],
      isRead: false,
      rows: 0,
      figuresLost: ["Core group", "% of repeat CPP"],
    },
    {
      ...CIN_PLANS,
      id: "visits",
      name: "Visits",
      sheets: [],
      isRead: false,
      rows: 0,
      whenAbsent: "Not needed: dates are read from the plans.",
    },
  ],
  candidateSheets: ["CIN Plans", "Old plans"],
  settings: {
    monthEntered: null,
    month: "2023-07",
    monthsOffered: ["2023-07", "2023-06"],
    asAtEntered: null,
    asAt: 45138,
    caseloadThreshold: 20,
    population: 49300,
    councilName: "Anytown",
    targets: [
      {
        id: "cin-visits-6w",
        indicator: "% of CIN visits within last 6 weeks",
        kind: "percent",
        betterWhen: "higher",
        target: 95,
        amberWithin: 5,
      },
    ],
    targetsToAgree: [],
    teams: [
      { name: "SWF East 1", shortName: "SWF East 1", service: "SWF", locality: "East", inClinicTables: true },
      { name: "SWF East 2", shortName: "SWF East 2", service: "SWF", locality: "East", inClinicTables: true },
    ],
    services: ["BIT", "SWF", "Frontline", "CWD", "Other"],
    ownIndicators: [],
    unmappedTeams: [{ met: "S.W.F. East One", suggestion: "SWF East 1" }],
    issues: [],
  },
  cannotBuild: null,
  sheetsToWrite: { made: 1, rewritten: 14 },
  findings: [],
  monthQuestion: null,
  pack: { state: "none", month: null, builtAt: null },
};

const RESULTS: ResultsFound = {
  month: "2023-07",
  builtAt: 45140.5,
  isBehind: false,
  headlines: [
    {
      id: "cin-visits-6w",
      indicator: "% of CIN visits within last 6 weeks",
      nameInMessages: "CIN visits in time",
      kind: "percent",
      value: 82.4,
      previous: 84.5,
      target: 95,
      betterWhen: "higher",
      rag: "red",
      travel: "worsening",
    },
  ],
  messages: ["CIN visits are furthest from target."],
  caseloadThreshold: 20,
  caseloads: [{ allocations: 27, status: "SW", team: "SWF East 1", highlight: true }],
  issues: [
    {
      severity: "error",
      code: "unreadable-date",
      list: "cin-plans",
      sheet: "CIN Plans",
      cells: ["D12", "D40"],
      message: "Last CIN Visit Date cannot be read as a date.",
      fix: "Type it as 31/07/2023.",
    },
  ],
  outOfTime: [
    {
      indicator: "cin-visits-6w",
      team: "SWF East 1",
      child: "C1",
      date: 45000,
      daysOver: 96,
      unit: "days",
      due: 45042,
      state: "to do",
      sheet: "CIN Plans",
      row: 9,
    },
  ],
  titles: { "cin-visits-6w": "% of CIN visits within last 6 weeks" },
};

/** A sheet "Old plans" as it is held against CIN Plans. */
const COLUMNS: ColumnsToMatch = {
  list: "cin-plans",
  name: "CIN Plans",
  sheet: "Old plans",
  headings: [
    { heading: "Person Ref", looks: "text of 7 characters" },
    { heading: "CIN Began", looks: "dates" },
    { heading: "Unit", looks: "text of 8 to 10 characters" },
    { heading: "Plan Type", looks: "text of 2 to 3 characters" },
  ],
  columns: [
    {
      key: "child",
      column: "Child Unique ID",
      required: true,
      ranked: ["Person Ref", "Unit", "Plan Type", "CIN Began"],
      now: null,
      suggested: "Person Ref",
    },
    {
      key: "start",
      column: "CIN Plan Start Date",
      required: true,
      ranked: ["CIN Began", "Plan Type", "Person Ref", "Unit"],
      now: "CIN Began",
      suggested: "CIN Began",
    },
    {
      key: "team",
      column: "Allocated Team",
      required: true,
      ranked: ["Unit", "Person Ref", "Plan Type", "CIN Began"],
      now: null,
      suggested: null,
    },
  ],
  rowWords: [
    {
      heading: "Plan Type",
      words: [
        { word: "CIN", rows: 40 },
        { word: "CP", rows: 12 },
      ],
    },
  ],
  onlyWhere: "",
};

/** Words of Visits: two that nobody knows, one that was matched, and rows whose words are not shown. */
const WORDS: readonly WordsToMatch[] = [
  {
    list: "visits",
    name: "Visits",
    column: "plan",
    heading: "Plan",
    words: [
      { word: "Stat visit", rows: 31, means: null },
      { word: "Home call", rows: 4, means: "CIN" },
      { word: "Drop-in", rows: 1, means: null },
    ],
    rowsNotShown: 2,
    meanings: ["CIN", "CP", "CLA"],
  },
];

export function memoryWorkbook(start: WorkbookFound = FOUND): MemoryWorkbook {
  let found = start;
  let results: ResultsFound | null = null;
  let saved: StepId | null = null;
  let plan: LoadPlan = { loads: [], notLoaded: [] };
  let loadResult: LoadResult = { loaded: [], notLoaded: [], problem: null };
  let failure: { readonly reason: unknown } | null = null;
  let formulas: ClinicFormulas = { sheets: [], names: [] };
  let replacement: Replacement = { replaced: [], left: [] };
  let sendTo: (step: StepId) => void = () => undefined;
  let copies: CopiesFound = {
    audience: "clinic",
    suppressed: false,
    teams: ["SWF East 1", "SWF West 1"],
    canDownload: true,
    template: null,
  };
  const watchers = new Set<() => void>();
  const calls: string[] = [];
  const places: Place[] = [];
  const changes: SettingChange[] = [];
  const matched: ColumnsMatched[] = [];
  const wordsMatched: WordMatched[] = [];
  const indicatorsSaved: MeasureDraft[] = [];
  let indicators: Indicators = {
    indicators: async () => ({ sources: [], pages: [], standing: [] }),
    previewIndicator: async () => ({ faults: [], figures: null, reason: null }),
  };
  let build: (
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ) => Promise<BuildOutcome> = async () => ({
    state: "complete",
    results: RESULTS,
    sheetsWritten: ["Clinic Summary"],
  });
  const called = (name: string) => {
    calls.push(name);
    if (failure) {
      const { reason } = failure;
      failure = null;
      throw reason;
    }
  };
  return {
    calls,
    places,
    changes,
    matched,
    wordsMatched,
    indicatorsSaved,
    holdIndicators(next) {
      indicators = next;
    },
    edit(change) {
      found = change(found);
      watchers.forEach((watcher) => watcher());
    },
    watched: () => watchers.size > 0,
    buildAs(next) {
      build = next;
    },
    holdCopies(next) {
      copies = next;
    },
    sendTo: (step) => sendTo(step),
    review(next, result) {
      plan = next;
      loadResult = result;
    },
    failNext(reason) {
      failure = { reason };
    },
    holdFormulas(next, outcome) {
      formulas = next;
      replacement = outcome;
    },
    inspect: async () => {
      called("inspect");
      return found;
    },
    watch: async (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    chooseSheets: async (list, sheets) => {
      called(`chooseSheets ${list} ${JSON.stringify(sheets)}`);
      found = {
        ...found,
        lists: found.lists.map((each) =>
          each.id === list ? { ...each, sheets: sheets ?? each.sheets, chosenByHand: sheets !== null } : each,
        ),
      };
    },
    columnsToMatch: async (sheet, list) => {
      called(`columnsToMatch ${sheet} ${list ?? "likeliest"}`);
      return { ...COLUMNS, sheet, list: list ?? COLUMNS.list };
    },
    matchColumns: async (columns) => {
      called(`matchColumns ${columns.sheet}`);
      matched.push(columns);
      return null;
    },
    wordsToMatch: async (list) => {
      called(`wordsToMatch ${list}`);
      return WORDS;
    },
    matchWords: async (words) => {
      called("matchWords");
      wordsMatched.push(...words);
      return null;
    },
    changeSetting: async (change) => {
      called(`changeSetting ${change.setting}`);
      changes.push(change);
      return null;
    },
    indicators: () => indicators.indicators(),
    previewIndicator: (draft, signal) => indicators.previewIndicator(draft, signal),
    saveIndicator: async (draft) => {
      called(`saveIndicator ${draft.entries.ID}`);
      indicatorsSaved.push(draft);
      return null;
    },
    build: async ({ replaceMonth }, onProgress, signal) => {
      called(replaceMonth ? "build and replace" : "build");
      const outcome = await build(onProgress, signal);
      if (outcome.state === "complete") results = RESULTS;
      return outcome;
    },
    results: async () => results,
    goTo: async (place) => {
      called("goTo");
      places.push(place);
    },
    addPastFigures: async (shape) => {
      called(`addPastFigures ${shape}`);
    },
    insertSample: async () => {
      called("insertSample");
      found = FOUND;
    },
    reviewFiles: async (files) => {
      called(`reviewFiles ${files.map(({ name }) => name).join(", ")}`);
      return plan;
    },
    loadFiles: async (_plan, onProgress) => {
      called("loadFiles");
      onProgress({ done: 0, of: 1, name: "CIN Plans" });
      return loadResult;
    },
    copies: async () => copies,
    makeCopy: async (wish) => {
      called(`makeCopy ${JSON.stringify(wish)}`);
      return { name: "copy.xlsx", bytes: new Uint8Array([1, 2, 3]) };
    },
    openCopy: async ({ name }) => called(`openCopy ${name}`),
    keepTemplate: async (file) => {
      called(`keepTemplate ${file?.name ?? "none"}`);
      copies = { ...copies, template: file?.name ?? null };
    },
    findClinicFormulas: async () => {
      called("findClinicFormulas");
      return formulas;
    },
    replaceClinicFormulas: async (listed) => {
      called(`replaceClinicFormulas ${listed.sheets.map(({ sheet }) => sheet).join(", ")}`);
      return replacement;
    },
    onProblem: () => () => undefined,
    onSentTo: (hear) => {
      sendTo = hear;
      return () => undefined;
    },
    savedStep: async () => saved,
    saveStep: async (step) => {
      saved = step;
    },
  };
}
