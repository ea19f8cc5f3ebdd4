/**
 * An Annex A workbook of no real council: seeded, so that it is the same each time. Six months to the end of July
 * 2023, thirty to sixty rows a list, and on every list rows that no figure of the month may count.
 */
import { edate } from "../../src/clinic/calendar/months";
import { partsOf, serialOf } from "../../src/clinic/calendar/serials";
import { ANNEX_A_COLUMNS, type AnnexASheetName } from "./annexAColumns";
import type { SheetToMake, Written } from "./makeWorkbook";

const END = serialOf(2023, 7, 31);
const SIX_MONTHS = 180;

const TEAMS = ["Assessment Team 1", "Assessment Team 2", "Safeguarding North", "Safeguarding South"];
export const CWD_TEAM = "Disabled Children's Team";
export const CARE_TEAM = "Looked After Children Team";

/** Cells by heading; columns that are not named get what Annex A would hold there. */
type Row = Readonly<Record<string, Written>>;

/** A whole number from `low` to `high`. */
type Between = (low: number, high: number) => number;

interface Child {
  readonly id: string;
  readonly born: number;
  readonly gender: string;
  readonly ethnicity: string;
}

interface Made {
  readonly sheet: AnnexASheetName;
  readonly rows: readonly { readonly child: Child; readonly cells: Row }[];
  /** As text, the way some systems write Annex A. */
  readonly datesAsText?: true;
}

export function syntheticAnnexA(seed = 2023): readonly SheetToMake[] {
  const between = betweenFrom(seed);
  const children = Array.from({ length: 150 }, (_, i) => childOf(i, between));
  const some = (from: number, count: number) => children.slice(from, from + count);
  return [
    contacts(some(0, 60), between),
    earlyHelp(some(10, 34), between),
    referrals(some(0, 48), between),
    assessments(some(20, 52), between),
    enquiries(some(40, 36), between),
    inNeed(
      { plans: some(50, 32), protection: some(90, 12), care: some(110, 8), closed: some(130, 6) },
      between,
    ),
    protection(some(85, 32), between),
    inCare(some(105, 40), between),
    leavingCare(some(0, 30), between),
    adoption(some(30, 30), between),
    adopters(some(60, 30), between),
  ].map((made) => sheetOf(made, between));
}

function contacts(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 1",
    rows: children.map((child) => ({
      child,
      cells: { "Date of Contact": recent(between), "Contact Source": pick(SOURCES, between) },
    })),
  };
}

function earlyHelp(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 2",
    rows: children.map((child) => {
      const started = recent(between);
      return {
        child,
        cells: {
          "Assessment start date": started,
          "Assessment completion date": upTo(started + between(10, 40)),
          "Organisation completing assessment": pick(["Local authority", "School", "Health"], between),
        },
      };
    }),
  };
}

function referrals(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 3",
    datesAsText: true,
    rows: children.map((child) => ({
      child,
      cells: { "Date of Referral": recent(between), "Allocated Team": pick(TEAMS.slice(0, 2), between) },
    })),
  };
}

function assessments(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 4",
    rows: children.map((child) => {
      const started = weekday(END - between(8, 120));
      return {
        child,
        cells: {
          "Continuous Assessment Start Date": started,
          "Continuous Assessment Date of Authorisation": upTo(weekday(started + between(10, 80))),
          "Allocated Team": pick(TEAMS.slice(0, 2), between),
        },
      };
    }),
  };
}

/** Strategy discussions; of every other one a conference came, of a few of those in time. */
function enquiries(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 5",
    rows: children.map((child, i) => {
      const discussed = weekday(i < 20 ? END - between(10, 50) : recent(between));
      const held = i % 2 === 0 ? upTo(weekday(discussed + between(12, 30))) : "";
      return {
        child,
        cells: {
          "Strategy discussion initiating Section 47 Enquiry Start Date": discussed,
          "Was an Initial Child Protection Conference deemed unnecessary?": held === "" ? "Yes" : "No",
          "Date of Initial Child Protection Conference": held,
          "Did the Initial Child Protection Conference Result in a Child Protection Plan":
            held === "" ? "" : pick(["Yes", "No"], between),
          "Allocated Team": pick(TEAMS, between),
        },
      };
    }),
  };
}

interface InNeed {
  readonly plans: readonly Child[];
  readonly protection: readonly Child[];
  readonly care: readonly Child[];
  readonly closed: readonly Child[];
}

/** List 6 holds every child in need in the wide sense: only rows of a child in need plan are CIN plans. */
function inNeed({ plans, protection: onPlan, care, closed }: InNeed, between: Between): Made {
  const row = (child: Child, status: string, team: string, ended: Written = "") => {
    const started = END - between(60, 500);
    return {
      child,
      cells: {
        "CIN Start Date": started,
        "Date Child Was Last Seen": Math.max(
          started,
          (typeof ended === "number" ? ended : END) - between(0, 60),
        ),
        "CIN Closure Date": ended,
        "Reason for Closure": ended === "" ? "" : "g) 'Other' incl. Child no longer in need",
        "Case Status": status,
        "Allocated Team": team,
      },
    };
  };
  return {
    sheet: "List 6",
    rows: [
      ...plans.map((child, i) =>
        row(child, "c) Child in need plan", i % 6 === 0 ? CWD_TEAM : pick(TEAMS.slice(2), between)),
      ),
      ...onPlan.map((child) => row(child, "b) Child Protection plan", pick(TEAMS.slice(2), between))),
      ...care.map((child) => row(child, "a) Looked after child", CARE_TEAM)),
      ...closed.map((child, i) =>
        // The last closes on the last day, and one of them was in need of a plan until then.
        row(child, i < 3 ? "e) Closed episode" : "c) Child in need plan", TEAMS[2]!, END - 10 * (5 - i)),
      ),
    ],
  };
}

function protection(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 7",
    datesAsText: true,
    rows: children.map((child, i) => {
      const started = END - (i % 5 === 0 ? between(450, 900) : between(30, 400));
      const ended = i % 6 === 5 ? Math.max(started + 5, END - between(0, SIX_MONTHS)) : "";
      return {
        child,
        cells: {
          "Child Protection Plan Start Date": started,
          "Initial Category of Abuse": pick(["a) Neglect", "d) Emotional Abuse"], between),
          "Date of the Last Statutory Visit": Math.max(started, (ended || END) - between(0, 22)),
          "Child Protection Plan End Date": ended,
          "Number of Previous Child Protection Plans": i % 4 === 0 ? between(1, 2) : 0,
          "Allocated Team": pick(TEAMS.slice(2), between),
        },
      };
    }),
  };
}

function inCare(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 8",
    rows: children.map((child, i) => {
      const started = END - between(50, 1500);
      const ceased = i % 8 === 7 ? Math.max(started + 5, END - between(0, SIX_MONTHS)) : "";
      return {
        child,
        cells: {
          "Date Started to be Looked After": started,
          "Start date of current legal status": started,
          "Date of Last Social Work Visit": Math.max(started, (ceased || END) - between(0, 65)),
          "Date of Last IRO Visit / Contact to the Child": END,
          "Date Ceased to be Looked After": ceased,
          "Allocated Team": i % 3 === 0 ? TEAMS[2]! : CARE_TEAM,
        },
      };
    }),
  };
}

function leavingCare(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 9",
    rows: children.map((child) => ({
      child,
      cells: { "Allocated Team": "Leaving Care Team", "Latest Date of Contact": recent(between) },
    })),
  };
}

function adoption(children: readonly Child[], between: Between): Made {
  return {
    sheet: "List 10",
    rows: children.map((child) => ({
      child,
      cells: { "Date the Child Entered Care": END - between(200, 900) },
    })),
  };
}

function adopters(people: readonly Child[], between: Between): Made {
  return {
    sheet: "List 11",
    rows: people.map((child, i) => ({
      child,
      cells: { "Individual adopter identifier": `A${500 + i}`, "Date enquiry received": recent(between) },
    })),
  };
}

const SOURCES = ["a) Individual", "b) Schools", "d) Health services", "g) Police", "i) Other"];

function sheetOf({ sheet, rows, datesAsText }: Made, between: Between): SheetToMake {
  const headings: readonly string[] = ANNEX_A_COLUMNS[sheet];
  const cellOf = (child: Child, cells: Row, heading: string): Written => {
    const cell = cells[heading] ?? usual(heading, child, between);
    return datesAsText && isDay(cell) ? asText(cell) : cell;
  };
  const made = rows.map(({ child, cells }) => headings.map((heading) => cellOf(child, cells, heading)));
  return {
    name: sheet,
    rows: [headings, ...made],
    dress(written) {
      made.forEach((cells, r) =>
        cells.forEach((cell, c) => {
          if (isDay(cell)) written.getCell(r + 2, c + 1).numFmt = "dd/mm/yyyy";
        }),
      );
    },
  };
}

/** What stands in a column that no figure is made from. */
function usual(heading: string, child: Child, between: Between): Written {
  const worker = `SW${String(between(1, 24)).padStart(3, "0")}`;
  if (heading === "Child Unique ID") return child.id;
  if (heading === "Gender") return child.gender;
  if (heading === "Ethnicity") return child.ethnicity;
  if (heading === "Date of Birth") return child.born;
  if (/^Age\b/.test(heading)) return Math.floor((END - child.born) / 365.25);
  if (/Worker$|Advisor$/.test(heading)) return worker;
  if (/^(?:Number|No\.) of/.test(heading)) return between(0, 3);
  if (/\bDate\b/i.test(heading)) return END - between(1, 150);
  if (/^(?:Does|Was|Did|Is|Referral NFA)|\(Y\/N\)|^LA in Touch/.test(heading))
    return pick(["Yes", "No"], between);
  if (heading === "Family identifier") return `F${between(100, 999)}`;
  return "";
}

function childOf(i: number, between: Between): Child {
  return {
    id: `CH${10_000 + i * 37}`,
    born: END - between(200, 6200),
    gender: pick(["a) Male", "b) Female"], between),
    ethnicity: pick(["a) WBRI", "c) WOTH", "g) MOTH", "u) UNKNOWN"], between),
  };
}

/** A day of the six months, one in four of them in July; now and then the first or the last of the month. */
function recent(between: Between): number {
  const turn = between(1, 12);
  if (turn === 1) return END;
  if (turn === 2) return END - 30;
  if (turn === 3) return END - 31;
  return END - between(0, turn < 6 ? 30 : SIX_MONTHS);
}

/** Saturday and Sunday move to Monday. */
function weekday(serial: number): number {
  const daysAfterSunday = (serial - 1) % 7;
  return daysAfterSunday === 0 ? serial + 1 : daysAfterSunday === 6 ? serial + 2 : serial;
}

/** What has not happened by the end of the month is not in the extract. */
function upTo(serial: number): Written {
  return serial > END ? "" : serial;
}

function pick<T>(from: readonly T[], between: Between): T {
  return from[between(0, from.length - 1)]!;
}

const FIRST_DAY = edate(END, -12 * 30);

function isDay(cell: Written): cell is number {
  return typeof cell === "number" && cell > FIRST_DAY;
}

function asText(serial: number): string {
  const { year, month, day } = partsOf(serial);
  return `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`;
}

function betweenFrom(seed: number): Between {
  let state = seed >>> 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return low + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (high - low + 1));
  };
}
