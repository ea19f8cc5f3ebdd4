/** OPENAT: distinct children of a list that are open at a day, by the pack's own rule (SPEC §1, §7). */
import { monthEnd } from "../clinic/calendar/months";
import { nameKey } from "../clinic/cells/names";
import { openRows } from "../clinic/indicators/cohorts";
import type { ReadList } from "../clinic/extracts/readList";
import { readLists } from "../clinic/extracts/readLists";
import { recogniseLists } from "../clinic/extracts/recognise";
import type { WorkbookValues } from "../clinic/cells/worksheet";
import { createIssueLog } from "../clinic/issues/issueLog";
import { listSpec, type ListId } from "../clinic/lists/lists";
import { readSettings } from "../clinic/settings/readSettings";
import type { Team } from "../clinic/teams/team";
import { createTeamDirectory, namesOf } from "../clinic/teams/teams";
import type { Result } from "./arrays";
import { isBlankWord, readDay, readText } from "./cells";
import { invalidValue, notAvailable } from "./errors";

/** Lists of what begins and ends, and the column that ends it. */
const LISTS_THAT_END = {
  "early-help": "end",
  assessments: "authorised",
  "cin-plans": "end",
  "cp-plans": "end",
  cla: "end",
  "care-leavers": "end",
} as const satisfies Partial<Record<ListId, string>>;

type ListThatEnds = keyof typeof LISTS_THAT_END;

export const LISTS_OF_OPENAT = Object.keys(LISTS_THAT_END) as readonly ListThatEnds[];

export interface OpenLists {
  /** The last day of the last build's month: serial. */
  readonly monthEnd: number;
  readonly date1904: boolean;
  /** Null where the workbook has no such list. */
  get(list: ListThatEnds): ReadList | null;
  /** All teams that the lists name, those of ClinicTeams first. */
  readonly teams: readonly Team[];
}

export function openLists(month: string, values: WorkbookValues): OpenLists {
  const log = createIssueLog(); // the build has reported these already
  const { date1904 } = values;
  const entered = readSettings(values.settings, log, date1904);
  const lastDay = monthEnd(month);
  const ssdDay = { monthEnd: lastDay, date1904 };
  const recognition = recogniseLists(values.sheets, values.choices, log, entered.columnMatches, ssdDay);
  const directory = createTeamDirectory(entered.teams);
  const lists = readLists(recognition, directory, date1904, log, entered.words);
  for (const id of LISTS_OF_OPENAT) lists.get(id)?.teams(); // so that the directory has met every team
  return { monthEnd: lastDay, date1904, get: (id) => lists.get(id), teams: directory.teams };
}

/** A day left out is the last of the month that was built, a team left out every team. */
export function openAtOfCells(found: OpenLists, list: unknown, date: unknown, team: unknown): Result {
  const id = readListName(list);
  const read = found.get(id);
  if (read === null) throw notAvailable(`The workbook has no ${listSpec(id).name} list.`);
  const day = isBlankWord(date) ? found.monthEnd : readDay(date, "date", found.date1904);
  const open = openRows(read.dates("start"), read.dates(LISTS_THAT_END[id]), day);
  const name = readText(team);
  if (name === "") return new Set(read.childrenOf(open)).size;
  const code = codeOf(name, found.teams);
  const teams = read.teams();
  return new Set(read.childrenOf(open.filter((row) => teams[row] === code))).size;
}

function readListName(cell: unknown): ListThatEnds {
  const key = nameKey(readText(cell));
  const found = LISTS_OF_OPENAT.find((id) => nameKey(id) === key || nameKey(listSpec(id).name) === key);
  if (found) return found;
  const names = LISTS_OF_OPENAT.map((id) => listSpec(id).name);
  throw invalidValue(`The list must be one of ${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}.`);
}

function codeOf(name: string, teams: readonly Team[]): number {
  const code = namesOf(teams).get(nameKey(name) || name)?.[0];
  if (code === undefined) throw notAvailable("No team in the workbook has that name.");
  return code;
}
