/**
 * What a build keeps of how it drew the pages, in the entry of the last build (lastBuild.ts): digests only. The next one
 * draws again what differs. A build that has not come to its end keeps none.
 */

export interface Drawn {
  /** By the page's key, then by part of its drawing ("looks", "chart Clinic_chart_cin_visits_6w"). */
  readonly pages: Readonly<Record<string, DrawnPage>>;
  /** How Excel spells formulas of ours where it does so in its own way: a digest of place, our text and Excel's (`spellingOf`). */
  readonly spelt: readonly string[];
}

export type DrawnPage = Readonly<Record<string, string>>;

/** undefined where none was kept, or nothing that can be read. */
export function drawnIn(kept: unknown): Drawn | undefined {
  if (!isRecord(kept) || !isRecord(kept["pages"]) || !Array.isArray(kept["spelt"])) return undefined;
  const pages = Object.entries(kept["pages"]).filter((entry): entry is [string, Record<string, string>] =>
    isRecordOfTexts(entry[1]),
  );
  return {
    pages: Object.fromEntries(pages),
    spelt: kept["spelt"].filter((each): each is string => typeof each === "string"),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecordOfTexts(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((each) => typeof each === "string");
}
