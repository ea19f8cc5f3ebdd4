/** Caseloads (SPEC §4): one line a worker, under the team and the status that most of its rows bear. */
import { numberIn } from "../extracts/cells";
import { comparableId } from "../extracts/childIndex";
import type { ReadList } from "../extracts/readList";
import type { CellValue } from "../extracts/worksheet";
import type { CaseloadTable } from "../report";
import type { Team } from "../settings/settings";
import { highest } from "./countChildren";
import { whatIsMissing } from "./needs";
import type { ListsRead } from "./needs";
import { byCharacter } from "./teamCounts";

const NO_STATUS = "Status not recorded";
const NO_LOCALITY = "locality not recorded";
const FIRST_LOCALITIES = ["Central", "East", "West"] as const;

interface Worker {
  readonly allocations: number;
  readonly status: string;
  readonly team: Team;
  /** Place of the team among all teams, by short name. */
  readonly place: number;
  /** Lower-cased, or `NO_LOCALITY`. */
  readonly locality: string;
}

type Pick = (worker: Worker) => boolean;

/** Tables in pack order. Workers stand in the order of their first row, which settles ties. */
export function caseloadTables(
  allocations: ReadList,
  teams: readonly Team[],
  threshold: number,
): readonly CaseloadTable[] {
  const workers = countAllocations(allocations, teams);
  const mostFirst = (a: Worker, b: Worker) => b.allocations - a.allocations;
  const byTeam = (a: Worker, b: Worker) => a.place - b.place || mostFirst(a, b);
  const table = (id: string, title: string, belongs: Pick, order: typeof byTeam): CaseloadTable => ({
    id,
    title,
    rows: workers
      .filter(belongs)
      .sort(order)
      .map(({ allocations: count, status, team }) => ({
        allocations: count,
        status,
        team: team.shortName,
        highlight: count >= threshold,
      })),
  });

  return [
    table(
      "caseloads-20-plus",
      `${threshold}+ Caseloads`,
      (worker) => worker.allocations >= threshold,
      mostFirst,
    ),
    table("caseloads-bit", "Caseloads in BIT", ({ team }) => team.service === "BIT", byTeam),
    ...localitiesOf(workers).map((locality) =>
      table(
        localityTableId(locality),
        `Caseloads - SWF ${locality}`,
        (worker) => worker.team.service === "SWF" && worker.locality === locality.toLowerCase(),
        byTeam,
      ),
    ),
  ];
}

/** Ids of the tables that every pack has, for when there is no Allocations list. */
export const STANDING_CASELOAD_TABLES: readonly string[] = [
  "caseloads-20-plus",
  "caseloads-bit",
  ...FIRST_LOCALITIES.map(localityTableId),
];

/** Why there are no caseloads; null when there are. */
export function whyNoCaseloads(lists: ListsRead): string | null {
  const missing = whatIsMissing([{ list: "allocations", columns: ["worker", "status", "team"] }], lists);
  if (missing !== null) return missing;
  const list = lists.get("allocations");
  return list?.has("child") || list?.has("count")
    ? null
    : "Allocations has neither a “Child Unique ID” nor a “No. of Allocations” column.";
}

function countAllocations(list: ReadList, teams: readonly Team[]): readonly Worker[] {
  const workers = codesOf(list.values("worker"), identifier);
  const statuses = codesOf(list.values("status"), (cell) => String(cell).trim().toLowerCase());
  const teamCodes = list.teams();
  const statusOf = mostBorne(workers.codes, statuses.codes, workers.firstRows.length);
  const teamOf = mostBorne(workers.codes, teamCodes, workers.firstRows.length);
  const counts = allocationsOf(list, workers.codes, workers.firstRows.length);
  const statusCells = list.values("status");
  const places = placesByShortName(teams);
  return workers.firstRows.map((_, worker) => {
    const code = teamOf[worker]!;
    return {
      allocations: counts[worker]!,
      status: String(statusCells[statuses.firstRows[statusOf[worker]!] ?? -1] ?? "").trim() || NO_STATUS,
      team: teams[code]!,
      place: places[code]!,
      locality: localityOf(teams[code]!).toLowerCase(),
    };
  });
}

/** By team code; teams of one short name share a place. */
function placesByShortName(teams: readonly Team[]): readonly number[] {
  const names = teams.map((team) => team.shortName.toLowerCase());
  const order = new Map([...new Set(names)].sort(byCharacter).map((name, place) => [name, place]));
  return names.map((name) => order.get(name)!);
}

/** "No. of Allocations" wins over child IDs; without either a worker's rows show nothing. */
function allocationsOf(list: ReadList, workers: Int32Array, workerCount: number): Float64Array {
  const stated = list.values("count");
  const statesCounts = list.has("count");
  const namesChildren = list.has("child");
  const children = namesChildren ? list.children() : null;
  /** By child: the first worker met, plus 1. */
  const firstWorker = new Int32Array(children === null ? 0 : highest(children) + 1);
  const furtherWorkers = new Set<number>();
  const counts = new Float64Array(workerCount);
  for (let row = 0; row < list.rowCount; row++) {
    const worker = workers[row]!;
    if (worker < 0) continue;
    const count = statesCounts ? statedCount(stated[row] ?? "") : null;
    if (count !== null) {
      counts[worker]! += count;
    } else if (children !== null) {
      const child = children[row]!;
      const first = firstWorker[child]! - 1;
      if (first < 0) {
        firstWorker[child] = worker + 1;
        counts[worker]!++;
      } else if (first !== worker) {
        const pair = child * workerCount + worker;
        if (!furtherWorkers.has(pair)) counts[worker]!++;
        furtherWorkers.add(pair);
      }
    }
  }
  return counts;
}

/** A whole number of 0 or more; anything else states nothing. */
function statedCount(cell: CellValue): number | null {
  const count = numberIn(cell);
  return count !== null && count >= 0 ? Math.floor(count) : null;
}

/** Codes in the order first met; -1 for a blank of an identifier column. */
function codesOf(cells: readonly CellValue[], read: (cell: CellValue) => string | null) {
  const byCell = new Map<CellValue, number>();
  const byText = new Map<string, number>();
  const codes = new Int32Array(cells.length);
  const firstRows: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    // A worker's rows most often stand together.
    if (row > 0 && cell === cells[row - 1]) {
      codes[row] = codes[row - 1]!;
      continue;
    }
    let code = byCell.get(cell);
    if (code === undefined) {
      const text = read(cell);
      code = text === null ? -1 : (byText.get(text) ?? firstRows.length);
      if (code === firstRows.length) firstRows.push(row);
      if (text !== null) byText.set(text, code);
      byCell.set(cell, code);
    }
    codes[row] = code;
  }
  return { codes, firstRows };
}

function identifier(cell: CellValue): string | null {
  return comparableId(cell) || null;
}

/** For each worker the code that most of its rows bear; a tie goes to the one first met. */
function mostBorne(workers: Int32Array, codes: Int32Array, workerCount: number): Int32Array {
  const first = new Int32Array(workerCount).fill(-1);
  const next: number[] = [];
  const code: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < workers.length; row++) {
    const worker = workers[row]!;
    if (worker < 0) continue;
    let entry = first[worker]!;
    let last = -1;
    while (entry >= 0 && code[entry] !== codes[row]) {
      last = entry;
      entry = next[entry]!;
    }
    if (entry < 0) {
      entry = code.push(codes[row]!) - 1;
      rows.push(0);
      next.push(-1);
      if (last < 0) first[worker] = entry;
      else next[last] = entry;
    }
    rows[entry]!++;
  }
  return first.map((head) => {
    let most = head;
    for (let entry = head; entry >= 0; entry = next[entry]!) if (rows[entry]! > rows[most]!) most = entry;
    return code[most] ?? -1;
  });
}

/** Central, East, West; then any further one with a worker, A–Z; last those whose teams have none recorded. */
function localitiesOf(workers: readonly Worker[]): readonly string[] {
  const met = new Map<string, string>();
  for (const { team, locality } of workers) {
    if (team.service === "SWF" && !met.has(locality)) met.set(locality, localityOf(team));
  }
  const standing = new Set<string>(FIRST_LOCALITIES.map((locality) => locality.toLowerCase()));
  const further = [...met.keys()]
    .filter((key) => !standing.has(key) && key !== NO_LOCALITY)
    .sort(byCharacter);
  const unrecorded = met.has(NO_LOCALITY) ? [NO_LOCALITY] : [];
  return [...FIRST_LOCALITIES, ...further.map((key) => met.get(key)!), ...unrecorded];
}

function localityOf(team: Team): string {
  return team.locality.trim() || NO_LOCALITY;
}

function localityTableId(locality: string): string {
  return `caseloads-swf-${locality.toLowerCase().replace(/\s+/g, "-")}`;
}
