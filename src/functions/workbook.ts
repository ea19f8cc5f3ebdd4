/**
 * The workbook as the functions see it: how it counts days, and the figures of its last build, each read once. No request
 * goes to Excel from inside the evaluation of a cell.
 */
import { onClinicBuilt } from "../excel/buildEvents";
import { countsFrom1904 } from "../excel/read/dateSystem";
import { readPack } from "../excel/readPack";
import { askedUntilKnown } from "./askedUntilKnown";
import { notAvailable } from "./errors";
import { livePack } from "./livePack";
import { LISTS_OF_OPENAT, openLists } from "./openAtFunctions";
import { LISTS_OF_THE_FUNCTIONS, packContents } from "./packContents";
import { packFigures } from "./packFigures";

/** Read when a cell first asks, not when the runtime starts. */
export const figures = livePack(async () => {
  const read = await readPack(LISTS_OF_THE_FUNCTIONS);
  return read && packFigures(packContents(read.month, read.values));
}, onClinicBuilt);

/** The lists that OPENAT counts, read only where a cell asks for them. */
export const open = livePack(async () => {
  const read = await readPack(LISTS_OF_OPENAT);
  return read && openLists(read.month, read.values);
}, onClinicBuilt);

const date1904 = askedUntilKnown(countsFrom1904);

/** When the runtime starts, so that the first cell that counts days finds the answer. */
export const readDateSystem = date1904.begin;

/** Whether the workbook counts from 1904. */
export async function dateSystem(): Promise<boolean> {
  try {
    return await date1904.known();
  } catch {
    throw notAvailable("Excel did not say how the workbook counts days. Recalculate the cell to try again.");
  }
}
