/** Councils made up at random for property tests, and the workbooks that hold their extracts. */
import fc from "fast-check";
import type { CellValue, SheetValues, TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { plus } from "./byHand";
import type { Council, HandRow, HandTeam } from "./byHand";
import { day } from "./madeList";

const MONTHS = [
  { from: "2024-05-01", to: "2024-05-31" },
  { from: "2024-02-01", to: "2024-02-29" },
  { from: "2023-08-01", to: "2023-08-31" },
  { from: "2024-03-01", to: "2024-03-31" },
] as const;

export const TEAMS: readonly HandTeam[] = [
  { name: "Family Help North", short: "FH North", service: "BIT", locality: "", clinic: true },
  { name: "Duty", short: "Duty", service: "BIT", locality: "", clinic: true },
  { name: "Families Central", short: "Zone C", service: "SWF", locality: "Central", clinic: true },
  { name: "Families East", short: "East", service: "SWF", locality: "East", clinic: true },
  { name: "Disabled Children", short: "DCT", service: "CWD", locality: "", clinic: false },
  { name: "Through Care", short: "TC", service: "Other", locality: "", clinic: false },
];

const team = fc.constantFrom(
  ...TEAMS.flatMap(({ name, short }) => [name, short]),
  "Families East",
  "",
  "Agency Pool",
);
const child = fc.constantFrom("K1", "K2", " k2", "K3", "K4", "K5", "k6", "K7", "K8", "K9", "M10", "M11", "");
const status = fc.constantFrom("SW", "NQSW", "ASYE");

/** Dates crowd about the edges: the month's, and the timescales back from its end. */
function dateNear(from: string, to: string) {
  const back = (edges: readonly number[]) =>
    fc
      .tuple(fc.constantFrom(...edges), fc.integer({ min: -3, max: 3 }))
      .map(([edge, shift]) => plus(to, shift - edge));
  const anywhere = fc.integer({ min: -700, max: 40 }).map((shift) => plus(to, shift));
  const nearEdges = back([0, 10, 14, 15, 28, 29, 42, 61, 63, 183, 548]);
  return fc.oneof(
    nearEdges,
    anywhere,
    fc.integer({ min: -2, max: 2 }).map((shift) => plus(from, shift)),
  );
}

export function councils(): fc.Arbitrary<Council> {
  return fc.constantFrom(...MONTHS).chain(({ from, to }) => {
    const date = dateNear(from, to);
    const orBlank = fc.option(date, { nil: "", freq: 3 });
    const rows = (columns: Record<string, fc.Arbitrary<string | number>>): fc.Arbitrary<readonly HandRow[]> =>
      fc.array(fc.record(columns), { minLength: 1, maxLength: 25 });
    const id = { "Child Unique ID": child };
    const allocated = { "Allocated Team": team };
    const lists = fc.record({
      Contacts: rows({ ...id, "Date of Contact": orBlank }),
      "Early Help": rows({
        ...id,
        "Early Help Referral Date": orBlank,
        "Assessment Start Date": orBlank,
        "Early Help Start Date": orBlank,
        "Early Help End Date": orBlank,
        ...allocated,
      }),
      Referrals: rows({ ...id, "Date of Referral": orBlank, ...allocated }),
      "Strategy Discussions": rows({ ...id, "Date of Strategy Discussion": orBlank }),
      "Section 47": rows({
        ...id,
        "Strategy Discussion Date": orBlank,
        "Section 47 Start Date": orBlank,
        "Section 47 Completed Date": orBlank,
        "Section 47 Outcome": fc.constantFrom(
          "Concerns substantiated - ICPC",
          "ICPC not required",
          "No ICPC",
          "Initial child protection conference",
          "No further action",
          "",
        ),
        "Date of ICPC": fc.oneof(fc.constantFrom(plus(from, 8), plus(from, 9)), orBlank),
        ...allocated,
      }),
      Assessments: rows({
        ...id,
        "Assessment Start Date": orBlank,
        "Assessment Authorised Date": orBlank,
        ...allocated,
      }),
      "CIN Plans": rows({
        ...id,
        "CIN Plan Start Date": orBlank,
        "CIN Plan End Date": orBlank,
        "Last CIN Visit Date": orBlank,
        "Last Supervision Date": orBlank,
        ...allocated,
      }),
      "CP Plans": rows({
        ...id,
        "CP Plan Start Date": orBlank,
        "CP Plan End Date": orBlank,
        "Number of Previous CP Plans": fc.constantFrom("", 0, 1, 2),
        "Last CP Visit Date": orBlank,
        "Last Core Group Date": orBlank,
        "Last Supervision Date": orBlank,
        ...allocated,
      }),
      CLA: rows({
        ...id,
        "Date Started to be Looked After": orBlank,
        "Date Ceased": orBlank,
        "Last Visit Date": orBlank,
        "Visit Frequency (days)": fc.constantFrom("", 28, 42, "14 days", "9 weeks", "as needed"),
        "Care Plan Date": orBlank,
        "Last Supervision Date": orBlank,
        ...allocated,
      }),
      "Care Leavers": rows({ ...id, "Start Date": orBlank, "End Date": orBlank }),
      Allocations: rows({
        "Worker ID": fc.constantFrom("W1", "W2", "w2", "W3", "W4", ""),
        "Qualifying Status": status,
        Allocated_Team: team,
        ...id,
      }),
    });
    return fc.record({
      lists,
      teams: fc.constant(TEAMS),
      from: fc.constant(from),
      to: fc.constant(to),
      asAt: fc.constantFrom(to, plus(to, 5), plus(to, -4)),
      population: fc.integer({ min: 1000, max: 300_000 }),
      threshold: fc.integer({ min: 2, max: 6 }),
      closures: fc.array(date, { maxLength: 2 }),
      s47Before: fc.array(fc.nat(300), { minLength: 11, maxLength: 11 }),
    });
  });
}

/** The council as a workbook: dates as serials, as British text and as ISO text by turns. */
export function workbookOf(council: Council): WorkbookValues {
  let turn = 0;
  const cell = (value: string | number): CellValue => {
    if (typeof value === "number" || !/^\d{4}-\d\d-\d\d$/.test(value)) return value;
    turn++;
    const [year, month, date] = value.split("-");
    return turn % 5 === 0 ? `${date}/${month}/${year}` : turn % 7 === 0 ? value : day(value);
  };
  const sheets = Object.entries(council.lists).map(([name, rows]): SheetValues => {
    const headings = Object.keys(rows[0] ?? {});
    return {
      name,
      firstRow: 0,
      firstColumn: 0,
      rows: [headings, ...rows.map((row) => headings.map((heading) => cell(row[heading]!)))],
    };
  });
  const monthsBefore = council.s47Before.map((_, i) => day(monthFirst(council.from, i - 11)));
  const past: SheetValues = {
    name: "Past Figures",
    firstRow: 0,
    firstColumn: 0,
    rows: [
      ["Indicator", ...monthsBefore],
      ["s47-completed", ...council.s47Before],
    ],
  };
  return {
    sheets: [...sheets, past],
    settings: [
      table(
        "ClinicOptions",
        ["Setting", "Value"],
        [
          ["Reporting month", council.from.slice(0, 7)],
          ["As-at date", day(council.asAt)],
          ["Caseload highlight at or above", council.threshold],
          ["Population aged 0 to 17", council.population],
          ["S47 outcomes that mean ICPC", "ICPC; Initial Child Protection Conference"],
        ],
      ),
      table(
        "ClinicTeams",
        ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"],
        council.teams.map((one) => [
          one.name,
          "",
          one.short,
          one.service,
          one.locality,
          one.clinic ? "Yes" : "No",
        ]),
      ),
      table(
        "ClinicHolidays",
        ["Date", "Name"],
        council.closures.map((date) => [day(date), "Closed"]),
      ),
    ],
    history: null,
    choices: {},
    date1904: false,
  };
}

function table(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
): TableValues {
  return { name, sheet: "Clinic Settings", headerRow: 2, firstColumn: 0, headings, rows };
}

function monthFirst(from: string, shift: number): string {
  const [year, month] = from.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + shift, 1)).toISOString().slice(0, 10);
}
