/** From the workbook's values to the month's counts: everything but what is said about them. */
import { certain } from "../cells/certain";
import { CannotBuild } from "../cannotBuild";
import { createCalendar } from "../calendar/workingDays";
import { lastEvents, withLastEvents } from "../extracts/events";
import type { LastEvents } from "../extracts/events";
import { LISTS } from "../lists/lists";
import { readLists } from "../extracts/readLists";
import type { Lists } from "../extracts/readLists";
import { recogniseLists } from "../extracts/recognise";
import { extractsNotRead } from "../extracts/looksLikeExtract";
import type { Recognition, UnreadSheet } from "../extracts/recognition";
import { reporter } from "../issues/rulesCatalogue";
import type { TableValues, WorkbookValues } from "../cells/worksheet";
import { createIssueLog } from "../issues/issueLog";
import type { IssueLog } from "../issues/issueLog";
import type { Terms } from "../indicators/entry";
import { readPastFigures } from "../past/readPastFigures";
import type { PastFigures } from "../past/readPastFigures";
import type { CaseloadTable } from "../report";
import { readSettings } from "../settings/readSettings";
import { monthOfExtracts, resolveSettings } from "../settings/resolveSettings";
import type { ClinicSettings } from "../settings/settings";
import { servicesInForce } from "../teams/service";
import { createTeamDirectory } from "../teams/teams";
import { caseloadTables, whyNoCaseloads } from "./caseloads";
import { whyNotKept } from "./checks/latestDatesNotKept";
import { querySharedCaseloads } from "./sharedCaseloads";
import { createOwnRows } from "./own/ownRows";
import { columnsCounted } from "./columnsCounted";
import { ssdDayOf } from "./ssdDay";
import { fillGuessedTables, queryEmptyTables } from "./emptyTables";
import { latestActivity } from "./latestActivity";
import { countMonth } from "./monthFigures";
import type { MonthFigures } from "./monthFigures";
import type { ListsRead, Need } from "./needs";

export interface Counted {
  /** `teams` are all that were met, known ones first. */
  readonly settings: ClinicSettings;
  readonly recognition: Recognition;
  /** Sheets that look like an extract and are read neither as a list nor by an indicator of the council's own. */
  readonly extractsNotRead: readonly UnreadSheet[];
  /** As read, without event lists put in place of columns. */
  readonly lists: Lists;
  readonly past: PastFigures;
  /** The month that a blank reporting month would give, and the latest day that shows it (serial, or null). */
  readonly monthOfExtracts: string;
  readonly extractsRunTo: number | null;
  readonly terms: Terms;
  readonly events: LastEvents;
  /** The lists with each column replaced that an event list replaces: what the figures were counted from. */
  readonly eventful: ListsRead;
  /** The rows of each of the council's own indicators, or why they cannot be counted. */
  readonly own: ReturnType<typeof createOwnRows>;
  /** Whether no team was entered yet, so that all that is known of them was told from their names. */
  readonly teamsAreGuessed: boolean;
  /** ClinicTargets as it stands; null before the first build. */
  readonly targetsTable: TableValues | null;
  readonly month: MonthFigures;
  /** Empty without a list to count them from: `noCaseloads` then says why. */
  readonly caseloads: readonly CaseloadTable[];
  readonly noCaseloads: string | null;
  readonly log: IssueLog;
}

/** @param today serial. */
export function* countInSteps(values: WorkbookValues, today: number): Generator<string, Counted> {
  const log = createIssueLog();
  yield "Reading Clinic Settings";
  const entered = readSettings(values.settings, log, values.date1904);
  const directory = createTeamDirectory(entered.teams);
  yield "Recognising the lists";
  const ssdDay = ssdDayOf(values, entered, today);
  const recognition = recogniseLists(values.sheets, values.choices, log, entered.columnMatches, ssdDay);
  const missed = extractsNotRead(
    recognition,
    values.sheets,
    entered.measures.flatMap(({ source }) => (source.from === "sheet" ? source.sheet : source.typed)),
    values.date1904,
  );
  for (const { sheet, isSettled } of missed) if (!isSettled) reporter(log, "sheet-not-read", null)(sheet, "");
  const lists = readLists(recognition, directory, values.date1904, log, entered.words);
  // In the order of the lists, since a team that is not known goes by the first spelling met.
  for (const { id, name } of LISTS) {
    for (const _ of lists.prepare(id, ["team", ...columnsCounted(id)])) yield `Reading ${name}`;
  }
  const found = { today, latestActivityDate: latestActivity(lists, today) };
  const resolved = resolveSettings(entered, found, log);
  const settings: ClinicSettings = {
    ...resolved,
    teams: directory.teams,
    services: servicesInForce(entered.services, directory.teams),
  };
  yield "Reading past figures";
  const sheets = recognition.get("past-figures")?.sheets ?? [];
  const { history, date1904 } = values;
  const past = readPastFigures({ sheets, history, settings, date1904 }, log);

  const events = lastEvents(lists, settings.asAt);
  const eventful = withLastEvents(lists, events);
  const calendar = createCalendar(settings.closures.map(({ date }) => date));
  const terms: Terms = { ...settings, calendar };
  const own = createOwnRows(settings.measures, ({ id }) => settings.indicators.get(id)?.timescale ?? null, {
    sheets: values.sheets,
    recognition,
    lists: eventful,
    directory,
    monthEnd: settings.monthEnd,
    calendar,
    date1904,
    log,
  });
  const listsRead: ListsRead = { get: eventful.get, own };
  yield "Reading your own indicators";
  if (entered.teams.length === 0) fillGuessedTables(directory, listsRead, terms, settings);
  const extracts = {
    monthOfExtracts: monthOfExtracts(entered, found),
    extractsRunTo: found.latestActivityDate,
  };
  const whyNot = (needs: readonly Need[]) =>
    whyNotKept(needs, { month: settings.month, ...extracts, events });
  const counting = countMonth({ lists: listsRead, terms, settings, past, whyNot });
  let step = counting.next();
  while (!step.done) {
    yield "Counting";
    step = counting.next();
  }
  queryEmptyTables(step.value, log);
  const noCaseloads = whyNoCaseloads(lists);
  const caseloads = noCaseloads === null ? caseloadTables(certain(lists.get("allocations")), settings) : [];
  if (noCaseloads === null)
    querySharedCaseloads(
      certain(lists.get("allocations")),
      settings,
      entered.tables.get("ClinicServices") ?? null,
      log,
    );
  yield "Counting caseloads";
  return {
    settings,
    recognition,
    extractsNotRead: missed,
    lists,
    past,
    ...extracts,
    terms,
    events,
    eventful,
    own,
    teamsAreGuessed: entered.teams.length === 0,
    targetsTable: entered.tables.get("ClinicTargets") ?? null,
    month: step.value,
    caseloads,
    noCaseloads,
    log,
  };
}

/** @throws CannotBuild when no figure can be made from the workbook. */
export function requireSomeFigure({ month: { figures }, noCaseloads }: Counted): void {
  if (noCaseloads === null || [...figures.values()].some(({ unavailable }) => unavailable === null)) return;
  throw new CannotBuild(
    "No sheet of this workbook could be read as a list that the pack counts, such as Contacts, CIN Plans or CLA. " +
      "Check that each extract has its headings within its first 50 rows, or choose the sheets in the pane.",
  );
}
