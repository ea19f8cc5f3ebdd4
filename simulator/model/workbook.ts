/** A workbook in memory: what the host's objects read and change, and what is read from and written to a file. */
import type { Area } from "./address";
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, type Sheet } from "./sheet";
import { type NamedStyle, normalStyle } from "./namedStyle";
import { defaultPrintSetup } from "./print";
import { createLookTable, type LookTable } from "../../src/files/openxml/looks";
import type { Table } from "./table";
import type { Package } from "../../src/files/openxml/package";

export interface DefinedName {
  readonly id: string;
  readonly name: string;
  /** A sheet's id, or null for the whole workbook. */
  readonly scope: string | null;
  /** en-US, without "=". */
  formula: string;
  comment: string;
  visible: boolean;
  rest: Readonly<Record<string, string>>;
}

export interface Setting {
  readonly key: string;
  value: unknown;
}

/** A file's own properties; dates are ISO text. */
export interface DocumentProperties {
  title: string;
  subject: string;
  author: string;
  keywords: string;
  comments: string;
  lastAuthor: string;
  category: string;
  manager: string;
  company: string;
  created: string;
  revision: number;
  custom: Map<string, string | number | boolean>;
}

/** A range that the client holds on to: it moves with its cells, and goes with them. */
export interface TrackedRange {
  sheet: Sheet;
  area: Area;
  alive: boolean;
}

export interface Workbook {
  name: string;
  sheets: Sheet[];
  activeSheet: Sheet;
  names: DefinedName[];
  looks: LookTable;
  styles: NamedStyle[];
  settings: Setting[];
  properties: DocumentProperties;
  date1904: boolean;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** A formula's value may no longer be right. */
  needsCalculation: boolean;
  /** Colours of the theme, "RRGGBB", in the file's order. */
  themeColours: readonly string[];
  /** The package that it was read from: whatever the host does not model is written back from it. */
  source: Package | null;
  tracked: Set<TrackedRange>;
  /** Sheets may not be added, renamed, moved or deleted. */
  structureLocked: boolean;
  /** Numbers handed out for ids. */
  nextNumber: number;
  propertiesTouched: boolean;
  /** Files (base64) for which a window of their own was asked. */
  windowsAskedFor: string[];
}

export const OFFICE_THEME = [
  "FFFFFF",
  "000000",
  "EEECE1",
  "1F497D",
  "4F81BD",
  "C0504D",
  "9BBB59",
  "8064A2",
  "4BACC6",
  "F79646",
  "0000FF",
  "800080",
];

/** A workbook with one empty sheet, as Excel opens it. */
export function createWorkbook(): Workbook {
  const workbook: Workbook = {
    ...emptyWorkbook(),
  };
  const sheet = createSheet(workbook, "Sheet1", null);
  workbook.sheets.push(sheet);
  workbook.activeSheet = sheet;
  return workbook;
}

/** A workbook before its sheets are read; a file always gives it one. */
export function emptyWorkbook(): Workbook {
  const placeholder = blankSheet("{0}", "Sheet1", null);
  return {
    name: "Book1.xlsx",
    sheets: [],
    activeSheet: placeholder,
    names: [],
    looks: createLookTable(),
    styles: [normalStyle()],
    settings: [],
    properties: {
      title: "",
      subject: "",
      author: "",
      keywords: "",
      comments: "",
      lastAuthor: "",
      category: "",
      manager: "",
      company: "",
      created: "",
      revision: 0,
      custom: new Map(),
    },
    date1904: false,
    calculationMode: "Automatic",
    needsCalculation: false,
    windowsAskedFor: [],
    themeColours: OFFICE_THEME,
    source: null,
    tracked: new Set(),
    structureLocked: false,
    nextNumber: 1,
    propertiesTouched: false,
  };
}

export function createSheet(workbook: Workbook, name: string, part: string | null): Sheet {
  return blankSheet(newId(workbook), name, part);
}

/** A chart or macro sheet of a file. */
export function createSheetWithoutCells(workbook: Workbook, name: string, part: string): Sheet {
  return { ...blankSheet(newId(workbook), name, part), hasCells: false };
}

function blankSheet(id: string, name: string, part: string | null): Sheet {
  return {
    id,
    name,
    visibility: "Visible",
    tabColour: "",
    showGridlines: true,
    showHeadings: true,
    frozen: { rows: 0, columns: 0 },
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    rows: new Map(),
    columns: [],
    standardWidth: DEFAULT_WIDTH,
    standardHeight: DEFAULT_HEIGHT,
    merges: [],
    tables: [],
    rules: [],
    validations: [],
    links: [],
    charts: [],
    print: defaultPrintSetup(),
    protection: { protected: false, attributes: {} },
    touched: part === null,
    hasArrays: false,
    part,
    hasCells: true,
  };
}

/** "{00000001-0001-0000-0000-000000000000}": ids look like Excel's. */
export function newId(workbook: Workbook): string {
  return `{${String(workbook.nextNumber++).padStart(8, "0")}-0001-0000-0000-000000000000}`;
}

export function sheetNamed(workbook: Workbook, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

export function allTables(workbook: Workbook): readonly { readonly sheet: Sheet; readonly table: Table }[] {
  return workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
}

export function tableNamed(
  workbook: Workbook,
  name: string,
): { readonly sheet: Sheet; readonly table: Table } | undefined {
  const wanted = name.toLowerCase();
  for (const sheet of workbook.sheets)
    for (const table of sheet.tables)
      if (table.name.length === name.length && table.name.toLowerCase() === wanted) return { sheet, table };
  return undefined;
}

/** The name as `sheet` sees it: its own before the workbook's. */
export function nameFor(workbook: Workbook, name: string, sheet: Sheet | null): DefinedName | undefined {
  const wanted = name.toLowerCase();
  const found = workbook.names.filter((entry) => entry.name.toLowerCase() === wanted);
  return (
    found.find((entry) => sheet !== null && entry.scope === sheet.id) ??
    found.find((entry) => entry.scope === null)
  );
}
