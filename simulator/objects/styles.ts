/** Excel.StyleCollection and Excel.Style: the workbook's cell styles, and giving one to cells. */
import { HostFault } from "../model/fault";
import { EVERY_PART, isUsed, type NamedStyle, restyled, styled, type StylePart } from "../model/namedStyle";
import { eachCell, WHOLE_SHEET } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { DEFAULT_LOOK, type Look } from "../../src/files/openxml/looks";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  textArgument,
  wholeArgument,
} from "../host/hostObject";
import { styleBordersObject } from "./borders";
import { type ObjectContext, place, type RangeTarget } from "./context";
import { alignmentOf, fillObject, fontObject, type LookOwner } from "./lookParts";
import { changeLooks } from "./looks";
import { rangeLooks } from "./rangeFormat";

export const stylesObject = (context: ObjectContext): HostObject => hostObject(STYLES, context.workbook);

/** Excel tells the names of styles apart without regard to case. */
function find(workbook: Workbook, name: Argument): NamedStyle | undefined {
  const wanted = textArgument(name).toLowerCase();
  return workbook.styles.find((style) => style.name.toLowerCase() === wanted);
}

function existing(workbook: Workbook, name: Argument): NamedStyle {
  const style = find(workbook, name);
  if (!style) throw new HostFault("ItemNotFound");
  return style;
}

/** Excel's own limit. */
const LONGEST_NAME = 255;

function add(workbook: Workbook, given: Argument): void {
  const name = textArgument(given);
  if (name.trim() === "" || name.length > LONGEST_NAME) throw new HostFault("InvalidArgument");
  if (find(workbook, name)) throw new HostFault("ItemAlreadyExists");
  const place = Math.max(-1, ...workbook.styles.map((style) => style.place)) + 1;
  const normal = workbook.styles.find((style) => style.place === 0)?.look ?? DEFAULT_LOOK;
  const look = { ...normal, namedStyle: place };
  workbook.styles.push({ name, builtIn: false, place, look, includes: EVERY_PART, touched: true });
}

const STYLES: HostClass<Workbook> = {
  name: "StyleCollection",
  items: (workbook) => workbook.styles.map((style) => styleObject(workbook, style)),
  item: (workbook, name) => styleObject(workbook, existing(workbook, name)),
  methods: {
    Add: add,
    GetCount: (workbook) => workbook.styles.length,
    GetItemAt(workbook, index) {
      const style = workbook.styles[wholeArgument(index)];
      if (!style) throw new HostFault("ItemNotFound");
      return styleObject(workbook, style);
    },
    GetItemOrNullObject(workbook, name) {
      const style = find(workbook, name);
      return style ? styleObject(workbook, style) : null;
    },
  },
};

interface StyleTarget {
  readonly workbook: Workbook;
  readonly style: NamedStyle;
}

const styleObject = (workbook: Workbook, style: NamedStyle): HostObject =>
  hostObject(STYLE, { workbook, style });

/** A style as the owner of its look; the cells that have it follow. */
function lookOf({ workbook, style }: StyleTarget): LookOwner {
  return {
    workbook,
    common: (of) => of(style.look),
    change(_key, how) {
      const old = style.look;
      style.look = how(old);
      style.touched = true;
      if (isUsed(style, workbook.looks)) restyleCells(workbook, style, old);
    },
  };
}

function restyleCells({ sheets, looks }: Workbook, { place: number, look }: NamedStyle, old: Look): void {
  for (const sheet of sheets) {
    eachCell(sheet, WHOLE_SHEET, (cell) => {
      if (looks.look(cell.look).namedStyle !== number) return;
      cell.look = looks.indexOf(restyled(looks.look(cell.look), old, look));
      sheet.touched = true;
    });
  }
}

const included = (
  part: StylePart,
): { get(target: StyleTarget): Json; set(target: StyleTarget, value: Json): void } => ({
  get: ({ style }) => style.includes[part],
  set({ style }, value) {
    style.includes = { ...style.includes, [part]: booleanArgument(value) };
    style.touched = true;
  },
});

const STYLE: HostClass<StyleTarget> = {
  name: "Style",
  identity: ({ style }) => ({ Name: style.name }),
  properties: {
    Name: { get: ({ style }) => style.name },
    BuiltIn: { get: ({ style }) => style.builtIn },
    NumberFormat: {
      get: ({ style }) => style.look.numberFormat,
      set: (target, value) =>
        lookOf(target).change("format", (look) => ({ ...look, numberFormat: textArgument(value) })),
    },
    IncludeNumber: included("Number"),
    IncludeFont: included("Font"),
    IncludePatterns: included("Fill"),
    IncludeBorder: included("Border"),
    IncludeAlignment: included("Alignment"),
    IncludeProtection: included("Protection"),
    ...alignmentOf(lookOf),
  },
  navigation: {
    Font: (target) => fontObject(lookOf(target)),
    Fill: (target) => fillObject(lookOf(target)),
    Borders: (target) => styleBordersObject(lookOf(target)),
  },
  methods: {
    Delete({ workbook, style }) {
      if (style.builtIn) throw new HostFault("InvalidOperation");
      workbook.styles = workbook.styles.filter((each) => each !== style);
    },
  },
};

/** The name of the style that all of the cells have; null where they differ. */
export function styleOf(range: RangeTarget): Json {
  const { styles } = range.context.workbook;
  const place = rangeLooks(range).common((look) => look.namedStyle);
  return place === null ? null : (styles.find((style) => style.place === place)?.name ?? "Normal");
}

export function giveStyle(range: RangeTarget, name: Json): void {
  const { workbook, area } = place(range);
  const style = find(workbook, name);
  if (!style) throw new HostFault("InvalidArgument");
  // Another look under the same name is another change.
  const key = `style ${style.place} ${JSON.stringify([style.look, style.includes])}`;
  changeLooks(range, area, key, (look) => styled(look, style));
}
