/** Every dirty workbook: one fault each, in a workbook that is clean but for it. */
import type { DirtyCase } from "./baseline";
import { DATES } from "./dates";
import { ROWS_AND_TEAMS } from "./rowsAndTeams";
import { PAST, SETTINGS } from "./settingsAndPast";
import { EVENTS, SHEETS } from "./sheets";

export const CORPUS: readonly DirtyCase[] = [
  ...DATES,
  ...ROWS_AND_TEAMS,
  ...SHEETS,
  ...EVENTS,
  ...SETTINGS,
  ...PAST,
];
