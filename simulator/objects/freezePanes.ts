/** Excel.WorksheetFreezePanes. */
import { parseArea } from "../model/address";
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import { type HostClass, type HostObject, hostObject, textArgument, wholeArgument } from "../host/hostObject";
import { type ObjectContext, rangeIn } from "./context";
import { rangeObject } from "./range";

interface FreezeTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
}

export const freezePanesObject = (context: ObjectContext, sheet: Sheet): HostObject =>
  hostObject(FREEZE, { context, sheet });

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0) throw new HostFault("InvalidArgument");
  sheet.frozen = { rows, columns };
  sheet.touched = true;
}

function location({ context, sheet }: FreezeTarget): HostObject | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  return rangeObject(context, sheet, {
    row: 0,
    column: 0,
    rows: rows || 1_048_576,
    columns: columns || 16_384,
  });
}

const FREEZE: HostClass<FreezeTarget> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: ({ sheet }, count) => freeze(sheet, count == null ? 1 : wholeArgument(count), 0),
    FreezeColumns: ({ sheet }, count) => freeze(sheet, 0, count == null ? 1 : wholeArgument(count)),
    FreezeAt({ sheet }, given) {
      const area = rangeIn(given)?.area ?? parseArea(textArgument(given).replace(/^.*!/, ""));
      if (!area) throw new HostFault("InvalidArgument");
      freeze(sheet, area.row + area.rows, area.column + area.columns);
    },
    Unfreeze: ({ sheet }) => freeze(sheet, 0, 0),
    GetLocation(target) {
      const found = location(target);
      if (!found) throw new HostFault("ItemNotFound");
      return found;
    },
    GetLocationOrNullObject: location,
  },
};
