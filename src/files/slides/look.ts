/** What of the pack's look (pages/look.ts) slides need by name. */
import { CELL_LOOKS } from "../../pages/look";

export const INK = CELL_LOOKS.text.colour;
export const INK_QUIET = CELL_LOOKS.note.colour;
