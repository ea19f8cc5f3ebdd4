/** Excel.RangeFormat and what hangs on it: font, fill, borders, protection. */
import { lastColumn, lastRow } from "../model/address";
import { HostFault } from "../model/fault";
import { cellFor, eachCell, lookAt, type Sheet } from "../model/sheet";
import type { Font, Look } from "../model/style";
import { refuseProtected } from "../model/write";
import {
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  numberArgument,
  textArgument,
  wholeArgument,
  wordArgument,
} from "../host/hostObject";
import { changeLooks } from "./looks";
import { bordersObject } from "./borders";
import { fileColour, hexColour, shownColour } from "./colour";
import { place, type RangeTarget } from "./context";
import { columnWidthOf, rowHeightOf, setColumnWidth, setRowHeight } from "./geometry";
import { shownText } from "./shownText";
import { gridOf } from "./grid";

export const rangeFormatObject = (range: RangeTarget): HostObject => hostObject(FORMAT, range);

const change = (range: RangeTarget, key: string, how: (look: Look) => Look): void =>
  changeLooks(range, place(range).area, key, how);

/** The one value that all cells share; null where they differ. */
function common(range: RangeTarget, of: (look: Look) => Json): Json {
  const { workbook, sheet, area } = place(range);
  const seen = new Set<number>();
  const bottom = Math.min(lastRow(area), area.row + 5000);
  const right = Math.min(lastColumn(area), area.column + 500);
  for (let row = area.row; row <= bottom; row++) {
    for (let column = area.column; column <= right; column++) seen.add(lookAt(sheet, row, column));
  }
  const values = new Set([...seen].map((index) => of(workbook.looks.look(index))));
  return values.size === 1 ? [...values][0]! : null;
}

export function setNumberFormats(range: RangeTarget, value: Json): void {
  const { workbook, sheet, area } = place(range);
  refuseProtected(workbook, sheet, area);
  const at = gridOf(area, value);
  if (!Array.isArray(value)) {
    const numberFormat = textArgument(value);
    change(range, `format ${numberFormat}`, (look) => ({ ...look, numberFormat }));
    return;
  }
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const given = at(row, column);
      if (given === null) continue;
      const numberFormat = textArgument(given);
      const cell = cellFor(sheet, area.row + row, area.column + column);
      cell.look = workbook.looks.changed(cell.look, `format ${numberFormat}`, (look) => ({
        ...look,
        numberFormat,
      }));
    }
  }
  sheet.touched = true;
}

const HORIZONTAL = {
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
} as const;
const VERTICAL = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
} as const;

/** The API's word for one of the file's, and the other way about. */
function apiWord(words: Readonly<Record<string, string>>, file: string): string {
  return Object.keys(words).find((word) => words[word] === file) ?? file;
}

function fileWord(words: Readonly<Record<string, string>>, value: Json): string {
  return words[wordArgument(value, Object.keys(words))]!;
}

const alignment = (range: RangeTarget, key: string, part: Partial<Look["alignment"]>): void =>
  change(range, `${key} ${JSON.stringify(part)}`, (look) => ({
    ...look,
    alignment: { ...look.alignment, ...part },
  }));

const FORMAT: HostClass<RangeTarget> = {
  name: "RangeFormat",
  properties: {
    HorizontalAlignment: {
      get: (range) => common(range, (look) => apiWord(HORIZONTAL, look.alignment.horizontal)),
      set: (range, value) => alignment(range, "align", { horizontal: fileWord(HORIZONTAL, value) }),
    },
    VerticalAlignment: {
      get: (range) => common(range, (look) => apiWord(VERTICAL, look.alignment.vertical)),
      set: (range, value) => alignment(range, "align", { vertical: fileWord(VERTICAL, value) }),
    },
    WrapText: {
      get: (range) => common(range, (look) => look.alignment.wrap),
      set: (range, value) => alignment(range, "align", { wrap: booleanArgument(value) }),
    },
    IndentLevel: {
      get: (range) => common(range, (look) => look.alignment.indent),
      set: (range, value) => alignment(range, "align", { indent: wholeArgument(value) }),
    },
    ShrinkToFit: {
      get: (range) => common(range, (look) => look.alignment.shrink),
      set: (range, value) => alignment(range, "align", { shrink: booleanArgument(value) }),
    },
    TextOrientation: {
      get: (range) => common(range, (look) => look.alignment.rotation),
      set: (range, value) => alignment(range, "align", { rotation: wholeArgument(value) }),
    },
    ColumnWidth: {
      get: (range) => columnWidthOf(place(range).sheet, place(range).area),
      set(range, value) {
        const { sheet, area } = place(range);
        if (value !== null) setColumnWidth(unprotected(sheet, "formatColumns"), area, numberArgument(value));
      },
    },
    RowHeight: {
      get: (range) => rowHeightOf(place(range).sheet, place(range).area),
      set(range, value) {
        const { sheet, area } = place(range);
        const points = numberArgument(value);
        if (points < 0 || points > 409.5) throw new HostFault("InvalidArgument");
        setRowHeight(unprotected(sheet, "formatRows"), area, points);
      },
    },
  },
  navigation: {
    Font: (range) => hostObject(FONT, range),
    Fill: (range) => hostObject(FILL, range),
    Borders: (range) => bordersObject(range),
    Protection: (range) => hostObject(PROTECTION, range),
  },
  methods: {
    AutofitColumns: (range) => autofitColumns(range),
    AutofitRows(range) {
      const { sheet, area } = place(range);
      for (let row = area.row; row <= Math.min(lastRow(area), area.row + 100_000); row++) {
        const record = sheet.rows.get(row);
        if (record) record.height = null;
      }
      sheet.touched = true;
    },
  },
};

function unprotected(sheet: Sheet, permission: string): Sheet {
  if (sheet.protection.protected && sheet.protection.attributes[permission] !== "0")
    throw new HostFault("AccessDenied");
  return sheet;
}

/** Wide enough for the longest shown text, reckoned at the font's size. */
function autofitColumns(range: RangeTarget): void {
  const { workbook, sheet, area } = place(range);
  unprotected(sheet, "formatColumns");
  const widest = new Map<number, number>();
  eachCell(sheet, area, (cell, _row, column) => {
    const { font } = workbook.looks.look(cell.look);
    const pixels = shownText(workbook, cell).length * 7 * (font.size / 11) * (font.bold ? 1.08 : 1) + 5;
    if (pixels > (widest.get(column) ?? 5)) widest.set(column, pixels);
  });
  for (const [column, pixels] of widest) {
    setColumnWidth(sheet, { row: 0, column, rows: 1, columns: 1 }, Math.min(pixels, 255 * 7) * 0.75);
  }
}

const font = (range: RangeTarget, part: Partial<Font>): void =>
  change(range, `font ${JSON.stringify(part)}`, (look) => ({ ...look, font: renamed(look.font, part) }));

/** A font that gets another name leaves its family and its place in the theme behind. */
function renamed(old: Font, part: Partial<Font>): Font {
  const rest =
    part.name === undefined
      ? old.rest
      : old.rest.filter((node) => !["family", "scheme", "charset"].includes(node.name));
  return { ...old, rest, ...part };
}

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const FONT: HostClass<RangeTarget> = {
  name: "RangeFont",
  properties: {
    Name: {
      get: (range) => common(range, (look) => look.font.name),
      set: (range, value) => font(range, { name: textArgument(value) }),
    },
    Size: {
      get: (range) => common(range, (look) => look.font.size),
      set(range, value) {
        const size = numberArgument(value);
        if (size < 1 || size > 409) throw new HostFault("InvalidArgument");
        font(range, { size });
      },
    },
    Bold: {
      get: (range) => common(range, (look) => look.font.bold),
      set: (range, value) => font(range, { bold: booleanArgument(value) }),
    },
    Italic: {
      get: (range) => common(range, (look) => look.font.italic),
      set: (range, value) => font(range, { italic: booleanArgument(value) }),
    },
    Strikethrough: {
      get: (range) => common(range, (look) => look.font.strikethrough),
      set: (range, value) => font(range, { strikethrough: booleanArgument(value) }),
    },
    Underline: {
      get: (range) => common(range, (look) => look.font.underline),
      set: (range, value) => font(range, { underline: wordArgument(value, UNDERLINES) }),
    },
    Color: {
      get: (range) =>
        common(range, (look) => shownColour(range.context.workbook, look.font.colour) ?? "#000000"),
      set: (range, value) => font(range, { colour: fileColour(hexColour(value)) }),
    },
  },
};

const FILL: HostClass<RangeTarget> = {
  name: "RangeFill",
  properties: {
    Color: {
      get: (range) =>
        common(range, (look) =>
          look.fill.pattern === "none"
            ? "#FFFFFF"
            : (shownColour(range.context.workbook, look.fill.foreground) ?? "#FFFFFF"),
        ),
      set(range, value) {
        const hex = hexColour(value);
        change(range, `fill ${hex}`, (look) => ({
          ...look,
          fill: {
            pattern: "solid",
            foreground: fileColour(hex),
            background: { indexed: "64" },
            gradient: null,
          },
        }));
      },
    },
    Pattern: {
      get: (range) =>
        common(range, (look) =>
          look.fill.pattern === "none" ? "None" : look.fill.pattern === "solid" ? "Solid" : look.fill.pattern,
        ),
    },
  },
  methods: {
    Clear: (range) =>
      change(range, "fill none", (look) => ({
        ...look,
        fill: { pattern: "none", foreground: null, background: null, gradient: null },
      })),
  },
};

const PROTECTION: HostClass<RangeTarget> = {
  name: "FormatProtection",
  properties: {
    Locked: {
      get: (range) => common(range, (look) => look.locked),
      set(range, value) {
        const locked = booleanArgument(value);
        change(range, `locked ${locked}`, (look) => ({ ...look, locked }));
      },
    },
    FormulaHidden: {
      get: (range) => common(range, (look) => look.formulaHidden),
      set(range, value) {
        const formulaHidden = booleanArgument(value);
        change(range, `hidden ${formulaHidden}`, (look) => ({ ...look, formulaHidden }));
      },
    },
  },
};
