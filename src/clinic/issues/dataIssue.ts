/** What is wrong with the extracts or the settings, as the report lists it (SPEC §8). */
import type { ListId } from "../lists/lists";

export type IssueSeverity = "error" | "query";

/** Never holds a child's row: `message` names the sheet, the cell and what to do, not what stands there. */
export interface DataIssue {
  readonly severity: IssueSeverity;
  readonly code: string;
  readonly list: ListId | "settings" | "history" | null;
  readonly sheet: string;
  /** A1 addresses of every cell it is about, in worksheet order; empty when it is about the whole sheet. */
  readonly cells: readonly string[];
  /** One plain sentence: what is wrong. */
  readonly message: string;
  /** One plain sentence: what to do. */
  readonly fix: string;
}
