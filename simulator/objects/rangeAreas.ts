/** Excel.RangeAreas: several rectangles of one sheet, given a look together. */
import { isWholeColumns, isWholeRows, parseArea } from "../model/address";
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import { type Argument, type HostClass, type HostObject, hostObject, textArgument } from "../host/hostObject";
import { addressOf, type ObjectContext, place, type RangeTarget } from "./context";
import { clear } from "./rangeEdit";
import { areasFormatObject, shared } from "./rangeFormat";
import { giveStyle, styleOf } from "./styles";

/** Characters of an address that Excel still takes; its documentation says no number (o-js#5198). */
const LONGEST_ADDRESS = 8_192;

interface AreasTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
  readonly alive: boolean;
  readonly ranges: readonly RangeTarget[];
}

/** `address`: "A1:B2,D:D", with commas or semicolons. Throws InvalidArgument. */
export function rangeAreasObject(context: ObjectContext, sheet: Sheet, address: Argument): HostObject {
  const text = textArgument(address);
  if (text.length > LONGEST_ADDRESS) throw new HostFault("InvalidArgument");
  const ranges = text.split(/[,;]/).map((each): RangeTarget => {
    const area = parseArea(each.trim());
    if (!area) throw new HostFault("InvalidArgument");
    const range = { context, sheet, area, alive: true };
    context.workbook.tracked.add(range);
    return range;
  });
  return hostObject(AREAS, { context, sheet, alive: true, ranges });
}

const AREAS: HostClass<AreasTarget> = {
  name: "RangeAreas",
  properties: {
    Address: {
      get: ({ ranges }) => ranges.map((range) => addressOf(place(range).sheet, place(range).area)).join(","),
    },
    AreaCount: { get: ({ ranges }) => ranges.length },
    IsEntireColumn: { get: ({ ranges }) => ranges.every((range) => isWholeColumns(place(range).area)) },
    IsEntireRow: { get: ({ ranges }) => ranges.every((range) => isWholeRows(place(range).area)) },
    Style: {
      get: ({ ranges }) => shared(ranges, styleOf),
      set: ({ ranges }, value) => ranges.forEach((range) => giveStyle(range, value)),
    },
  },
  navigation: {
    Worksheet: ({ context, sheet }) => context.make.worksheet(sheet),
    Format: ({ ranges }) => areasFormatObject(ranges),
  },
  methods: {
    Clear: ({ ranges }, applyTo) => ranges.forEach((range) => clear(range, applyTo)),
  },
};
