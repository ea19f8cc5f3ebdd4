/** Rules for the names of sheets, tables and defined names. */
import { HostFault } from "./fault";

const LOOKS_LIKE_CELL = /^([A-Za-z]{1,3}\d{1,7}|[Rr](\d*|\[-?\d+\])[Cc](\d*|\[-?\d+\])|[RrCc])$/;
const NAME = /^[A-Za-z_\\\u00aa-\uffff][A-Za-z0-9_.\\?\u00aa-\uffff]*$/;

/** Throws InvalidArgument for a name that no table and no range may have. */
export function refuseBadName(name: string): void {
  const column = /^([A-Za-z]{1,3})\d+$/.exec(name)?.[1]?.toUpperCase();
  const isCell = column !== undefined ? column.length < 3 || column <= "XFD" : LOOKS_LIKE_CELL.test(name);
  if (name.length > 255 || !NAME.test(name) || isCell) {
    throw new HostFault("InvalidArgument", "The name isn't valid.");
  }
}

/** Throws InvalidArgument for a name that no sheet may have. */
export function refuseBadSheetName(name: string): void {
  const bad =
    name.length === 0 ||
    name.length > 31 ||
    /[:\\/?*[\]\u0000-\u001f]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history";
  if (bad) throw new HostFault("InvalidArgument", "The sheet name isn't valid.");
}
