/** How likely a heading is to be a column of a list: its words, the names known for the column, and what its cells look like. */
import { certain } from "../cells/certain";
import { distance } from "fastest-levenshtein";
import { nameKey } from "../cells/names";
import { listSpec } from "../lists/lists";
import type { ColumnSpec, ColumnType, ListId } from "../lists/lists";
import { NO_PLAN, PLAN_BITS, plansNamed } from "../lists/planWords";
import type { PlanType } from "../lists/planWords";
import type { CellLook } from "./columnKinds";
import { plainHeadingWithoutBrackets } from "./headings";

/** 0–1. A heading that is a known name of the column comes to 1 where its cells are of the column's kind. */
export function likelihood(heading: string, look: CellLook, column: ColumnSpec, list: ListId): number {
  return nameLikeness(heading, column, list) * FITS[column.type](look);
}

/** What a column of each kind looks like; a column without cells may be any. */
const FITS: Readonly<Record<ColumnType, (look: CellLook) => number>> = {
  date: ({ kind }) => ({ dates: 1, blank: 0.8, numbers: 0.1, text: 0.1 })[kind],
  id: ({ kind, variety }) =>
    ({ dates: 0.1, blank: 0.5, numbers: 1, text: 1 })[kind] * (variety < 0.1 ? 0.8 : 1),
  team: ({ kind, variety }) =>
    ({ dates: 0.1, blank: 0.7, numbers: 0.3, text: 1 })[kind] * (variety > 0.9 ? 0.9 : 1),
  text: ({ kind }) => ({ dates: 0.2, blank: 0.8, numbers: 0.6, text: 1 })[kind],
  number: ({ kind }) => ({ dates: 0.2, blank: 0.8, numbers: 1, text: 0.6 })[kind],
};

const GENERAL_NAME = 0.95;
/** At most: a name that is only alike is never as good as one that is known. */
const ALIKE = 0.9;

function nameLikeness(heading: string, column: ColumnSpec, list: ListId): number {
  const keys = [nameKey(heading), plainHeadingWithoutBrackets(heading)];
  const isAmong = (names: readonly string[]): boolean => names.some((name) => keys.includes(nameKey(name)));
  if (isAmong([column.heading, ...column.otherNames])) return 1;
  if (isAmong(column.whenNamed)) return GENERAL_NAME;
  const words = wordsOf(heading);
  const names = [column.heading, ...column.otherNames, ...column.whenNamed];
  const alike = Math.max(
    ...names.map((name) =>
      Math.max(sharedWords(words, wordsOf(name)), spelling(certain(keys[0]), nameKey(name))),
    ),
  );
  return alike * ALIKE * (namesOtherPlan(heading, list) ? 0.4 : 1);
}

/** Letters that agree, 0–1; slips of the pen only. */
function spelling(a: string, b: string): number {
  const likeness = 1 - distance(a, b) / Math.max(a.length, b.length, 1);
  return likeness >= 0.75 ? likeness : 0;
}

/** Words in common, those that many headings have ("date") counting less; 0–1. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const weight = (words: Iterable<string>): number =>
    [...words].reduce((sum, word) => sum + (COMMON.has(word) ? 0.3 : 1), 0);
  const shared = weight([...a].filter((word) => b.has(word)));
  const all = weight(a) + weight(b);
  return all === 0 ? 0 : (2 * shared) / all;
}

function wordsOf(heading: string): ReadonlySet<string> {
  const words = heading
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !SMALL.has(word));
  return new Set(words.map((word) => SAME.get(word) ?? word));
}

const SMALL: ReadonlySet<string> = new Set(["of", "the", "a", "to", "be", "for", "in", "at", "was", "is"]);
const COMMON: ReadonlySet<string> = new Set(["date", "plan", "current"]);

/** Words that systems use for one another, by the one that stands for all. */
const SAME: ReadonlyMap<string, string> = new Map(
  [
    [
      "start",
      "started",
      "starts",
      "begin",
      "began",
      "commenced",
      "commencement",
      "opened",
      "open",
      "entered",
    ],
    ["end", "ended", "ends", "ceased", "closed", "close", "closure", "finish", "finished"],
    ["last", "latest", "recent", "newest"],
    ["visit", "visited", "visits", "seen"],
    ["authorised", "authorisation", "authorized", "signed", "finalised", "completed", "completion"],
    ["id", "number", "no", "ref", "reference", "identifier", "pid", "pin"],
    ["child", "person", "client", "pupil", "subject", "yp", "cyp", "child's", "childs"],
    ["cp", "cpp", "cps"],
    ["cla", "lac", "cic"],
    ["cin", "cinp"],
    ["s47", "section47", "enquiry"],
    ["assessment", "assess", "c&f", "cf", "sa"],
    ["supervision", "supervised", "supervisions"],
    ["coregroup", "cg"],
    ["previous", "prior", "earlier", "before", "previously"],
    ["worker", "practitioner", "sw", "caseworker"],
    ["team", "teams", "organisation", "unit"],
  ].flatMap(([one = "", ...others]) => [one, ...others].map((word) => [word, one] as const)),
);

const PLAN_OF_LIST: Readonly<Partial<Record<ListId, PlanType>>> = {
  "cin-plans": "cin",
  "cp-plans": "cp",
  cla: "cla",
};

/** "CP Start" on a sheet of all open cases is no child in need plan's. */
function namesOtherPlan(heading: string, list: ListId): boolean {
  const own = PLAN_OF_LIST[list];
  const named = plansNamed(heading);
  if (named === NO_PLAN || listSpec(list).byNameOnly) return false;
  return own === undefined ? false : (named & PLAN_BITS[own]) === 0;
}
