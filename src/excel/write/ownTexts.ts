/** Words that the writer itself puts on a page: never taken for something of the user's. */

/** Added to the line under the first page's title. */
export function changedSentence(sheets: readonly string[]): string {
  const [first, ...others] = sheets.map((sheet) => `"${sheet}"`);
  const last = others.pop();
  const names = [first, ...others].join(", ") + (last === undefined ? "" : ` and ${last}`);
  return `${names} changed while the pack was being built: build again.`;
}

/** Above a table that this build has no figures for. */
export const NO_FIGURES = "No figures this month";
