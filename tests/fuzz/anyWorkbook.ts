/** Workbooks that nobody would send, made of ones that a council could: dirt in any cell, headings and rows at will. */
import fc from "fast-check";
import type { CellValue, SheetValues, TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { INDICATORS } from "../../src/clinic/indicators/catalogue";
import { COUNTED_WORDS, MEASURE_WORDS } from "../../src/clinic/indicators/own/measureRows";
import { LISTS } from "../../src/clinic/lists/lists";
import { OPTION_NAMES } from "../../src/clinic/settings/readOptions";
import {
  ANALYST_TABLES,
  SETTINGS_TABLES,
  type SettingsTableName,
} from "../../src/clinic/settings/settingsTables";
import { councils, TEAMS, workbookOf } from "../support/madeCouncil";

export interface AnyWorkbook {
  readonly values: WorkbookValues;
  readonly today: number;
}

const HEADINGS: readonly string[] = [
  ...new Set(LISTS.flatMap(({ columns }) => columns.map(({ heading }) => heading))),
];
const TEAM_NAMES = TEAMS.map(({ name }) => name);
const CHILDREN = ["C1", "c1 ", "0001", "1", 1, "C2", "Total", "=1+1"] as const;

/** Words that mean something somewhere, and words that nobody means. */
const WORDS: readonly string[] = [
  ...TEAM_NAMES,
  ...HEADINGS,
  ...MEASURE_WORDS,
  ...COUNTED_WORDS,
  ...INDICATORS.map(({ id }) => id),
  ...["", " ", "-", "NULL", "N/A", "tbc", "Yes", "No", "higher", "lower", "near", "days", "working days"],
  ...["clinic", "all", "excluded", "in time", "one table", "by locality", "none", "row", "child"],
  ...["monthly", "6 weekly", "3 months", "0 days", "-5", "1e400", "10 working days", "999999999999 days"],
  ...["CIN", "CP", "CLA", "Other", "V3", "ICPC", "SW", "NQSW", "Total", "Team not recorded"],
  ...[
    "#N/A",
    "#REF!",
    "#DIV/0!",
    "=SUM(A1)",
    "'",
    '"',
    "<b>",
    "\u0000",
    "\u{1F600}",
    "a\r\nb",
    "x".repeat(300),
  ],
  ...[
    "Jul-23",
    "July 2023",
    "2023-07",
    "31/02/2023",
    "2023-13-45",
    "45100",
    "1,234",
    "50%",
    "12 (provisional)",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty"],
  ...[
    "Legal Status = V3",
    "heading not blank",
    "Allocated Team <> Duty",
    "Age >= 16",
    "open longer than 3 months",
  ],
];

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.integer({ min: 44_000, max: 46_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 120 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      0.5,
      1e308,
      -1e308,
      5e-324,
      2_958_465,
      2_958_466,
      -1,
      9_007_199_254_740_992,
      60,
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(...CHILDREN) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: "grapheme" }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
);

interface Edit {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly what:
    "cell" | "cell" | "heading" | "row goes" | "row twice" | "column goes" | "sheet twice" | "shift";
  readonly value: CellValue;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  sheet: fc.nat(20),
  row: fc.nat(30),
  column: fc.nat(8),
  what: fc.constantFrom(
    "cell",
    "cell",
    "cell",
    "heading",
    "row goes",
    "row twice",
    "column goes",
    "sheet twice",
    "shift",
  ),
  value: cell,
});

/** Puts one thing wrong. */
function edited(
  sheets: readonly SheetValues[],
  { sheet: s, row: r, column: c, what, value }: Edit,
): SheetValues[] {
  const at = s % Math.max(1, sheets.length);
  const sheet = sheets[at];
  if (!sheet || sheet.rows.length === 0) return [...sheets];
  const with_ = (rows: SheetValues["rows"]): SheetValues[] =>
    sheets.map((each, i) => (i === at ? { ...each, rows } : each));
  const row = r % sheet.rows.length;
  const column = c % Math.max(1, sheet.rows[0]!.length);
  const put = (where: number, what_: CellValue) =>
    with_(
      sheet.rows.map((cells, i) =>
        i === where ? cells.map((old, j) => (j === column ? what_ : old)) : cells,
      ),
    );
  switch (what) {
    case "cell":
      return put(row, value);
    case "heading":
      return put(0, typeof value === "string" ? value : HEADINGS[r % HEADINGS.length]!);
    case "row goes":
      return with_(sheet.rows.filter((_, i) => i !== row));
    case "row twice":
      return with_([...sheet.rows, sheet.rows[row]!]);
    case "column goes":
      return with_(sheet.rows.map((cells) => cells.filter((_, j) => j !== column)));
    case "sheet twice":
      return [...sheets, { ...sheet, name: `${sheet.name} (2)` }];
    case "shift":
      return with_([sheet.rows[0]!.map(() => ""), ...sheet.rows]);
  }
}

/** A cell that suits the heading, more often than not. */
function cellUnder(heading: string): fc.Arbitrary<CellValue> {
  const suits: Readonly<Record<string, fc.Arbitrary<CellValue>>> = {
    Setting: fc.constantFrom(...Object.values(OPTION_NAMES)),
    ID: fc.constantFrom<CellValue>(...INDICATORS.map(({ id }) => id), "own-one", "own-two", "Own Three"),
    Indicator: fc.constantFrom<CellValue>(
      ...INDICATORS.map(({ id, wording }) => `${id}|${wording}`).flatMap((t) => t.split("|")),
    ),
    Team: fc.constantFrom<CellValue>(...TEAM_NAMES, "Total", ""),
    List: fc.constantFrom<CellValue>(...LISTS.map(({ name }) => name)),
    Measure: fc.constantFrom<CellValue>(...MEASURE_WORDS),
    Counted: fc.constantFrom<CellValue>(...COUNTED_WORDS),
    "Counted by": fc.constantFrom<CellValue>(...HEADINGS),
    Date: fc.constantFrom<CellValue>(...HEADINGS),
    Start: fc.constantFrom<CellValue>(...HEADINGS, ""),
    Title: fc.constantFrom<CellValue>("Own figure", "Caseloads in BIT", ""),
    Month: fc.constantFrom<CellValue>("2023-05", "2023-06", "2023-07", "2022-07", "Juni 2023", 45_100),
  };
  const suiting = suits[heading];
  return suiting ? fc.oneof({ weight: 3, arbitrary: suiting }, { weight: 1, arbitrary: cell }) : cell;
}

function anyTable(name: string, sheet: string, headings: readonly string[]): fc.Arbitrary<TableValues> {
  const row = fc.tuple(...headings.map(cellUnder));
  return fc.array(row, { maxLength: 6 }).map((rows): TableValues => {
    return {
      name,
      sheet,
      headerRow: 2,
      firstColumn: 0,
      headings,
      rows,
      formats: rows.map((cells) => cells.map(() => "General")),
    };
  });
}

const analystTables: fc.Arbitrary<readonly TableValues[]> = fc
  .subarray(Object.keys(ANALYST_TABLES) as SettingsTableName[])
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        anyTable(name, name in SETTINGS_TABLES ? "Clinic Settings" : "Clinic Setup", ANALYST_TABLES[name]),
      ),
    ),
  );

/** A list with some of its columns, under its own name or another. */
const listSheet: fc.Arbitrary<SheetValues> = fc.constantFrom(...LISTS).chain(({ name, columns }) =>
  fc.subarray([...columns.map(({ heading }) => heading)], { minLength: 1 }).chain((headings) =>
    fc.record({
      name: fc.constantFrom(name, `${name} 2`, "CP Visits", "Sheet9"),
      firstRow: fc.nat(3),
      firstColumn: fc.nat(2),
      rows: fc
        .array(fc.tuple(...headings.map(cellUnder)), { maxLength: 8 })
        .map((rows) => [headings, ...rows] as SheetValues["rows"]),
    }),
  ),
);

const history = anyTable("Clinic_history", "Clinic History", [
  "Month",
  "Indicator",
  "Team",
  "Numerator",
  "Denominator",
  "Value",
]);

/** As they stand on their sheets, a blank column between them. */
function sideBySide(tables: readonly TableValues[]): TableValues[] {
  const next = new Map<string, number>();
  return tables.map((table) => {
    const firstColumn = next.get(table.sheet) ?? 0;
    next.set(table.sheet, firstColumn + table.headings.length + 1);
    return { ...table, firstColumn };
  });
}

export function anyWorkbook(): fc.Arbitrary<AnyWorkbook> {
  return fc
    .record({
      council: councils(),
      more: fc.array(listSheet, { maxLength: 3 }),
      edits: fc.array(edit, { maxLength: 25 }),
      tables: fc.option(analystTables, { freq: 3 }),
      history: fc.option(history, { freq: 2 }),
      date1904: fc.boolean(),
      today: fc.integer({ min: 44_900, max: 45_600 }),
    })
    .map(({ council, more, edits, tables, history: kept, date1904, today }): AnyWorkbook => {
      const made = workbookOf(council);
      const given = new Map(made.settings.map((table) => [table.name, table]));
      for (const table of tables ?? []) given.set(table.name, table);
      const settings = sideBySide([...given.values()]);
      const sheets = edits.reduce<readonly SheetValues[]>(edited, [...made.sheets, ...more]);
      return { values: { ...made, sheets, settings, history: kept, date1904 }, today };
    });
}
