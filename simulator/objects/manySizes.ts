/** Range.setColumnProperties and setRowProperties: widths, heights and whether hidden, one entry for each. */
import { HostFault } from "../model/fault";
import {
  booleanArgument,
  type Argument,
  type Json,
  numberArgument,
  recordArgument,
} from "../host/hostObject";
import { place, type RangeTarget } from "./context";
import { setColumnsHidden, setColumnWidth, setRowHeight, setRowsHidden } from "./geometry";
import { unprotected } from "../model/write";

export function setColumnProperties(range: RangeTarget, data: Argument): void {
  const { sheet, area } = place(range);
  entriesOf(data, area.columns, "columnHidden", "columnWidth").forEach(({ hidden, size }, i) => {
    const column = { row: 0, rows: 1, column: area.column + i, columns: 1 };
    if (size !== null) setColumnWidth(unprotected(sheet, "formatColumns"), column, size);
    if (hidden !== null) setColumnsHidden(unprotected(sheet, "formatColumns"), column, hidden);
  });
}

export function setRowProperties(range: RangeTarget, data: Argument): void {
  const { sheet, area } = place(range);
  entriesOf(data, area.rows, "rowHidden", "rowHeight").forEach(({ hidden, size }, i) => {
    const row = { row: area.row + i, rows: 1, column: 0, columns: 1 };
    if (size !== null && (size < 0 || size > 409.5)) throw new HostFault("InvalidArgument");
    if (size !== null) setRowHeight(unprotected(sheet, "formatRows"), row, size);
    if (hidden !== null) setRowsHidden(unprotected(sheet, "formatRows"), row, hidden);
  });
}

interface Entry {
  readonly hidden: boolean | null;
  readonly size: number | null;
}

/** Throws InvalidArgument where there are more or fewer than `count`, or one says what is not simulated. */
function entriesOf(data: Argument, count: number, hiddenKey: string, sizeKey: string): Entry[] {
  if (!Array.isArray(data) || data.length !== count) throw new HostFault("InvalidArgument");
  return (data as readonly Json[]).map((entry) => {
    const { [hiddenKey]: hidden, format, ...others } = recordArgument(entry);
    const { [sizeKey]: size, ...looks } = format == null ? {} : recordArgument(format);
    if (Object.keys({ ...others, ...looks }).length > 0) throw new HostFault("InvalidArgument");
    return {
      hidden: hidden == null ? null : booleanArgument(hidden),
      size: size == null ? null : numberArgument(size),
    };
  });
}
