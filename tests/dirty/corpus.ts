/** Every dirty workbook: one fault each, in a workbook that is clean but for it. */
import { ANNEX_A, MORE_EVENTS } from "./annexA";
import type { DirtyCase } from "./baseline";
import { CELLS, WORKERS } from "./children";
import { CHOICES } from "./choices";
import { DATES } from "./dates";
import { MORE_PAST } from "./morePast";
import { MORE_SETTINGS } from "./moreSettings";
import { ROWS_AND_TEAMS } from "./rowsAndTeams";
import { PAST, SETTINGS } from "./settingsAndPast";
import { EVENTS, SHEETS } from "./sheets";
import { TARGETS } from "./targets";
import { WORDS } from "./words";

export const CORPUS: readonly DirtyCase[] = [
  ...DATES,
  ...CELLS,
  ...ROWS_AND_TEAMS,
  ...WORKERS,
  ...WORDS,
  ...SHEETS,
  ...CHOICES,
  ...ANNEX_A,
  ...EVENTS,
  ...MORE_EVENTS,
  ...SETTINGS,
  ...MORE_SETTINGS,
  ...TARGETS,
  ...PAST,
  ...MORE_PAST,
];
