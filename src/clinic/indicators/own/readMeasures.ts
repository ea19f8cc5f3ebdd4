/**
 * ClinicMeasures, a row each: a mistake is an issue with the cell and what to type, that indicator is left out, and the
 * others go on. Whether the headings are there shows when the list is read.
 */
import { nameKey } from "../../cells/names";
import type { Condition } from "../../conditions/condition";
import { parseCondition } from "../../conditions/parseCondition";
import { addIssue } from "../../entries/entries";
import { listNamed } from "../../extracts/columnMatches";
import { listSpec } from "../../lists/lists";
import type { Timescale } from "../entry";
import { ownPage, type TeamPage } from "../teamPages";
import type { OwnId } from "../ids";
import { COUNTED_WORDS, MEASURE_WORDS, type MeasureColumn, type MeasureRow } from "./measureRows";
import type { CountedKind, Each, MeasureKind, OwnMeasure, OwnSource } from "./ownMeasure";

export interface MeasuresKnown {
  readonly isBuiltIn: (id: string) => boolean;
  /** The pages of the pack on which an indicator of the council's own may stand. */
  readonly pages: readonly TeamPage[];
}

export function readMeasures(rows: readonly MeasureRow[], known: MeasuresKnown): readonly OwnMeasure[] {
  const measures: OwnMeasure[] = [];
  for (const row of rows) {
    const measure = readMeasure(row, known);
    if (!measure) continue;
    if (measures.some(({ id }) => id === measure.id)) {
      refuse(
        row,
        "ID",
        "This ID is in two rows; the first is used.",
        "Give each indicator an ID of its own.",
      );
    } else if (measures.some(({ title }) => nameKey(title) === nameKey(measure.title))) {
      refuse(
        row,
        "Title",
        "Another indicator of yours has this title; the first row is used.",
        "Give each indicator a title of its own.",
      );
    } else measures.push(measure);
  }
  return measures;
}

type Faulty = undefined;

function readMeasure(row: MeasureRow, known: MeasuresKnown): OwnMeasure | Faulty {
  const id = idOf(row, known);
  const title = titleOf(row);
  const measure = wordOf(row, "Measure", MEASURES, MEASURE_WORDS.join(", "));
  const source = sourceOf(row);
  const counted = wordOf(row, "Counted", COUNTED, COUNTED_WORDS.join(", "));
  const each = row.text("Each") === "" ? "row" : wordOf(row, "Each", EACH, "row, child, or child and date");
  const chart = row.text("Chart") === "" ? "No" : wordOf(row, "Chart", YES_NO, "Yes or No");
  const firstDue = firstDueOf(row);
  const withCondition = conditionOf(row, "With");
  const onlyWhere = conditionOf(row, "Only where");
  // Every mistake of the row is told at once, as far as the others let it be seen.
  const page = measure === undefined ? undefined : pageOf(row, measure, known);
  const isComplete =
    measure !== undefined &&
    counted !== undefined &&
    source !== undefined &&
    withCondition !== undefined &&
    onlyWhere !== undefined &&
    hasWhatItNeeds(row, measure, counted, source, withCondition, onlyWhere);
  if (
    id === undefined ||
    title === undefined ||
    measure === undefined ||
    source === undefined ||
    counted === undefined ||
    each === undefined ||
    chart === undefined ||
    firstDue === undefined ||
    withCondition === undefined ||
    onlyWhere === undefined ||
    page === undefined ||
    !isComplete
  )
    return undefined;
  const countedWhenDue = nameKey(row.text("Counted by")) === "due";
  return {
    id,
    title,
    page,
    measure,
    source,
    each,
    counted,
    countedWhenDue,
    headings: {
      by: countedWhenDue ? "" : row.text("Counted by"),
      start: row.text("Start"),
      end: row.text("End"),
      date: row.text("Date"),
      due: row.text("Due date"),
      frequency: row.text("Frequency"),
      team: row.text("Team"),
    },
    firstDue,
    with: withCondition,
    withText: row.text("With"),
    onlyWhere,
    onlyWhereText: row.text("Only where"),
    hasChart: chart === "Yes",
    row,
  };
}

function idOf(row: MeasureRow, { isBuiltIn }: MeasuresKnown): OwnId | Faulty {
  const id = row.text("ID");
  const fix =
    "Type lower-case letters, digits and hyphens, beginning with a letter, such as: re-referrals-12m.";
  if (id === "") return refuse(row, "ID", "This indicator has no ID, so it is left out.", fix);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > LONGEST_ID) {
    return refuse(row, "ID", "This cannot be an ID, so the indicator is left out.", fix);
  }
  if (isBuiltIn(id) || RESERVED.test(id)) {
    return refuse(
      row,
      "ID",
      "This ID belongs to a built-in indicator or table, so the row is left out.",
      "Give your indicator another ID, such as the same with the council’s initials before it.",
    );
  }
  return id as OwnId;
}

/** With what stands before it in a table's name (Clinic_series_ …), well below Excel's 255 characters. */
const LONGEST_ID = 40;

/** Ids and beginnings that name other tables of the pack. */
const RESERVED =
  /^(?:caseloads|series|target|better|amber|demand|headlines|history|teams|out-of-time|data-issue|definitions|reconciliation|sources|messages)(?:-|s?$)/;

function titleOf(row: MeasureRow): string | Faulty {
  const title = row.text("Title");
  if (title === "") {
    return refuse(
      row,
      "Title",
      "This indicator has no title, so it is left out.",
      "Type what it is called on its page.",
    );
  }
  if (title.length <= LONGEST_TITLE) return title;
  return refuse(
    row,
    "Title",
    "This title is too long for a chart, so the indicator is left out.",
    `Shorten it to ${LONGEST_TITLE} characters.`,
  );
}

const LONGEST_TITLE = 150;

const MEASURES = wordsFor<MeasureKind>(MEASURE_WORDS);
const COUNTED: ReadonlyMap<string, CountedKind> = new Map<string, CountedKind>([
  ...wordsFor<CountedKind>(COUNTED_WORDS),
  ["open", "open at month end"],
  ["inmonth", "dated in month"],
  ["datedinthemonth", "dated in month"],
  ["12months", "12 months to M"],
  ["12monthstothemonth", "12 months to M"],
]);
const EACH = wordsFor<Each>(["row", "child", "child and date"]);
const YES_NO = wordsFor<"Yes" | "No">(["Yes", "No"]);

function wordsFor<T extends string>(words: readonly T[]): ReadonlyMap<string, T> {
  return new Map(words.map((word) => [nameKey(word), word]));
}

function wordOf<T>(
  row: MeasureRow,
  column: MeasureColumn,
  words: ReadonlyMap<string, T>,
  expected: string,
): T | Faulty {
  const text = row.text(column);
  const found = words.get(nameKey(text));
  if (found !== undefined) return found;
  const problem = text === "" ? "is blank" : "is not a word that can be used here";
  return refuse(
    row,
    column,
    `${column} ${problem}, so this indicator is left out.`,
    `Type one of: ${expected}.`,
  );
}

function sourceOf(row: MeasureRow): OwnSource | Faulty {
  const text = row.text("List");
  if (text === "") {
    return refuse(
      row,
      "List",
      "List is blank, so this indicator is left out.",
      "Type a list, such as CIN Plans, or the name of a sheet that has a Child Unique ID.",
    );
  }
  const list = listNamed(text);
  if (list === null) return { from: "sheet", sheet: text };
  if (list !== "past-figures" && listSpec(list).columns.some(({ key }) => key === "child")) {
    return { from: "list", list, typed: text };
  }
  return refuse(
    row,
    "List",
    `${listSpec(list).name} holds no children to count, so this indicator is left out.`,
    "Type another list, or the name of a sheet that has a Child Unique ID.",
  );
}

function firstDueOf(row: MeasureRow): Timescale | null | Faulty {
  const text = row.text("First due");
  if (text === "") return null;
  const [, count = "", unit = ""] = /^(\d{1,4})\s*([a-z][a-z ]*?)(?:\s+after start)?$/i.exec(text) ?? [];
  const days = /^days?$/i.test(unit) ? "days" : /^(?:working days?|wd)$/i.test(unit) ? "working days" : null;
  if (Number(count) > 0 && days !== null) return { timescale: Number(count), unit: days };
  return refuse(
    row,
    "First due",
    "First due cannot be read, so this indicator is left out.",
    "Type it as: 10 working days, or 7 days.",
  );
}

function conditionOf(row: MeasureRow, column: "With" | "Only where"): Condition | null | Faulty {
  const text = row.text(column);
  if (text === "") return null;
  const { condition, fault } = parseCondition(text);
  if (condition) return condition;
  return refuse(row, column, `${fault.message} This indicator is left out.`, fault.fix);
}

/** What stands in the name of a sheet. */
const NOT_IN_A_SHEET = /[:\\/?*[\]]/;
const LONGEST_PAGE = 24;

function pageOf(row: MeasureRow, measure: MeasureKind, { pages }: MeasuresKnown): TeamPage | null | Faulty {
  if (measure === "count") return null;
  const text = row.text("Page");
  if (text === "") {
    return refuse(
      row,
      "Page",
      "Page is blank, so this indicator is left out.",
      "Type the title of a page, such as CIN Performance, or new words for a page of your own.",
    );
  }
  const standing = pages.find(({ title, sheet }) =>
    [title, sheet].some((name) => nameKey(name) === nameKey(text)),
  );
  if (standing) return standing;
  const words = text.replace(/^clinic\s+/i, "").trim();
  const slug = nameKey(words);
  if (words.length > LONGEST_PAGE || NOT_IN_A_SHEET.test(words) || slug === "" || /^'|'$/.test(words)) {
    return refuse(
      row,
      "Page",
      "This cannot be the name of a page, so the indicator is left out.",
      `Use up to ${LONGEST_PAGE} characters, none of : \\ / ? * [ ].`,
    );
  }
  if (OTHER_PAGES.has(slug)) {
    return refuse(
      row,
      "Page",
      "This page of the pack cannot hold an indicator of your own, so it is left out.",
      "Type the title of a page with by-team tables, or new words.",
    );
  }
  return ownPage(words);
}

const OTHER_PAGES: ReadonlySet<string> = new Set(
  [
    "summary",
    "demand",
    "caseloads",
    "teams",
    "out of time",
    "data issues",
    "definitions",
    "history",
    "settings",
    "setup",
  ].map(nameKey),
);

/** Columns without which the measure means nothing. */
function hasWhatItNeeds(
  row: MeasureRow,
  measure: MeasureKind,
  counted: CountedKind,
  source: OwnSource,
  withCondition: Condition | null,
  onlyWhere: Condition | null,
): boolean {
  const needed: (readonly [MeasureColumn, string])[] = [];
  if (measure === "share last done within")
    needed.push(["Date", "the heading of the date when it was last done"]);
  if (measure === "share done within") needed.push(["Date", "the heading of the date when it was done"]);
  if (measure === "share not overdue")
    needed.push(["Due date", "the heading of the date by which it is due"]);
  if (measure === "share with") needed.push(["With", "what counts, such as: Outcome = Agreed"]);
  if (source.from === "sheet") {
    const asksForStart =
      counted === "open at month end" ||
      measure === "share done within" ||
      measure === "share last done within";
    if (asksForStart) needed.push(["Start", "the heading of the start date"]);
    if (counted === "open at month end") needed.push(["End", "the heading of the end date"]);
    const isByDone = measure === "share done within";
    if (counted !== "open at month end" && !isByDone) {
      needed.push(["Counted by", "the heading of the date that puts a row in the month"]);
    }
  }
  let complete = true;
  for (const [column, expected] of needed) {
    if (row.text(column) !== "") continue;
    refuse(row, column, `${column} is blank, so this indicator is left out.`, `Type ${expected}.`);
    complete = false;
  }
  if (nameKey(row.text("Counted by")) === "due" && measure !== "share done within") {
    refuse(
      row,
      "Counted by",
      "Only “share done within” can be counted by the day it falls due; this indicator is left out.",
      "Type the heading of the date that puts a row in the month.",
    );
    complete = false;
  }
  const asksForOpen = [...(withCondition ?? []), ...(onlyWhere ?? [])].some(
    ({ says }) => says === "open longer",
  );
  if (asksForOpen && source.from === "sheet" && row.text("Start") === "") {
    refuse(
      row,
      "Start",
      "“Open longer than” needs a start date, so this indicator is left out.",
      "Type the heading of the start date.",
    );
    complete = false;
  }
  return complete;
}

function refuse(row: MeasureRow, column: MeasureColumn, message: string, fix: string): undefined {
  addIssue(row.place(column), "error", "wrong-measure", message, fix);
  return undefined;
}
