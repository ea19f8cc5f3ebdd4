/**
 * How the add-in knows its own sheets (SPEC §5): the entry of the last build in the workbook's settings (lastBuild.ts) has
 * for each page the names of its tables, and the sheet that holds those tables is the page. (A copy's tables have other
 * names; ids of sheets change from one opening to the next, o-js#1390.) Clinic Settings and Clinic Setup are known by
 * their tables alone.
 */
import { SETTINGS_TABLES, SETUP_TABLES } from "../../clinic/settings/settingsTables";

export type PageTables = Readonly<Record<string, readonly string[]>>;

/** A page's title from the first request of a build to its last. */
export const NOT_FINISHED = "Build not finished – do not use";

/**
 * Versions before kept a sheet-scoped defined name instead; its formula is `="summary"`, the page's key. It is still
 * understood where there are no PageTables.
 */
export const MARK_NAME = "ClinicPage";

/** Of the published figures, in lower case. */
export const HISTORY_TABLE = "clinic_history";

/** Clinic Settings and Clinic Setup are known by their tables too. */
const SETTINGS_PAGE = "settings";
const SETUP_PAGE = "setup";

/** The page whose table it is, by the table's name in lower case: Excel does not tell table names apart by case. */
const PAGE_OF_TABLE: ReadonlyMap<string, string> = new Map([
  ...Object.keys(SETTINGS_TABLES).map((table) => [table.toLowerCase(), SETTINGS_PAGE] as const),
  ...Object.keys(SETUP_TABLES).map((table) => [table.toLowerCase(), SETUP_PAGE] as const),
]);

/** The page that a table of the analyst's settings makes its sheet; null for any other table. */
export function pageOfSettingsTable(table: string): string | null {
  return PAGE_OF_TABLE.get(table.toLowerCase()) ?? null;
}

/** Whether the page holds the analyst's own tables: what stands there is never rewritten. */
export function isAnalystsPage(page: string): boolean {
  return page === SETTINGS_PAGE || page === SETUP_PAGE;
}

export function markOfPage(page: string): string {
  return `="${page}"`;
}

/** The page's key; null when the name holds something else (a user's name that happens to be called so). */
export function pageOfMark(formula: string): string | null {
  return /^="([a-z0-9-]+)"$/.exec(formula.trim())?.[1] ?? null;
}

/** undefined where none were kept, or nothing that can be read. */
export function pageTablesIn(kept: unknown): PageTables | undefined {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return undefined;
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string[]] => isListOfTexts(entry[1])),
  );
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** A table that has a name of ours, with a number behind it where it stands on a copy of a page. */
export function hasOurName(table: string): boolean {
  return /^clinic_/i.test(table) || PAGE_OF_TABLE.has(table.toLowerCase().replace(/_?\d+$/, ""));
}

/** The page of each sheet, by the sheet's id: the one that most of its tables belong to. */
export function pagesBySheet(
  pages: PageTables,
  tables: readonly { readonly name: string; readonly sheetId: string }[],
): ReadonlyMap<string, string> {
  const pageOf = new Map(
    Object.entries(pages).flatMap(([page, names]) => names.map((name) => [name.toLowerCase(), page])),
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { name, sheetId } of tables) {
    const page = pageOf.get(name.toLowerCase());
    if (page === undefined) continue;
    const onSheet = counts.get(sheetId) ?? new Map<string, number>();
    counts.set(sheetId, onSheet.set(page, (onSheet.get(page) ?? 0) + 1));
  }
  return new Map(
    [...counts].flatMap(([sheetId, onSheet]) => {
      const [most] = [...onSheet].sort((a, b) => b[1] - a[1]);
      return most ? [[sheetId, most[0]] as const] : [];
    }),
  );
}
