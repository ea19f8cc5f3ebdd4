/** The lines of a review in words: the pane and the command line say the same. */
import { counted } from "../clinic/cells/counts";
import { monthName, partsOf } from "../clinic/calendar/serials";
import type { Extent, NotLoaded, SheetLoad } from "./loadPlan";

/** "1,804 rows, 1 Jul 2023 to 31 Jul 2023" */
export function extentInWords({ rows, firstDate, lastDate }: Extent): string {
  const count = counted(rows, "row", "rows");
  return firstDate === null || lastDate === null
    ? count
    : `${count}, ${shortDate(firstDate)} to ${shortDate(lastDate)}`;
}

function shortDate(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${day} ${monthName(month).slice(0, 3)} ${year}`;
}

/** "Contacts.csv" or "extracts.xlsx, sheet List 1" */
export function sourceInWords({ file, fileSheet }: Pick<SheetLoad, "file" | "fileSheet">): string {
  return fileSheet === null ? file : `${file}, sheet ${fileSheet}`;
}

/** "replaces what is on “Contacts”" or "makes the sheet “Contacts”" */
export function changeInWords({ target }: SheetLoad): string {
  return target.kind === "new"
    ? `makes the sheet “${target.sheet}”`
    : `replaces what is on “${target.sheet}”`;
}

export function refusalInWords(line: NotLoaded): string {
  const { why, whatToDo } = line.refusal;
  return line.kind === "skipped"
    ? `${sourceInWords(line)}: left out. ${why}`
    : `${sourceInWords(line)}: ${why} ${whatToDo}`;
}

/** What is said of a list that stood behind a filter. */
export function filterClearedInWords(sheet: string): string {
  return `The filter on “${sheet}” was cleared, so that no hidden row was left out. Its buttons are still there: filter it again if you need to.`;
}
