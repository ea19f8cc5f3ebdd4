/** How the add-in knows its own sheets (SPEC §5): a hidden name on the sheet, and the four settings tables. */

/** A sheet-scoped defined name; its formula is `="summary"`, the page's key. */
export const MARK_NAME = "ClinicPage";

/** Lower case: Excel does not tell table names apart by case. */
export const SETTINGS_TABLES: ReadonlySet<string> = new Set([
  "clinicoptions",
  "clinictargets",
  "clinicteams",
  "clinicholidays",
]);

export const SETTINGS_PAGE = "settings";

export function markOfPage(page: string): string {
  return `="${page}"`;
}

/** The page's key; null when the name holds something else (a user's name that happens to be called so). */
export function pageOfMark(formula: string): string | null {
  return /^="([a-z0-9-]+)"$/.exec(formula.trim())?.[1] ?? null;
}
