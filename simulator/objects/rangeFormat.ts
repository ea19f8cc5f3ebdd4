/** Excel.RangeFormat and what hangs on it: font, fill, borders, protection. */
import { lastColumn, lastRow } from "../model/address";
import { HostFault } from "../model/fault";
import { cellFor, eachCell, lookAt } from "../model/sheet";
import type { Look } from "../../src/files/openxml/looks";
import { refuseProtected, unprotected } from "../model/write";
import {
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  numberArgument,
  textArgument,
} from "../host/hostObject";
import { changeLooks } from "./looks";
import { bordersObject } from "./borders";
import { place, type RangeTarget } from "./context";
import { columnWidthOf, rowHeightOf, setColumnWidth, setRowHeight } from "./geometry";
import { alignmentOf, fillObject, fontObject, type LookOwner } from "./lookParts";
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

/** A range's cells, as owners of a look. */
export const rangeLooks = (range: RangeTarget): LookOwner => ({
  workbook: range.context.workbook,
  common: (of) => common(range, of),
  change: (key, how) => change(range, key, how),
});

const FORMAT: HostClass<RangeTarget> = {
  name: "RangeFormat",
  properties: {
    ...alignmentOf(rangeLooks),
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
    Font: (range) => fontObject(rangeLooks(range)),
    Fill: (range) => fillObject(rangeLooks(range)),
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

/** The format of several ranges: what is set is set in each. */
export const areasFormatObject = (ranges: readonly RangeTarget[]): HostObject =>
  hostObject(AREAS_FORMAT, ranges);

const areasLooks = (ranges: readonly RangeTarget[]): LookOwner => ({
  workbook: ranges[0]!.context.workbook,
  common: (of) => shared(ranges, (range) => common(range, of)),
  change: (key, how) => ranges.forEach((range) => change(range, key, how)),
});

/** The one value that all ranges share; null where they differ. */
export function shared(ranges: readonly RangeTarget[], of: (range: RangeTarget) => Json): Json {
  const values = new Set(ranges.map(of));
  return values.size === 1 ? [...values][0]! : null;
}

const { ColumnWidth, RowHeight } = FORMAT.properties!;

const AREAS_FORMAT: HostClass<readonly RangeTarget[]> = {
  name: "RangeFormat",
  properties: {
    ...alignmentOf(areasLooks),
    ColumnWidth: {
      get: (ranges) => shared(ranges, ColumnWidth!.get),
      set: (ranges, value) => ranges.forEach((range) => ColumnWidth!.set!(range, value)),
    },
    RowHeight: {
      get: (ranges) => shared(ranges, RowHeight!.get),
      set: (ranges, value) => ranges.forEach((range) => RowHeight!.set!(range, value)),
    },
  },
  navigation: {
    Font: (ranges) => fontObject(areasLooks(ranges)),
    Fill: (ranges) => fillObject(areasLooks(ranges)),
  },
};

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
