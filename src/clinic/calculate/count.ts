/** From the workbook's values to the month's counts: everything but what is said about them. */
import { CannotBuild } from "../cannotBuild";
import { createCalendar } from "../calendar/workingDays";
import { lastEvents, withLastEvents } from "../extracts/events";
import { LISTS } from "../extracts/lists";
import { readLists } from "../extracts/readLists";
import type { Lists } from "../extracts/readLists";
import { recogniseLists } from "../extracts/recognise";
import type { Recognition } from "../extracts/recognition";
import type { WorkbookValues } from "../extracts/worksheet";
import { createIssueLog } from "../issues/issueLog";
import type { IssueLog } from "../issues/issueLog";
import { readPastFigures } from "../past/readPastFigures";
import type { PastFigures } from "../past/readPastFigures";
import type { CaseloadTable } from "../report";
import { readSettings } from "../settings/readSettings";
import { resolveSettings } from "../settings/resolveSettings";
import type { ClinicSettings } from "../settings/settings";
import { createTeamDirectory } from "../settings/teams";
import { caseloadTables, whyNoCaseloads } from "./caseloads";
import { columnsCounted } from "./columnsCounted";
import { latestActivity } from "./latestActivity";
import { countMonth } from "./monthFigures";
import type { MonthFigures } from "./monthFigures";

export interface Counted {
  /** `teams` are all that were met, known ones first. */
  readonly settings: ClinicSettings;
  readonly recognition: Recognition;
  /** As read, without event lists put in place of columns. */
  readonly lists: Lists;
  readonly past: PastFigures;
  readonly month: MonthFigures;
  /** Empty without a list to count them from: `noCaseloads` then says why. */
  readonly caseloads: readonly CaseloadTable[];
  readonly noCaseloads: string | null;
  readonly log: IssueLog;
}

/**
 * @param today serial.
 * @throws CannotBuild when no figure can be made.
 */
export function* countInSteps(values: WorkbookValues, today: number): Generator<string, Counted> {
  const log = createIssueLog();
  yield "Reading Clinic Settings";
  const entered = readSettings(values.settings, log, values.date1904);
  const directory = createTeamDirectory(entered.teams);
  yield "Recognising the lists";
  const recognition = recogniseLists(values.sheets, values.choices, log);
  const lists = readLists(recognition, directory, values.date1904, log);
  // In the order of the lists, since a team that is not known goes by the first spelling met.
  for (const { id, name } of LISTS) {
    for (const _ of lists.prepare(id, ["team", ...columnsCounted(id)])) yield `Reading ${name}`;
  }
  const found = {
    today,
    /** Asked for where no month is entered. */
    get latestActivityDate() {
      return latestActivity(lists, today);
    },
  };
  const resolved = resolveSettings(entered, found, log);
  const settings: ClinicSettings = { ...resolved, teams: directory.teams };
  yield "Reading past figures";
  const sheets = recognition.get("past-figures")?.sheets ?? [];
  const { history, date1904 } = values;
  const past = readPastFigures({ sheets, history, settings, date1904 }, log);

  const eventful = withLastEvents(lists, lastEvents(lists, settings.asAt));
  const calendar = createCalendar(settings.closures.map(({ date }) => date));
  const counting = countMonth({ lists: eventful, terms: { ...settings, calendar }, settings, past });
  let step = counting.next();
  while (!step.done) {
    yield "Counting";
    step = counting.next();
  }
  const noCaseloads = whyNoCaseloads(lists);
  const caseloads =
    noCaseloads === null
      ? caseloadTables(lists.get("allocations")!, settings.teams, settings.caseloadThreshold)
      : [];
  yield "Counting caseloads";
  requireSomeFigure(step.value, noCaseloads);
  return { settings, recognition, lists, past, month: step.value, caseloads, noCaseloads, log };
}

function requireSomeFigure({ figures }: MonthFigures, noCaseloads: string | null): void {
  if (noCaseloads === null || [...figures.values()].some(({ unavailable }) => unavailable === null)) return;
  throw new CannotBuild(
    "No sheet of this workbook could be read as a list that the pack counts, such as Contacts, CIN Plans or CLA. " +
      "Check that each extract has its headings within its first 50 rows, or choose the sheets in the pane.",
  );
}
