/** Puts a staged list in the place of the one that stands, in one request; and finishes one that Excel broke off. */
import type { Survey, TableFound } from "./survey";
import { ClinicError } from "../host/clinicError";
import { sameName } from "./ourSheets";
import { withPauses } from "../host/retry";
import { setNumberFormat } from "../host/cellText";
import {
  type ChangeOver,
  changeOverFrom,
  changeOverText,
  isStaging,
  LOADING_KEY,
  STAGING,
} from "../host/staging";

export const DATE_FORMAT = "dd/mm/yyyy";

/**
 * Queues the whole change: the note of it first, the cells, the rows left over last, then the staging sheet and the note
 * go. Each action can be done again, so that a change that broke off is finished by doing all of it once more.
 */
export function queueChangeOver(context: Excel.RequestContext, survey: Survey, change: ChangeOver): void {
  const { worksheets, settings } = context.workbook;
  const sheet = worksheets.getItem(change.sheet);
  const staging = worksheets.getItem(STAGING);
  const first = change.headerRow + 1;
  settings.add(LOADING_KEY, changeOverText(change));
  for (const { from, to, columns } of change.runs) {
    if (change.rows === 0) continue;
    const target = sheet.getRangeByIndexes(first, to, change.rows, columns);
    target.copyFrom(staging.getRangeByIndexes(0, from, change.rows, columns), "Values");
    if (change.rows > change.oldRows && change.oldRows > 0) {
      const added = sheet.getRangeByIndexes(
        first + change.oldRows,
        to,
        change.rows - change.oldRows,
        columns,
      );
      added.copyFrom(sheet.getRangeByIndexes(first, to, 1, columns), "Formats");
    }
  }
  for (const column of change.dates) {
    if (change.rows > 0) setNumberFormat(sheet.getRangeByIndexes(first, column, change.rows, 1), DATE_FORMAT);
  }
  removeLeftOver(sheet, tableOf(survey, change), change);
  staging.visibility = "Hidden";
  staging.delete();
  settings.getItem(LOADING_KEY).delete();
}

/** Rows of a table go; cells below a plain list are emptied, as beside them stand the analyst's own. */
function removeLeftOver(sheet: Excel.Worksheet, table: TableFound | null, change: ChangeOver): void {
  const first = change.headerRow + 1;
  const left = change.oldRows - change.rows;
  if (left > 0) {
    for (const { to, columns } of change.runs)
      sheet.getRangeByIndexes(first + change.rows, to, left, columns).clear("Contents");
  }
  if (!table) return;
  const body = table.area.rows - 1 - (table.hasTotal ? 1 : 0);
  const kept = Math.max(change.rows, 1);
  if (body > kept)
    sheet.getRangeByIndexes(first + kept, table.area.column, body - kept, table.area.columns).delete("Up");
}

function tableOf(survey: Survey, change: ChangeOver): TableFound | null {
  const sheet = survey.sheets.find(({ name }) => sameName(name, change.sheet));
  const covers = ({ area }: TableFound) =>
    area.row === change.headerRow &&
    change.runs.some(({ to, columns }) => to < area.column + area.columns && area.column < to + columns);
  return survey.tables.find((table) => table.sheetId === sheet?.id && covers(table)) ?? null;
}

/**
 * Lets all rows of the sheet be seen again where a filter hides some; its buttons stay. Behind a filter Excel leaves out
 * or misplaces rows of what is written and copied (o-js#224, #994).
 * @returns whether there was one to clear.
 */
export async function clearFilters(
  context: Excel.RequestContext,
  survey: Survey,
  sheetName: string,
): Promise<boolean> {
  const found = survey.sheets.find(({ name }) => sameName(name, sheetName));
  if (!found) return false;
  const { autoFilter } = context.workbook.worksheets.getItem(found.id);
  autoFilter.load("enabled,isDataFiltered");
  const tables = survey.tables
    .filter(({ sheetId }) => sheetId === found.id)
    .map(({ foundAs }) => {
      const table = context.workbook.tables.getItem(foundAs);
      table.autoFilter.load("isDataFiltered");
      return table;
    });
  await context.sync();
  const hiding = tables.filter((table) => table.autoFilter.isDataFiltered);
  const ownHides = autoFilter.enabled && autoFilter.isDataFiltered;
  if (!ownHides && hiding.length === 0) return false;
  // Refused while another workbook is in front (o-js#6365): it is tried again.
  await withPauses(async () => {
    if (ownHides) autoFilter.clearCriteria();
    for (const table of hiding) table.clearFilters();
    await context.sync();
  });
  return true;
}

/** Whether a load was broken off while a list changed over. */
function isBrokenOff(survey: Survey): boolean {
  return survey.kept.has(LOADING_KEY);
}

/**
 * Finishes a change that was broken off. Where its sheets are gone there is nothing left to finish, and the note goes.
 * @returns whether the workbook has changed.
 */
export async function finishChangeOver(context: Excel.RequestContext, survey: Survey): Promise<boolean> {
  if (!isBrokenOff(survey)) return false;
  const change = changeOverFrom(survey.kept.get(LOADING_KEY));
  const stands = (wanted: string) => survey.sheets.some(({ name }) => sameName(name, wanted));
  if (change && stands(STAGING) && stands(change.sheet)) {
    await clearFilters(context, survey, change.sheet);
    queueChangeOver(context, survey, change);
  } else context.workbook.settings.getItem(LOADING_KEY).delete();
  await context.sync();
  return true;
}

/** Deletes a staging sheet that a load left behind. Throws ClinicError where a sheet of the user's has its name. */
export async function removeStaging(context: Excel.RequestContext, survey: Survey): Promise<void> {
  const found = survey.sheets.find(({ name }) => isStaging(name));
  if (!found) return;
  const sheet = context.workbook.worksheets.getItem(found.id);
  sheet.load("visibility");
  await context.sync();
  // A load that stops between making the sheet and hiding it leaves it blank.
  const isBlank = found.used === null && found.charts.length === 0;
  if (sheet.visibility === "Visible" && !isBlank) {
    throw new ClinicError(
      `The workbook has a sheet of yours called "${found.name}", a name that loading needs.`,
      "Rename your sheet, then choose the files again.",
      `Code SheetNameTaken, sheet "${found.name}".`,
    );
  }
  // Excel deletes no sheet that is "very hidden".
  sheet.visibility = "Hidden";
  sheet.delete();
  await context.sync();
}
