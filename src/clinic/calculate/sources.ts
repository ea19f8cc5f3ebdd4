/** SPEC §5 Summary: the lists read, with their rows, the days they span and how many issues they have. */
import { LISTS } from "../extracts/lists";
import type { ListSpec } from "../extracts/lists";
import type { ReadList } from "../extracts/readList";
import type { DataIssue, Source } from "../report";
import type { ListsRead } from "./needs";

export function sourcesOf(lists: ListsRead, issues: readonly DataIssue[]): readonly Source[] {
  return LISTS.flatMap((spec): Source[] => {
    const list = lists.get(spec.id);
    return list ? [sourceOf(spec, list, issues)] : [];
  });
}

function sourceOf(spec: ListSpec, list: ReadList, issues: readonly DataIssue[]): Source {
  const own = issues.filter((issue) => issue.list === spec.id);
  const cells = (severity: DataIssue["severity"]) =>
    own.reduce((n, issue) => n + (issue.severity === severity ? Math.max(1, issue.cells.length) : 0), 0);
  const mainDate = spec.activityDates.find((column) => list.has(column));
  return {
    list: spec.id,
    name: spec.name,
    sheets: list.sheets,
    rows: list.rowCount,
    ...span(mainDate === undefined ? new Int32Array() : list.dates(mainDate)),
    missingColumns: spec.columns.filter(({ key }) => !list.has(key)).map(({ heading }) => heading),
    errors: cells("error"),
    queries: cells("query"),
  };
}

function span(dates: Int32Array): Pick<Source, "firstDate" | "lastDate"> {
  let first = 0;
  let last = 0;
  for (const date of dates) {
    if (date === 0) continue;
    if (first === 0 || date < first) first = date;
    if (date > last) last = date;
  }
  return { firstDate: first || null, lastDate: last || null };
}
