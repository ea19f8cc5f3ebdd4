/** The workbook as the functions see it: how it counts days, and the figures of its last build, each read once. */
import { onClinicBuilt } from "../excel/buildEvents";
import { countsFrom1904 } from "../excel/dateSystem";
import { readPack } from "../excel/readPack";
import { notAvailable } from "./errors";
import { livePack } from "./livePack";
import { LISTS_OF_THE_FUNCTIONS, packContents } from "./packContents";
import { packFigures } from "./packFigures";

export const figures = livePack(async () => {
  const read = await readPack(LISTS_OF_THE_FUNCTIONS);
  return read && packFigures(packContents(read.month, read.values));
}, onClinicBuilt);

let date1904: Promise<boolean> | null = null;

/** Whether the workbook counts from 1904: asked once, and again only after Excel failed to say. */
export async function dateSystem(): Promise<boolean> {
  const asked = (date1904 ??= countsFrom1904());
  try {
    return await asked;
  } catch {
    date1904 = null;
    throw notAvailable("Excel did not say how the workbook counts days. Recalculate the cell to try again.");
  }
}
