/** Collects data issues while reading and calculating: the same issue of one sheet and column is one entry with many cells. */
import type { ListId } from "../lists/lists";
import type { DataIssue, IssueSeverity } from "./dataIssue";

export interface IssueFound {
  readonly severity: IssueSeverity;
  /** Stable, kebab-case: "unreadable-date". */
  readonly code: string;
  readonly list: ListId | "settings" | "history" | null;
  readonly sheet: string;
  /** A1 address, or "" for the whole sheet. */
  readonly cell: string;
  /** What is wrong, without anything that stands in the row: "This date cannot be read." */
  readonly message: string;
  /** What to do: "Type it as 31/07/2023." */
  readonly fix: string;
}

export interface IssueLog {
  add(issue: IssueFound): void;
  /** Errors before queries, then in the order first met. */
  readonly issues: () => readonly DataIssue[];
}

export function createIssueLog(): IssueLog {
  const groups = new Map<string, { readonly found: IssueFound; readonly cells: string[] }>();
  return {
    add(found) {
      const column = found.cell.replace(/\d+$/, "");
      const key = [found.severity, found.code, found.sheet, column, found.message].join("\u0000");
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { found, cells: [] }));
      if (found.cell !== "") group.cells.push(found.cell);
    },
    issues() {
      const all = [...groups.values()].map(({ found, cells }): DataIssue => {
        const { cell: _first, ...rest } = found;
        return { ...rest, cells };
      });
      return [...all.filter((i) => i.severity === "error"), ...all.filter((i) => i.severity === "query")];
    },
  };
}
