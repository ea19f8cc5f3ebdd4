/** Tables of what is still to be done, one row for each child: still outstanding, due soon (SPEC §5 Out of Time). */
import { certain } from "../clinic/cells/certain";
import { formatDate } from "../clinic/calendar/serials";
import type { ChildToDo, ToDo } from "../clinic/report";
import {
  dateColumn,
  linkColumn,
  nameColumn,
  numberColumn,
  proseColumn,
  quietColumn,
  textColumn,
  titledTable,
  widthOfTexts,
} from "./layout/tableColumn";
import type { CellContent } from "./plan";
import { linkTo, quoted, thisRow } from "./references";
import { NONE, counted } from "./wording";

interface ToDoTable {
  readonly name: string;
  readonly title: string;
  readonly column: number;
  /** Of the column that says what is to be done. */
  readonly heading: string;
  readonly children: readonly ChildToDo[];
  readonly nobody: string;
  readonly says: (thing: ToDo) => string;
}

/** Sheet and row are of what was or is due first. */
export function toDoTable({ name, title, column, heading, children, nobody, says }: ToDoTable) {
  const teams = children.map((child) => child.teams.join("; "));
  const link: CellContent = {
    formula: `=IF(${thisRow(name, "Row")}="${NONE}","${NONE}",${linkTo(thisRow(name, "Sheet"), `"A"&${thisRow(name, "Row")}`, quoted("Go to row"))})`,
    expected: children.length > 0 ? "Go to row" : NONE,
  };
  return titledTable({
    name,
    title,
    column,
    columns: [
      textColumn("Child ID", widthOfTexts(new Set(children.map(({ child }) => child)), 11, 20)),
      nameColumn("Team", new Set(teams), 22, 44),
      proseColumn(heading, 52),
      numberColumn("How many", 9.5),
      dateColumn("First due", 11.5),
      linkColumn("Link to row", 11),
      textColumn(
        "Sheet",
        widthOfTexts(new Set(children.map(({ things }) => certain(things[0]).sheet)), 13, 30),
      ),
      quietColumn("Row", 7.5, "0"),
    ],
    rows:
      children.length > 0
        ? children.map((child, i): readonly CellContent[] => {
            const first = certain(child.things[0]);
            return [
              child.child === "" ? "No ID" : child.child,
              teams[i] ?? NONE,
              sentenceOf(child.things.map(says)),
              child.things.length,
              first.due,
              link,
              first.sheet,
              first.row,
            ];
          })
        : [[nobody, NONE, NONE, 0, NONE, link, NONE, NONE]],
    total: null,
    showFilter: true,
  });
}

function sentenceOf(parts: readonly string[]): string {
  const text = parts.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "CP visit: 12 working days over", "care plan: never recorded, 30 days over" */
export function overdueInWords({ what, date, daysOver, unit }: ToDo): string {
  const over = daysOver === null ? "late" : `${counted(daysOver, unit.slice(0, -1))} over`;
  return `${what}: ${date === null ? "never recorded, " : ""}${over}`;
}

/** What is due on the as-at date itself is still in time. */
export const DUE_THAT_DAY = "due that day";

/** "CP visit: due 4 August 2023"; on the as-at date itself "due that day". */
export function dueInWords(asAt: number): (thing: ToDo) => string {
  return ({ what, due }) => `${what}: ${due === asAt ? DUE_THAT_DAY : `due ${formatDate(due)}`}`;
}
