/**
 * A small clean workbook for July 2023 whose every figure can be counted on one's fingers, and the words in
 * which a dirty case says how it differs: "this cell now holds that", "so this figure is now so much".
 */
import { serialOf } from "../../src/clinic/calendar/serials";
import type { ListChoices } from "../../src/clinic/cells/worksheet";
import { tableOf, type SheetToMake, type Written } from "../support/makeWorkbook";

/** A date as Excel keeps it. */
export const day = (date: number, month: number, year = 2023): number => serialOf(year, month, date);

export type Rows = Written[][];
export interface Extracts {
  /** Rows of each sheet with the headings first: free to be changed. */
  readonly sheets: Map<string, Rows>;
  /** What else a sheet has (tables, merged cells, hidden rows …). */
  readonly dress: Map<string, NonNullable<SheetToMake["dress"]>>;
  readonly settings: SettingsRows;
  /** Sheets that an earlier build made, with the page of each. */
  readonly marks: Map<string, string>;
}

export interface SettingsRows {
  readonly options: Rows;
  readonly targets: Rows;
  readonly teams: Rows;
  readonly closures: Rows;
}

/** denominator and numerator of a by-team table's total, or the value of any other figure; null = not available. */
export type Figure = number | null | readonly [denominator: number, numerator: number];

export const CLEAN_FIGURES: Readonly<Record<string, Figure>> = {
  contacts: 2, // K1, K2; K3 was in June
  "eh-referrals": 1,
  "eh-assessments-started": 1,
  referrals: 1,
  "strategy-discussions": 1,
  "s47-completed": 1,
  "s47-rolling-rate": null, // no past figures
  "assessments-completed": 1,
  "open-children": 8, // A2, N1, N2, N3, P1, P2, L1, G1
  "eh-open": 1,
  "cin-not-cwd": 2, // N1, N2
  "cin-cwd": 1, // N3
  cp: 2,
  "cp-rate": 2, // 2 ÷ 10,000 × 10,000
  cla: 1,
  "cla-rate": 1,
  "assessments-20wd": [1, 1], // A1: the 20th working day after 15 June is 13 July
  "assessments-45wd": [1, 1],
  "cin-visits-6w": [2, 1], // N2 was last visited on 1 May
  "cin-supervision": [2, 2],
  "cp-repeat": [2, 1], // P2
  "icpc-15wd": [1, 1], // 12 working days
  "cp-visits-10wd": [2, 1], // P2 was last visited 20 working days ago
  "cp-core-groups": [2, 2],
  "cp-supervision": [2, 2],
  "cla-visits": [1, 1],
  "cla-care-planning": [1, 1],
  "cla-supervision": [1, 1],
  "cp-18-months": 1, // P2: since 1 January 2022
  "s47-to-icpc": 100,
};

/** "allocations status team", with a star where it is highlighted. */
export const CLEAN_CASELOADS: Readonly<Record<string, readonly string[]>> = {
  "caseloads-20-plus": [],
  "caseloads-bit": ["2 SW North"],
  "caseloads-swf-central": ["1 NQSW South"],
};

/** "indicator · team · child · date · days over · row". */
export const CLEAN_OUT_OF_TIME: readonly string[] = [
  "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3", // 91 days ago, 42 allowed
  "cp-repeat · South Team · P2 · - · - · CP Plans 3",
  "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3", // 20 ago, 10 allowed
];

export function cleanExtracts(): Extracts {
  const sheets = new Map<string, Rows>([
    [
      "Contacts",
      [
        ["Child Unique ID", "Date of Contact"],
        ["K1", day(3, 7)],
        ["K2", day(31, 7)],
        ["K3", day(30, 6)],
      ],
    ],
    [
      "Early Help",
      [
        [
          "Child Unique ID",
          "Early Help Referral Date",
          "Assessment Start Date",
          "Early Help Start Date",
          "Early Help End Date",
          "Allocated Team",
        ],
        ["E1", day(3, 7), day(5, 7), day(5, 7), "", "North"],
      ],
    ],
    [
      "Referrals",
      [
        ["Child Unique ID", "Date of Referral", "Allocated Team"],
        ["R1", day(4, 7), "North"],
      ],
    ],
    [
      "Strategy Discussions",
      [
        ["Child Unique ID", "Date of Strategy Discussion"],
        ["S1", day(4, 7)],
      ],
    ],
    [
      "Section 47",
      [
        [
          "Child Unique ID",
          "Strategy Discussion Date",
          "Section 47 Start Date",
          "Section 47 Completed Date",
          "Section 47 Outcome",
          "Date of ICPC",
          "Allocated Team",
        ],
        ["S1", day(4, 7), day(4, 7), day(14, 7), "ICPC", day(20, 7), "North"],
      ],
    ],
    [
      "Assessments",
      [
        ["Child Unique ID", "Assessment Start Date", "Assessment Authorised Date", "Allocated Team"],
        ["A1", day(15, 6), day(10, 7), "North"],
        ["A2", day(20, 7), "", "South"],
      ],
    ],
    [
      "CIN Plans",
      [
        [
          "Child Unique ID",
          "CIN Plan Start Date",
          "CIN Plan End Date",
          "Last CIN Visit Date",
          "Last Supervision Date",
          "Allocated Team",
        ],
        ["N1", day(1, 1), "", day(20, 7), day(20, 7), "North"],
        ["N2", day(1, 1), "", day(1, 5), day(20, 7), "South"],
        ["N3", day(1, 1), "", day(20, 7), day(20, 7), "Disability"],
      ],
    ],
    [
      "CP Plans",
      [
        [
          "Child Unique ID",
          "CP Plan Start Date",
          "CP Plan End Date",
          "Number of Previous CP Plans",
          "Last CP Visit Date",
          "Last Core Group Date",
          "Last Supervision Date",
          "Allocated Team",
        ],
        ["P1", day(1, 3), "", 0, day(24, 7), day(10, 7), day(10, 7), "North"],
        ["P2", day(1, 1, 2022), "", 1, day(3, 7), day(10, 7), day(10, 7), "South"],
      ],
    ],
    [
      "CLA",
      [
        [
          "Child Unique ID",
          "Date Started to be Looked After",
          "Date Ceased",
          "Last Visit Date",
          "Visit Frequency (days)",
          "Care Plan Date",
          "Last Supervision Date",
          "Allocated Team",
        ],
        ["L1", day(1, 1), "", day(10, 7), 42, day(1, 6), day(10, 7), "North"],
      ],
    ],
    [
      "Care Leavers",
      [
        ["Child Unique ID", "Start Date", "End Date"],
        ["G1", day(1, 1, 2020), ""],
      ],
    ],
    [
      "Allocations",
      [
        ["Worker ID", "Qualifying Status", "Allocated_Team", "Child Unique ID"],
        ["W1", "SW", "North", "K1"],
        ["W1", "SW", "North", "K2"],
        ["W2", "NQSW", "South", "K3"],
      ],
    ],
  ]);
  return {
    sheets,
    dress: new Map(),
    marks: new Map(),
    settings: {
      options: [
        ["Reporting month", "2023-07"],
        ["Population aged 0 to 17", 10000],
      ],
      targets: [["cp-rate", "lower", 60, 5]],
      teams: [
        ["North Team", "N Team", "North", "BIT", "", "Yes"],
        ["South Team", "", "South", "SWF", "Central", "Yes"],
        ["Disability Team", "", "Disability", "CWD", "", "No"],
      ],
      closures: [["", ""]],
    },
  };
}

export const SETTINGS = "Clinic Settings";
const TARGET_HEADINGS = [
  "ID",
  "Better when",
  "Target",
  "Amber within",
  "Timescale",
  "Unit",
  "Not yet due",
  "Teams",
  "Population",
];

/** The sheets as they are to be written, Clinic Settings last. */
export function sheetsToMake({ sheets, dress, settings }: Extracts): SheetToMake[] {
  const extracts = [...sheets].map(([name, rows]): SheetToMake => ({ name, rows, dress: dress.get(name) }));
  return [
    ...extracts,
    {
      name: SETTINGS,
      rows: [["Clinic settings"]],
      dress(sheet) {
        tableOf("ClinicOptions", "A3", ["Setting", "Value"], settings.options)(sheet);
        tableOf(
          "ClinicTargets",
          "D3",
          TARGET_HEADINGS,
          settings.targets.map((row) => TARGET_HEADINGS.map((_, c) => row[c] ?? "")),
        )(sheet);
        const teams = ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"];
        tableOf("ClinicTeams", "O3", teams, settings.teams)(sheet);
        tableOf("ClinicHolidays", "V3", ["Date", "Name"], settings.closures)(sheet);
        dress.get(SETTINGS)?.(sheet);
      },
    },
  ];
}

export interface DirtyCase {
  /** What is wrong with the extract, as an analyst would say it. */
  readonly name: string;
  readonly change: (extracts: Extracts) => void;
  /** Only those that differ from the clean workbook's. */
  readonly figures?: Readonly<Record<string, Figure>>;
  /** Lines of caseload tables that differ; null = there are no caseloads. */
  readonly caseloads?: Readonly<Record<string, readonly string[]>> | null;
  /** All of the out-of-time list, in order, where the case is about it. */
  readonly outOfTime?: readonly string[];
  /** Where an indicator stands against its target: "90 red", "none". */
  readonly standing?: Readonly<Record<string, string>>;
  /** Every issue that it must give: "error unreadable-date CIN Plans!D2"; without a cell, "query … CIN Plans". */
  readonly issues: readonly string[];
  readonly date1904?: boolean;
  /** The analyst's own choice of sheets, kept in the workbook. */
  readonly choices?: ListChoices;
}

/** Sets one cell of a sheet by its A1 address (one-letter columns). */
export function put(extracts: Extracts, sheet: string, address: string, value: Written): void {
  const row = Number(address.slice(1)) - 1;
  const rows = extracts.sheets.get(sheet)!;
  while (rows.length <= row) rows.push([]);
  const cells = rows[row]!;
  const column = address.charCodeAt(0) - 65;
  while (cells.length < column) cells.push("");
  cells[column] = value;
}

export function addRow(extracts: Extracts, sheet: string, ...cells: Written[]): void {
  extracts.sheets.get(sheet)!.push(cells);
}

export function dropSheet(extracts: Extracts, sheet: string): void {
  extracts.sheets.delete(sheet);
}

/** Keeps the sheet's place among the tabs. */
export function renameSheet(extracts: Extracts, sheet: string, name: string): void {
  const renamed = [...extracts.sheets].map(([n, rows]): [string, Rows] => [n === sheet ? name : n, rows]);
  extracts.sheets.clear();
  for (const [n, rows] of renamed) extracts.sheets.set(n, rows);
}

export function dropColumn(extracts: Extracts, sheet: string, heading: string): void {
  const rows = extracts.sheets.get(sheet)!;
  const column = rows[0]!.indexOf(heading);
  for (const row of rows) row.splice(column, 1);
}

export function putAbove(extracts: Extracts, sheet: string, ...rows: Rows): void {
  extracts.sheets.get(sheet)!.unshift(...rows);
}

/** Gives cells of a sheet, by their addresses, number formats. */
export const formats = (...cells: readonly (readonly [address: string, format: string])[]) => {
  return (sheet: { getCell(address: string): { numFmt?: unknown } }): void => {
    for (const [address, code] of cells) sheet.getCell(address).numFmt = code;
  };
};
