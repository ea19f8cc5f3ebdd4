/** The analyst's own choice of sheets for lists: kept in workbook.settings, so it travels with the file. Sheet names only. */
import type { ListChoices } from "../../clinic/cells/worksheet";
import { runInExcel } from "./run";

export const CHOICES_KEY = "clinic.listChoices";

/** Replaces the choices that were kept. An empty list of sheets = "this list is absent". Throws ClinicError. */
export async function saveChoices(choices: ListChoices): Promise<void> {
  await runInExcel("keeping your choice of sheets", async (context) => {
    context.workbook.settings.add(CHOICES_KEY, JSON.stringify(choices));
    await context.sync();
  });
}

/** What was kept as text; anything that is not a choice of sheets (another add-in's, an old one's) is left out. */
export function choicesFrom(text: string | undefined): ListChoices {
  const kept: unknown = parsed(text);
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return {};
  const lists = Object.entries(kept).filter((entry): entry is [string, string[]] => isSheetNames(entry[1]));
  return Object.fromEntries(lists);
}

function isSheetNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
