/**
 * Decides which sheet is which list (SPEC §2): by the required columns, then by the most columns matched,
 * then by the sheet's name. One sheet serves one list; the analyst's own match overrules.
 */
import { cellAddress } from "../cells/addresses";
import { nameKey } from "../cells/names";
import { headingsIn } from "../conditions/condition";
import { addIssue } from "../entries/entries";
import type { ColumnMatch } from "./columnMatches";
import { NO_NAME, OTHER_NAME, nameFit, planInName } from "./headings";
import { listSpec, LISTS } from "../lists/lists";
import type { ListId, ListSpec } from "../lists/lists";
import { NO_PLAN } from "../lists/planWords";
import type { ListMatch, Recognition, SheetMatch, UnreadSheet } from "./recognition";
import { readSsd, type SsdDay } from "./ssd";
import { fitSheet, headerRowsOf, isOfSheet, nearestFit } from "./sheetFit";
import type { HeaderRows, NearFit } from "./sheetFit";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import type { ListChoices, SheetValues } from "../cells/worksheet";

/**
 * @param sheets in tab order, without the add-in's own.
 * @param choices by list id: the sheets the analyst chose; an empty array = the list is not in the workbook.
 * @param columnMatches the rows of ClinicColumns: the analyst's own matches of headings, and conditions.
 * @param ssdDay the month that the Standard Safeguarding Dataset's involvements are read for.
 * @param log receives missing required columns, second candidates, duplicate headings and choices that cannot be kept.
 */
export function recogniseLists(
  sheets: readonly SheetValues[],
  choices: ListChoices,
  log: IssueLog,
  columnMatches: readonly ColumnMatch[] = [],
  ssdDay: SsdDay | null = null,
): Recognition {
  const ssd = readSsd(sheets, ssdDay);
  const [firstTable] = ssd.tables;
  if (firstTable !== undefined) reporter(log, "ssd-lacks", "contacts")(firstTable, "");
  const tabs = headerRowsOf(ssd.sheets, columnMatches);
  const chosen = applyMatches(tabs, columnMatches, applyChoices(tabs, choices, log));
  const free = tabs.filter((tab) => !chosen.sheetNames.has(tab.sheet.name));
  const matches = [...chosen.matches, ...matchFreeSheets(free, chosen.settled)];
  const lists = LISTS.flatMap((spec) => matches.filter((match) => match.list === spec.id)).map((match) =>
    withConditions(match, columnMatches),
  );
  reportMatchesNotUsed(lists, columnMatches);
  reportCandidates(lists, log);
  reportDuplicates(lists, log);
  const used = new Set(lists.flatMap((m) => [...m.sheets, ...m.otherCandidates].map((s) => s.sheet.name)));
  const unread = describeUnread(
    free.filter((tab) => !used.has(tab.sheet.name)),
    lists,
    chosen.settled,
    log,
  );
  return {
    lists,
    get: (list) => lists.find((match) => match.list === list) ?? null,
    absentByChoice: chosen.absent,
    unread,
    annexA: lists.some((match) => match.sheets.some((sheet) => sheet.annexA !== null)),
  };
}

interface Chosen {
  readonly matches: readonly ListMatch[];
  readonly absent: readonly ListId[];
  /** Lists about which the analyst has spoken. */
  readonly settled: ReadonlySet<ListId>;
  readonly sheetNames: ReadonlySet<string>;
}

function applyChoices(tabs: readonly HeaderRows[], choices: ListChoices, log: IssueLog): Chosen {
  const matches: ListMatch[] = [];
  const absent: ListId[] = [];
  const settled = new Set<ListId>();
  const sheetNames = new Set<string>();
  for (const spec of LISTS) {
    const names = choices[spec.id];
    if (names === undefined) continue;
    if (names.length === 0) {
      absent.push(spec.id);
      settled.add(spec.id);
      continue;
    }
    const wanted = tabs.filter((tab) => names.some((name) => sameSheetName(name, tab.sheet.name)));
    reportLostChoices(spec, names, wanted, log);
    if (wanted.length === 0) continue;
    settled.add(spec.id);
    for (const tab of wanted) sheetNames.add(tab.sheet.name);
    const fits = wanted.flatMap((tab) => fitChosen(tab, spec, log));
    if (fits.length > 0) matches.push(chosenMatch(spec.id, fits));
  }
  return { matches, absent, settled, sheetNames };
}

/**
 * A list of which the analyst has matched headings is read from the sheets that the rows name, or where they name none
 * from the first sheet that holds all those headings. One sheet may so feed several lists.
 */
function applyMatches(
  tabs: readonly HeaderRows[],
  columnMatches: readonly ColumnMatch[],
  chosen: Chosen,
): Chosen {
  const matches = [...chosen.matches];
  const settled = new Set(chosen.settled);
  const sheetNames = new Set(chosen.sheetNames);
  for (const spec of LISTS) {
    const own = columnMatches.filter(({ list }) => list === spec.id);
    if (own.length === 0 || settled.has(spec.id)) continue;
    const fits = sheetsMatched(tabs, spec, own);
    if (fits.length === 0) continue;
    settled.add(spec.id);
    for (const { sheet } of fits) sheetNames.add(sheet.name);
    matches.push(chosenMatch(spec.id, fits));
  }
  return { ...chosen, matches, settled, sheetNames };
}

function sheetsMatched(
  tabs: readonly HeaderRows[],
  spec: ListSpec,
  own: readonly ColumnMatch[],
): readonly SheetMatch[] {
  const fitsOf = (among: readonly HeaderRows[]): SheetMatch[] =>
    among.flatMap((tab) => fitSheet(tab, spec, true) ?? []);
  const named = fitsOf(tabs.filter((tab) => own.some((m) => m.sheet !== "" && isOfSheet(m, tab.sheet))));
  if (named.length > 0) return named;
  const headings = own.flatMap((match) => (match.kind === "column" ? [nameKey(match.heading)] : []));
  if (headings.length === 0) return [];
  const holders = fitsOf(tabs).filter((fit) => {
    const matched = [...fit.columns.values()].map(({ heading }) => nameKey(heading));
    return headings.every((heading) => matched.includes(heading));
  });
  return holders.length === 0 ? [] : [readOne(holders)];
}

function withConditions(match: ListMatch, columnMatches: readonly ColumnMatch[]): ListMatch {
  const conditions = columnMatches.filter((each) => each.list === match.list);
  if (!conditions.some(({ kind }) => kind === "only where")) return match;
  const sheets = match.sheets.map((fit) => {
    const own = conditions.flatMap((each) =>
      each.kind === "only where" && isOfSheet(each, fit.sheet) ? each.condition : [],
    );
    return own.length === 0 ? fit : { ...fit, only: own };
  });
  return { ...match, sheets };
}

/** A heading that no sheet of the list has, and a condition on one: the extract has changed since it was matched. */
function reportMatchesNotUsed(lists: readonly ListMatch[], columnMatches: readonly ColumnMatch[]): void {
  for (const match of columnMatches) {
    const sheets = lists
      .filter(({ list }) => list === match.list)
      .flatMap((list) => list.sheets)
      .filter(({ sheet }) => isOfSheet(match, sheet));
    const wanted = match.kind === "column" ? [match.heading] : headingsIn(match.condition);
    const found = sheets.some(({ sheet, headerRow }) => {
      const headings = (sheet.rows[headerRow] ?? []).map((cell) => nameKey(String(cell)));
      return wanted.every((heading) => headings.includes(nameKey(heading)));
    });
    if (!found)
      addIssue(
        match.place,
        "error",
        "matched-heading-missing",
        `No sheet that is read as ${listSpec(match.list).name} has this heading, so the row of ClinicColumns has no effect or leaves all rows out.`,
        "Match the heading again in the pane, or correct the row.",
      );
  }
}

function fitChosen(tab: HeaderRows, spec: ListSpec, log: IssueLog): SheetMatch[] {
  const fit = fitSheet(tab, spec, true);
  if (fit) return [fit];
  reportMissing(tab, spec, nearestFit(tab, spec, true), log);
  return [];
}

function reportLostChoices(
  spec: ListSpec,
  names: readonly string[],
  found: readonly HeaderRows[],
  log: IssueLog,
): void {
  for (const name of names) {
    if (found.some((tab) => sameSheetName(name, tab.sheet.name))) continue;
    reporter(log, "chosen-sheet-missing", spec.id, { list: spec.name, sheet: name })(name, "");
  }
}

function matchFreeSheets(tabs: readonly HeaderRows[], settled: ReadonlySet<ListId>): ListMatch[] {
  const specs = LISTS.filter((spec) => !settled.has(spec.id));
  const fits = tabs.map((tab) =>
    specs.map((spec) => fitSheet(tab, spec, false)).filter((fit): fit is SheetMatch => fit !== null),
  );
  const candidates = new Map<ListId, SheetMatch[]>();
  for (const ofSheet of fits) {
    const best = bestList(ofSheet);
    if (best) candidates.set(best.list, [...(candidates.get(best.list) ?? []), best]);
  }
  giveLeftoversToTheirNames(candidates, fits, specs);
  return [...candidates].map(([list, ofList]) => matchOf(list, ofList));
}

/** Which list a sheet is, of those that it fits. */
function bestList(fits: readonly SheetMatch[]): SheetMatch | null {
  let best: SheetMatch | null = null;
  for (const fit of fits) if (!best || comparison(fit, best) > 0) best = fit;
  return best;
}

/**
 * A sheet that has a list's name and holds all its columns is that list, whatever more it holds: a Contacts
 * sheet with a referral date is not Referrals. Else the most columns, then the name, then SPEC's order.
 */
function comparison(a: SheetMatch, b: SheetMatch): number {
  return (
    Number(isPlainlyNamed(a)) - Number(isPlainlyNamed(b)) ||
    a.columns.size - b.columns.size ||
    a.nameFit - b.nameFit
  );
}

function isPlainlyNamed(fit: SheetMatch): boolean {
  if (fit.annexA) return true;
  return (
    (fit.nameFit >= OTHER_NAME || fit.constants.size > 0) &&
    (fit.missingColumns.length === 0 || listSpec(fit.list).byNameOnly)
  );
}

/** A list that is left without a sheet takes one that has its name and fits it, if another list has no need of it. */
function giveLeftoversToTheirNames(
  candidates: Map<ListId, SheetMatch[]>,
  fits: readonly (readonly SheetMatch[])[],
  specs: readonly ListSpec[],
): void {
  for (const spec of specs) {
    if (candidates.has(spec.id)) continue;
    const own = fits.flat().filter((fit) => fit.list === spec.id && fit.nameFit !== NO_NAME);
    for (const fit of own) {
      const holder = [...candidates].find(([, sheets]) => sheets.some((s) => s.sheet === fit.sheet));
      if (!holder || readOne(holder[1]).sheet === fit.sheet) continue;
      candidates.set(
        holder[0],
        holder[1].filter((s) => s.sheet !== fit.sheet),
      );
      candidates.set(spec.id, [...(candidates.get(spec.id) ?? []), fit]);
    }
  }
}

/** Of the sheets that fit a list, the one with the list's name, else the first. */
function readOne(candidates: readonly SheetMatch[]): SheetMatch {
  return candidates.reduce((best, sheet) => (sheet.nameFit > best.nameFit ? sheet : best));
}

function matchOf(list: ListId, candidates: readonly SheetMatch[]): ListMatch {
  const read = readOne(candidates);
  // "CP Visits" and "CIN Visits" are parts of one list, and so is a Visits beside them: the latest event counts once.
  const sheets = candidates.filter((sheet) => sheet === read || sheet.constants.size > 0);
  const others = candidates.filter((sheet) => !sheets.includes(sheet));
  return {
    list,
    confidence: read.nameFit !== NO_NAME || read.annexA ? "named" : "matched",
    sheets,
    otherCandidates: others,
    likelyParts: others.filter((sheet) => sameHeadings(sheet, read)).map((sheet) => sheet.sheet.name),
  };
}

function sameHeadings(a: SheetMatch, b: SheetMatch): boolean {
  const keys = [...a.columns.keys()];
  return a.columns.size === b.columns.size && keys.every((key) => b.columns.has(key));
}

function reportCandidates(lists: readonly ListMatch[], log: IssueLog): void {
  for (const match of lists) {
    const read = match.sheets[0];
    if (!read || match.otherCandidates.length === 0) continue;
    const names = match.otherCandidates.map((other) => `“${other.sheet.name}”`).join(", ");
    const list = listSpec(match.list).name;
    reporter(log, "two-sheets-fit", match.list, { list, read: read.sheet.name, others: names })(
      read.sheet.name,
      "",
    );
  }
}

function reportDuplicates(lists: readonly ListMatch[], log: IssueLog): void {
  for (const { sheets, list } of lists) {
    for (const match of sheets) {
      for (const duplicate of match.duplicates) {
        const column = listSpec(list).columns.find((c) => c.key === duplicate.key)?.heading ?? "";
        const cell = cellAddress(match.sheet, match.headerRow, duplicate.index);
        reporter(log, "duplicate-heading", list, { column })(match.sheet.name, cell);
      }
    }
  }
}

/** Sheets that are read as nothing: an error where one has a list's name, or lacks one column to be a list that is not there. */
function describeUnread(
  tabs: readonly HeaderRows[],
  lists: readonly ListMatch[],
  settled: ReadonlySet<ListId>,
  log: IssueLog,
): UnreadSheet[] {
  return tabs.map((tab) => {
    const named = listByName(tab);
    if (named && settled.has(named.id)) return { sheet: tab.sheet.name, nearest: null, isSettled: true };
    if (named) {
      const near = nearestFit(tab, named, false);
      const missing = reportMissing(tab, named, near, log);
      return { sheet: tab.sheet.name, nearest: { list: named.id, missing }, isSettled: true };
    }
    const near = nearestOfAll(tab, lists, settled);
    if (!near || !isTellTale(near)) return { sheet: tab.sheet.name, nearest: null, isSettled: false };
    const lacksOne = near.missing.length === 1;
    if (lacksOne) reportMissing(tab, listSpec(near.list), near, log);
    return {
      sheet: tab.sheet.name,
      nearest: { list: near.list, missing: near.missing },
      isSettled: lacksOne,
    };
  });
}

/** A list by its own name, or an Annex A sheet that looks the part. */
function listByName(tab: HeaderRows): ListSpec | null {
  const { annexA } = tab;
  if (!annexA) return LISTS.find((spec) => bearsNameOf(spec, tab)) ?? null;
  const spec = listSpec(annexA.list);
  return (nearestFit(tab, spec, false)?.matched.length ?? 0) >= 2 ? spec : null;
}

/** An event list is known by a name that is like its own, too: nothing else tells it. */
function bearsNameOf(spec: ListSpec, { name }: HeaderRows): boolean {
  return nameFit(spec.id, name) >= OTHER_NAME || planInName(spec.id, name) !== NO_PLAN;
}

/** Of the lists that have no sheet, the one of which the sheet holds most columns. */
function nearestOfAll(
  tab: HeaderRows,
  lists: readonly ListMatch[],
  settled: ReadonlySet<ListId>,
): NearFit | null {
  let nearest: NearFit | null = null;
  for (const spec of LISTS) {
    if (spec.byNameOnly || spec.monthHeadings || settled.has(spec.id)) continue;
    if (lists.some((match) => match.list === spec.id)) continue;
    const near = nearestFit(tab, spec, false);
    if (near && near.matched.length > (nearest?.matched.length ?? 0)) nearest = near;
  }
  return nearest;
}

const COMMON_COLUMNS: ReadonlySet<string> = new Set(["child", "team"]);

/** Two columns or more that not every extract has. */
function isTellTale(near: NearFit): boolean {
  return near.matched.filter((key) => !COMMON_COLUMNS.has(key)).length >= 2;
}

function reportMissing(tab: HeaderRows, spec: ListSpec, near: NearFit | null, log: IssueLog): string[] {
  const missing = near?.missing ?? requiredHeadings(spec);
  const cell = near ? cellAddress(tab.sheet, near.headerRow, near.firstColumn) : "";
  for (const column of missing)
    reporter(log, "missing-required-column", spec.id, { list: spec.name, column })(tab.sheet.name, cell);
  if (missing.length === 0)
    reporter(log, "no-month-columns", spec.id, { list: spec.name })(tab.sheet.name, cell);
  return [...missing];
}

function requiredHeadings(spec: ListSpec): string[] {
  return spec.columns.filter((column) => column.required).map((column) => column.heading);
}

function sameSheetName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function chosenMatch(list: ListId, sheets: readonly SheetMatch[]): ListMatch {
  return { list, confidence: "chosen", sheets, otherCandidates: [], likelyParts: [] };
}
