/** Values as they travel: one a cell, row by row. */
import type { Area } from "../model/address";
import { HostFault } from "../model/fault";
import { isError, type Scalar } from "../model/sheet";
import type { Json } from "../host/hostObject";

/** Values as the client reads them: errors by their text, blanks as "". */
export const shown = (value: Scalar): Json => (value === null ? "" : isError(value) ? value.error : value);

/** A grid of the range's own shape, or one value for all of it; throws InvalidArgument. */
export function gridOf(area: Area, value: Json): (row: number, column: number) => Json {
  if (!Array.isArray(value)) return () => value;
  const rows = value as readonly Json[];
  const fits =
    rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) {
    throw new HostFault(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => (rows[row] as readonly Json[])[column] ?? null;
}
