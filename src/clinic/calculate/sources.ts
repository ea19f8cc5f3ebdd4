/** SPEC §5 Summary: the lists read, with their rows, the days they span and how many issues they have. */
import { isBlank } from "../cells/cells";
import { LISTS } from "../lists/lists";
import type { ListId, ListSpec } from "../lists/lists";
import type { ListMatch, Recognition } from "../extracts/recognition";
import type { ReadList } from "../extracts/readList";
import type { DataIssue } from "../issues/dataIssue";
import type { Source } from "../report";
import { latestDay } from "./checks/latestDay";
import { matters } from "./columnsCounted";
import type { ListsRead } from "./needs";

export function sourcesOf(
  lists: ListsRead,
  recognition: Recognition,
  issues: readonly DataIssue[],
  today: number,
): readonly Source[] {
  return LISTS.flatMap((spec): Source[] => {
    const list = lists.get(spec.id);
    if (list) return [{ ...recordsIn(spec, list, today), ...countedIssues(spec.id, issues) }];
    const match = recognition.get(spec.id);
    return match ? [{ ...figuresIn(spec, match), ...countedIssues(spec.id, issues) }] : [];
  });
}

type WithoutIssues = Omit<Source, "errors" | "queries">;

/** Past Figures hold figures, not records: a row is an indicator, or one of a month. */
function figuresIn(spec: ListSpec, { sheets }: ListMatch): WithoutIssues {
  const rows = sheets.map(({ sheet, headerRow }) =>
    sheet.rows.slice(headerRow + 1).filter((cells) => !cells.every(isBlank)),
  );
  return {
    list: spec.id,
    name: spec.name,
    sheets: sheets.map(({ sheet }) => sheet.name),
    rows: rows.flat().length,
    firstDate: null,
    lastDate: null,
    missingColumns: [],
  };
}

function countedIssues(list: ListId, issues: readonly DataIssue[]): Pick<Source, "errors" | "queries"> {
  const cells = (severity: DataIssue["severity"]) =>
    issues
      .filter((issue) => issue.list === list && issue.severity === severity)
      .reduce((count, issue) => count + Math.max(1, issue.cells.length), 0);
  return { errors: cells("error"), queries: cells("query") };
}

function recordsIn(spec: ListSpec, list: ReadList, today: number): WithoutIssues {
  const mainDate = spec.activityDates.find((column) => list.has(column));
  return {
    list: spec.id,
    name: spec.name,
    sheets: list.sheets,
    rows: list.rowCount,
    firstDate: mainDate === undefined ? null : earliest(list.dates(mainDate)),
    // Its latest activity of any kind, not its latest start: that is what shows up to when it was run.
    lastDate: latestDay(list, today) || null,
    // Nobody need add a column that no figure is made from.
    missingColumns: spec.columns
      .filter(({ key }) => matters(spec.id, key) && !list.has(key))
      .map(({ heading }) => heading),
  };
}

function earliest(dates: Int32Array): number | null {
  let first = 0;
  for (const date of dates) if (date > 0 && (first === 0 || date < first)) first = date;
  return first || null;
}
