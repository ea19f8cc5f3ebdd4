/** The pane's edits of Clinic Setup: headings and words that the analyst has matched (SPEC §3), kept for every later build. */
import { columnSpec, listSpec, type ListId } from "../clinic/lists/lists";
import { setupAsItStands } from "../clinic/settings/settingsRows";
import { setupPage } from "../pages/settings";
import { oneAtATime } from "./host/oneAtATime";
import { readWorkbook } from "./read/readWorkbook";
import { editTables, missingTables, type Saved } from "./saveSettings";
import type { SettingsEdit } from "./settingsEdits";
import { writePlan } from "./write/writePlan";

export interface ColumnsMatched {
  readonly list: ListId;
  readonly sheet: string;
  /** A heading of the sheet for each key of the list's columns; the others are left to the built-in names. */
  readonly headings: Readonly<Record<string, string>>;
  /** A condition on the sheet's rows; "" = all of them. */
  readonly onlyWhere: string;
}

/** Takes the place of what was matched of the sheet for the list before. */
export function matchColumns({ list, sheet, headings, onlyWhere }: ColumnsMatched): Promise<Saved> {
  const { name } = listSpec(list);
  const row = (column: string, heading: string) => ({
    List: name,
    Sheet: sheet,
    Column: column,
    Heading: heading,
  });
  const rows = Object.entries(headings).map(([key, heading]) =>
    row(columnSpec(list, key)?.heading ?? key, heading),
  );
  return saveSetup([
    {
      act: "replace-rows",
      table: "ClinicColumns",
      where: { List: name, Sheet: sheet },
      rows: onlyWhere.trim() === "" ? rows : [...rows, row("Only where", onlyWhere.trim())],
    },
  ]);
}

export interface WordMatched {
  readonly list: ListId;
  /** Key of the list's column. */
  readonly column: string;
  readonly word: string;
  /** null = it stands for itself again. */
  readonly means: string | null;
}

/** From now on the word in that column is read as the one that it means. */
export function matchWords(words: readonly WordMatched[]): Promise<Saved> {
  return saveSetup(
    words.map(({ list, column, word, means }): SettingsEdit => {
      const where = {
        List: listSpec(list).name,
        Column: columnSpec(list, column)?.heading ?? column,
        Word: word,
      };
      return {
        act: "replace-rows",
        table: "ClinicWords",
        where,
        rows: means === null ? [] : [{ ...where, Means: means }],
      };
    }),
  );
}

/**
 * All edits in one request. Clinic Setup is made first where it is missing, and nothing else is: matches are made before
 * there is a list to read, and teams met by then would be taken for all that there are. Throws ClinicError.
 */
function saveSetup(edits: readonly SettingsEdit[]): Promise<Saved> {
  return oneAtATime("settings", async () => {
    const saved = await editTables(edits);
    if (saved) return saved;
    const { settings } = await readWorkbook();
    const page = setupPage({ month: null }, { setup: setupAsItStands(settings) });
    await writePlan({ title: page.name, sheets: [page], names: [] });
    return (await editTables(edits)) ?? missingTables();
  });
}
