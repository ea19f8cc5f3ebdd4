/** Small lists made by hand, as `readLists` would give them, and the terms to count them on. */
import { createCalendar } from "../../src/clinic/calendar/workingDays";
import { serialOf } from "../../src/clinic/calendar/serials";
import type { ListId } from "../../src/clinic/lists/lists";
import type { ReadList } from "../../src/clinic/extracts/readList";
import type { CellValue } from "../../src/clinic/cells/worksheet";
import type { Terms } from "../../src/clinic/indicators/entry";
import { defaultServices } from "../../src/clinic/teams/service";
import type { Team } from "../../src/clinic/teams/team";

/** "2023-07-31" as a serial. */
export function day(iso: string): number {
  const [year, month, date] = iso.split("-").map(Number) as [number, number, number];
  return serialOf(year, month, date);
}

/** A record: dates as "2023-07-31", all else as the cell holds it; `team` is a code into the teams (0 when left out). */
export type MadeRow = Readonly<Record<string, CellValue>>;

const ISO = /^\d{4}-\d\d-\d\d$/;

export function madeList(id: ListId, rows: readonly MadeRow[], columns?: readonly string[]): ReadList {
  const present = new Set(columns ?? ["child", "team", ...rows.flatMap((row) => Object.keys(row))]);
  const codes = new Map<CellValue, number>();
  const childOf = (record: number): number => {
    const child = rows[record]?.["child"] ?? "";
    if (child === "") return 1000 + record;
    if (!codes.has(child)) codes.set(child, codes.size);
    return codes.get(child)!;
  };
  return {
    id,
    sheets: [id],
    rowCount: rows.length,
    sheetOf: null,
    rowOf: Int32Array.from(rows, (_, i) => i + 2),
    columnLetter: () => "A",
    has: (column) => present.has(column),
    dates: (column) =>
      Int32Array.from(rows, (row) => {
        const cell = row[column] ?? "";
        return typeof cell === "string" && ISO.test(cell) ? day(cell) : 0;
      }),
    values: (column) => rows.map((row) => row[column] ?? ""),
    childrenOf: (records) => records.map(childOf),
    children: () => Int32Array.from(rows, (_, record) => childOf(record)),
    teams: () => Int32Array.from(rows, (row) => Number(row["team"] ?? 0)),
  };
}

export function madeTeam(name: string, more: Partial<Team> = {}): Team {
  return {
    name,
    shortName: name,
    otherNames: [],
    service: "SWF",
    locality: "East",
    inClinicTables: true,
    origin: "known",
    ...more,
  };
}

/** July 2023 looked back on from its last day, with one team, unless told otherwise. */
export function julyTerms(more: Partial<Terms> = {}): Terms {
  return {
    monthStart: day("2023-07-01"),
    monthEnd: day("2023-07-31"),
    asAt: day("2023-07-31"),
    calendar: createCalendar([]),
    teams: [madeTeam("SWF East 1")],
    services: defaultServices([]),
    icpcOutcomes: ["ICPC", "Initial Child Protection Conference"],
    ...more,
  };
}
