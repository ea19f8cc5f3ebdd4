/** Each list of SPEC §2: where it was found, what it lacks, and which figures go without it. */
import { needsOf } from "../../clinic/calculate/needs";
import { columnSpec, LISTS } from "../../clinic/lists/lists";
import type { ListId } from "../../clinic/lists/lists";
import type { ListMatch } from "../../clinic/extracts/recognition";
import type { Catalogue } from "../../clinic/indicators/catalogue";
import type { IndicatorEntry } from "../../clinic/indicators/entry";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { ListFound } from "../ports";

/** Lists that no figure of the month needs: what their absence means. */
const WHEN_ABSENT: Readonly<Partial<Record<ListId, string>>> = {
  visits: "Not needed: last visits are then read from the plans.",
  "core-groups": "Not needed: last core groups are then read from the plans.",
  supervisions: "Not needed: last supervisions are then read from the plans.",
  "past-figures": "Earlier months stay blank until they have been built here.",
};

/** Issues of the match itself: the others are told of where the data issues are. */
const DOUBTS: ReadonlySet<string> = new Set([
  "missing-required-column",
  "no-month-columns",
  "two-sheets-fit",
  "chosen-sheet-missing",
  "duplicate-heading",
  "outcome-not-known",
  "status-not-known",
  "plan-unreadable",
]);

/** Issues of words that can be given a meaning. */
const OF_WORDS: ReadonlySet<string> = new Set([
  "outcome-not-known",
  "status-not-known",
  "plan-unreadable",
  "case-status-left-out",
]);

export function listsFound(inspection: Inspection): readonly ListFound[] {
  const { recognition, report, values, entered } = inspection;
  return LISTS.map(({ id, name }): ListFound => {
    const match = recognition.get(id);
    const source = report?.sources.find(({ list }) => list === id);
    return {
      id,
      name,
      sheets: match?.sheets.map(({ sheet }) => sheet.name) ?? values.choices[id] ?? [],
      isRead: match !== null,
      doubts: (report?.issues ?? [])
        .filter(({ list, code }) => list === id && DOUBTS.has(code))
        .map(({ message }) => message),
      rows: source?.rows ?? rowsBelowHeadings(match),
      firstDate: source?.firstDate ?? null,
      lastDate: source?.lastDate ?? null,
      missingColumns: source?.missingColumns ?? match?.sheets[0]?.missingColumns ?? [],
      guessedColumns: guessedColumns(id, match),
      chosenByHand: values.choices[id] !== undefined,
      hasWordsToMatch:
        match !== null &&
        (entered.words.some(({ list }) => list === id) ||
          (report?.issues ?? []).some(({ list, code }) => list === id && OF_WORDS.has(code))),
      figuresLost: figuresLost(id, match, inspection),
      whenAbsent: WHEN_ABSENT[id] ?? null,
    };
  });
}

function rowsBelowHeadings(match: ListMatch | null): number {
  return (match?.sheets ?? []).reduce(
    (sum, { sheet, headerRow }) => sum + sheet.rows.length - headerRow - 1,
    0,
  );
}

/** Ofsted's own headings are no guess. */
function guessedColumns(id: ListId, match: ListMatch | null): ListFound["guessedColumns"] {
  const found = (match?.sheets ?? [])
    .filter(({ annexA }) => annexA === null)
    .flatMap(({ columns }) => [...columns.values()])
    .filter(({ isOwnName }) => !isOwnName);
  const byColumn = new Map(found.map(({ key, heading }) => [key, heading]));
  return [...byColumn].map(([key, heading]) => ({ column: columnSpec(id, key)?.heading ?? key, heading }));
}

/** Wording of the figures that need the list, or a column that it lacks, and that cannot be made. */
function figuresLost(
  id: ListId,
  match: ListMatch | null,
  { report, entered }: Inspection,
): readonly string[] {
  const unavailable = report && new Set(report.unavailable.map((each) => each.id));
  const lost = entered.catalogue.entries
    .filter((entry) => {
      const lacks = needsWithRates(entry, entered.catalogue).some(
        ({ list, columns }) =>
          list === id && (match === null || columns.some((column) => !hasColumn(match, column))),
      );
      return lacks && (unavailable === null || unavailable.has(entry.id));
    })
    .map(({ wording }) => wording);
  return id === "allocations" && match === null ? [...lost, "Caseloads"] : lost;
}

/** A rate needs what its count does. */
function needsWithRates(entry: IndicatorEntry, catalogue: Catalogue): ReturnType<typeof needsOf> {
  const measure = "measure" in entry ? entry.measure : null;
  return measure && "of" in measure ? needsWithRates(catalogue.entry(measure.of), catalogue) : needsOf(entry);
}

function hasColumn(match: ListMatch, column: string): boolean {
  return match.sheets.some(({ columns }) => columns.has(column));
}
