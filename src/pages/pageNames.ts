/** The sheets of SPEC §5, in their order: keys, names and titles; and which page an indicator is shown on. */
import { SETTINGS_SHEET, SETUP_SHEET } from "../clinic/settings/settingsTables";
import { TEAM_PAGES, type Catalogue } from "../clinic/indicators/catalogue";
import type { TeamTableEntry } from "../clinic/indicators/entry";
import type { IndicatorPage, TeamPage } from "../clinic/indicators/teamPages";
import type { IndicatorId, SeriesId } from "../clinic/indicators/ids";
import { ACCENT, TARGET_LINE } from "./look";

export type PageKey =
  | "summary"
  | "demand"
  | "caseloads"
  | "teams"
  | IndicatorPage
  | "out-of-time"
  | "data-issues"
  | "definitions"
  | "history"
  | "settings"
  | "setup";

export interface PageName {
  readonly page: PageKey;
  readonly sheet: string;
  readonly title: string;
  readonly tabColour: string;
}

function page(key: PageKey, sheet: string, title: string, tabColour = ACCENT): PageName {
  return { page: key, sheet, title, tabColour };
}

export const PAGES: readonly PageName[] = [
  page("summary", "Clinic Summary", "Assurance Clinic"),
  page("demand", "Clinic Demand", "Context of Demand"),
  page("caseloads", "Clinic Caseloads", "Caseloads"),
  page("teams", "Clinic Teams", "Teams against each indicator"),
  ...TEAM_PAGES.map(({ key, sheet, title }) => page(key, sheet, title)),
  page("out-of-time", "Clinic Out of Time", "Out of time", TARGET_LINE),
  page("data-issues", "Clinic Data Issues", "Data issues", TARGET_LINE),
  page("definitions", "Clinic Definitions", "Definitions", TARGET_LINE),
  page("history", "Clinic History", "History", TARGET_LINE),
  page("settings", SETTINGS_SHEET, "Clinic settings", TARGET_LINE),
  page("setup", SETUP_SHEET, "Clinic setup", TARGET_LINE),
];

/** What the tabs of the pack begin with. */
export const SHEETS_BEGIN = "Clinic ";

/** As links show it: "CIN" for "Clinic CIN", and whatever else the user calls the sheet. */
export function shortSheetName(sheet: string): string {
  return sheet.replace(SHEETS_BEGIN, "");
}

/** @throws RangeError for a key that no page has: a mistake in the code. */
export function pageName(key: PageKey): PageName {
  const found = PAGES.find((each) => each.page === key);
  if (!found) throw new RangeError(`No page has the key “${key}”.`);
  return found;
}

/** A page of by-team tables: the pack's or the council's own. */
export function teamPageName({ key, sheet, title }: TeamPage): PageName {
  return page(key, sheet, title);
}

/** All sheets of this pack, in their order: the council's own pages stand after the pack's. */
export function pagesOf({ pages }: Catalogue): readonly PageName[] {
  const isOurs = new Set<PageKey>(TEAM_PAGES.map(({ key }) => key));
  const own = pages.filter(({ key }) => !isOurs.has(key)).map(teamPageName);
  const after = PAGES.findIndex((each) => each.page === "out-of-time");
  return [...PAGES.slice(0, after), ...own, ...PAGES.slice(after)];
}

/** The page that shows an indicator's figure. */
export function pageOf(id: IndicatorId, catalogue: Catalogue): PageName {
  const entry = catalogue.entry(id);
  return "page" in entry ? teamPageName(entry.page) : pageName("demand");
}

export function teamTablesOn(key: IndicatorPage, { teamTables }: Catalogue): readonly TeamTableEntry[] {
  return teamTables.filter((entry) => entry.page.key === key);
}

/** The charts of a page, in pack order. */
export function chartsOn(key: IndicatorPage, catalogue: Catalogue): readonly SeriesId[] {
  return catalogue.charted
    .filter((entry) => catalogue.pageOf(entry)?.key === key)
    .map(({ id }) => id as SeriesId);
}
