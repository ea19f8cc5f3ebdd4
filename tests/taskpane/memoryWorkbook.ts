/** A workbook in memory for the pane's tests: three lists, one target, one unmapped team. */
import type {
  BuildOutcome,
  BuildProgress,
  ClinicFormulas,
  ClinicWorkbook,
  ListFound,
  Place,
  Replacement,
  ResultsFound,
  SettingChange,
  StepId,
  WorkbookFound,
} from "../../src/taskpane/ports";

export interface MemoryWorkbook extends ClinicWorkbook {
  readonly calls: string[];
  readonly places: Place[];
  readonly changes: SettingChange[];
  /** As if a sheet had been edited: `edit` changes what is found, and the watchers are told. */
  edit(edit: (found: WorkbookFound) => WorkbookFound): void;
  /** What the next build does. */
  buildAs(
    build: (onProgress: (progress: BuildProgress) => void, signal: AbortSignal) => Promise<BuildOutcome>,
  ): void;
  failNext(reason: unknown): void;
  /** What a search for CLINIC formulas finds, and what comes of replacing them. */
  holdFormulas(found: ClinicFormulas, outcome: Replacement): void;
}

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
    teams: [
      { name: "SWF East 1", shortName: "SWF East 1", service: "SWF", locality: "East", inClinicTables: true },
      { name: "SWF East 2", shortName: "SWF East 2", service: "SWF", locality: "East", inClinicTables: true },
    ],
    unmappedTeams: [{ met: "S.W.F. East One", suggestion: "SWF East 1" }],
    issues: [],
  },
  cannotBuild: null,
  sheetsToWrite: [
    { name: "Clinic Summary", change: "new" },
    { name: "Clinic Settings", change: "rows added" },
  ],
  pack: { state: "none", month: null, builtAt: null },
};

export const RESULTS: ResultsFound = {
  month: "2023-07",
  builtAt: 45140.5,
  isBehind: false,
  headlines: [
    {
      id: "cin-visits-6w",
      indicator: "% of CIN visits within last 6 weeks",
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
      sheet: "CIN Plans",
      row: 9,
    },
  ],
  titles: { "cin-visits-6w": "% of CIN visits within last 6 weeks" },
};

export function memoryWorkbook(start: WorkbookFound = FOUND): MemoryWorkbook {
  let found = start;
  let results: ResultsFound | null = null;
  let saved: StepId | null = null;
  let failure: { readonly reason: unknown } | null = null;
  let formulas: ClinicFormulas = { sheets: [], names: [] };
  let replacement: Replacement = { replaced: [], left: [] };
  const watchers = new Set<() => void>();
  const calls: string[] = [];
  const places: Place[] = [];
  const changes: SettingChange[] = [];
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
    edit(change) {
      found = change(found);
      watchers.forEach((watcher) => watcher());
    },
    buildAs(next) {
      build = next;
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
    changeSetting: async (change) => {
      called(`changeSetting ${change.setting}`);
      changes.push(change);
    },
    build: async (onProgress, signal) => {
      called("build");
      const outcome = await build(onProgress, signal);
      if (outcome.state === "complete") results = RESULTS;
      return outcome;
    },
    results: async () => results,
    goTo: async (place) => {
      called("goTo");
      places.push(place);
    },
    insertSample: async () => {
      called("insertSample");
      found = FOUND;
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
    savedStep: async () => saved,
    saveStep: async (step) => {
      saved = step;
    },
  };
}
