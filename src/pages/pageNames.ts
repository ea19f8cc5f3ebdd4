/** The sheets of SPEC §5, in their order: keys, names and titles; and which page an indicator is shown on. */
import { INDICATORS, TEAM_TABLES, indicatorEntry } from "../clinic/indicators/catalogue";
import type { IndicatorEntry, IndicatorPage, TeamTableEntry } from "../clinic/indicators/entry";
import { SERIES_IDS } from "../clinic/indicators/ids";
import type { IndicatorId, SeriesId } from "../clinic/indicators/ids";
import { ACCENT, TARGET_LINE } from "./look";

export type PageKey =
  | "summary"
  | "demand"
  | "caseloads"
  | IndicatorPage
  | "out-of-time"
  | "data-issues"
  | "definitions"
  | "history"
  | "settings";

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
  page("assessments", "Clinic Assessments", "% of Single Assessments within 45 and 20 working days"),
  page("cin", "Clinic CIN", "CIN Performance"),
  page("icpc", "Clinic ICPC", "ICPC timeliness"),
  page("cp-visits", "Clinic CP Visits", "CP performance – duration and visits"),
  page("cp-core-groups", "Clinic CP Core Groups", "CP performance – core groups and supervision"),
  page("cla-visits", "Clinic CLA Visits", "Children in our Care visits performance"),
  page("cla-supervision", "Clinic CLA Supervision", "Children in our Care performance – Supervision"),
  page("out-of-time", "Clinic Out of Time", "Out of time", TARGET_LINE),
  page("data-issues", "Clinic Data Issues", "Data issues", TARGET_LINE),
  page("definitions", "Clinic Definitions", "Definitions", TARGET_LINE),
  page("history", "Clinic History", "History", TARGET_LINE),
  page("settings", "Clinic Settings", "Clinic settings", TARGET_LINE),
];

/** @throws RangeError for a key that no page has: a mistake in the code. */
export function pageName(key: PageKey): PageName {
  const found = PAGES.find((each) => each.page === key);
  if (!found) throw new RangeError(`No page has the key “${key}”.`);
  return found;
}

/** The page that shows an indicator's figure. */
export function pageOf(id: IndicatorId): PageName {
  const entry = indicatorEntry(id);
  return pageName("page" in entry ? entry.page : "demand");
}

export function teamTablesOn(key: IndicatorPage): readonly TeamTableEntry[] {
  return TEAM_TABLES.filter((entry) => entry.page === key);
}

/** The charts of a page, in pack order. */
export function chartsOn(key: IndicatorPage): readonly SeriesId[] {
  return SERIES_IDS.filter((id) => chartPage(indicatorEntry(id)) === key);
}

/** A charted headline count stands with the tables whose denominators are held against it. */
function chartPage(entry: IndicatorEntry): IndicatorPage | null {
  if ("page" in entry) return entry.page;
  return TEAM_TABLES.find(({ headline }) => headline === entry.id)?.page ?? null;
}

export const INDICATOR_IDS: readonly IndicatorId[] = INDICATORS.map(({ id }) => id);
