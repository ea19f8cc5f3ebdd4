/** The state of the pack, kept in workbook.settings with the file: no child's data. */
import { type Drawn, drawnIn } from "./drawn";
import { type PageTables, pageTablesIn } from "./marks";

export const BUILD_KEY = "clinic.lastBuild";

export interface LastBuild {
  readonly state: "complete" | "incomplete";
  /** "2023-07" */
  readonly month: string;
  /** Serial with the time of day, 1900 system. */
  readonly builtAt: number;
  /** The month of the extracts that it was built from; absent in workbooks of before. */
  readonly monthOfExtracts?: string;
  /** Absent in a pack of a version that marked its sheets by names. */
  readonly pages?: PageTables;
  /** Headings of tables whose columns come and go, by the table's name: what of theirs is a build's own. */
  readonly columns?: PageTables;
  /** Only of a build that is complete. */
  readonly drawn?: Drawn;
}

export function lastBuildText(build: LastBuild): string {
  return JSON.stringify(build);
}

/** null when nothing was kept, or nothing that can be read. */
export function lastBuildFrom(text: string | undefined): LastBuild | null {
  const kept = objectFrom(text);
  const isBuild =
    (kept?.["state"] === "complete" || kept?.["state"] === "incomplete") &&
    typeof kept["month"] === "string" &&
    typeof kept["builtAt"] === "number";
  if (!isBuild) return null;
  const { state, month, builtAt, monthOfExtracts } = kept as unknown as LastBuild;
  const pages = pageTablesIn(kept["pages"]);
  const columns = pageTablesIn(kept["columns"]);
  const drawn = state === "complete" ? drawnIn(kept["drawn"]) : undefined;
  return {
    state,
    month,
    builtAt,
    ...(typeof monthOfExtracts === "string" && { monthOfExtracts }),
    ...(pages && { pages }),
    ...(columns && { columns }),
    ...(drawn && { drawn }),
  };
}

function objectFrom(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
