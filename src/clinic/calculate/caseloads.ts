/** Caseloads (SPEC §4): one line for each worker, under the team and the status that most of its rows have. */
import { numberIn } from "../cells/cells";
import { comparableId } from "../extracts/childIndex";
import type { ReadList } from "../extracts/readList";
import type { CellValue } from "../cells/worksheet";
import type { CaseloadTable } from "../report";
import { statusKey } from "../settings/readServices";
import type { ClinicSettings } from "../settings/settings";
import { type ClinicService, teamsOf } from "../teams/service";
import type { Team } from "../teams/team";
import { highest } from "./countChildren";
import { whatIsMissing } from "./needs";
import type { ListsRead } from "./needs";
import { byCharacter } from "./teamCounts";

const NO_STATUS = "Status not recorded";
const NO_LOCALITY = "locality not recorded";

interface Worker {
  readonly allocations: number;
  readonly status: string;
  readonly team: Team;
  /** Place of the team among all teams, by short name. */
  readonly place: number;
}

type Belongs = (worker: Worker) => boolean;

export type CaseloadTerms = Pick<ClinicSettings, "teams" | "services" | "caseloadThreshold"> &
  Partial<Pick<ClinicSettings, "statuses">>;

/** Tables in pack order. Workers stand in the order of their first row, which settles ties. */
export function caseloadTables(
  allocations: ReadList,
  { teams, services, caseloadThreshold: threshold, statuses = [] }: CaseloadTerms,
): readonly CaseloadTable[] {
  const highlightAt = createHighlight({ caseloadThreshold: threshold, statuses });
  const workers = countAllocations(allocations, teams);
  const mostFirst = (a: Worker, b: Worker) => b.allocations - a.allocations;
  const byTeam = (a: Worker, b: Worker) => a.place - b.place || mostFirst(a, b);
  const table = (id: string, title: string, belongs: Belongs, order: typeof byTeam): CaseloadTable => ({
    id,
    title,
    rows: workers
      .filter(belongs)
      .sort(order)
      .map(({ allocations: count, status, team }) => ({
        allocations: count,
        status,
        team: team.shortName,
        highlight: count >= highlightAt(status),
      })),
  });

  return [
    table(
      "caseloads-20-plus",
      `${threshold}+ Caseloads`,
      (worker) => worker.allocations >= threshold,
      mostFirst,
    ),
    ...tablesOfServices({ teams, services }, (team) => workers.some((worker) => worker.team === team)).map(
      ({ id, title, holds }) => table(id, title, ({ team }) => holds(team), byTeam),
    ),
  ];
}

/** From how many allocations on a worker of a status is highlighted: the status's own number, else the option's. */
export function createHighlight({
  caseloadThreshold,
  statuses,
}: Pick<ClinicSettings, "caseloadThreshold" | "statuses">): (status: string) => number {
  const own = new Map(
    statuses.flatMap(({ status, highlightAt }) =>
      highlightAt === null ? [] : [[statusKey(status), highlightAt] as const],
    ),
  );
  return (status) => own.get(statusKey(status)) ?? caseloadThreshold;
}

/** The tables that stand whoever has allocations: for when there is no Allocations list. */
export function standingCaseloads(terms: CaseloadTerms): readonly CaseloadTable[] {
  return [
    { id: "caseloads-20-plus", title: `${terms.caseloadThreshold}+ Caseloads`, rows: [] },
    ...tablesOfServices(terms, () => false).map(({ id, title }) => ({ id, title, rows: [] })),
  ];
}

interface ServiceTable {
  readonly id: string;
  readonly title: string;
  readonly holds: (team: Team) => boolean;
  /** Whose table it is: more than one where their names come to one id. */
  readonly of: readonly Part[];
}

interface Part {
  readonly service: ClinicService;
  /** null = the whole service. */
  readonly locality: string | null;
}

/** A table that several services, or localities of one, have together, as the pack names them. */
export interface SharedTable {
  readonly title: string;
  readonly of: readonly Part[];
}

export function sharedTables(
  allocations: ReadList,
  terms: Pick<CaseloadTerms, "teams" | "services">,
): readonly SharedTable[] {
  const met = new Set(allocations.teams());
  const withRows = new Set(terms.teams.filter((_, code) => met.has(code)));
  return tablesOfServices(terms, (team) => withRows.has(team)).filter(({ of }) => of.length > 1);
}

/** Two services or localities whose names come to one id share a table: Excel would take neither name twice. */
function tablesOfServices(
  { teams, services }: Pick<CaseloadTerms, "teams" | "services">,
  hasWorkers: (team: Team) => boolean,
): readonly ServiceTable[] {
  const tables = new Map<string, ServiceTable>();
  for (const service of services) {
    if (service.caseloads === "none") continue;
    const isOfService = teamsOf(service, teams);
    const oneTable = {
      id: tableId(service.name),
      title: service.title,
      holds: isOfService,
      of: [{ service, locality: null }],
    };
    const made =
      service.caseloads === "one table"
        ? [oneTable]
        : localitiesOf(teams.filter(isOfService), hasWorkers).map((locality) => ({
            id: tableId(service.name, locality),
            title: `${service.title} ${locality}`,
            holds: (team: Team) =>
              isOfService(team) && localityOf(team).toLowerCase() === locality.toLowerCase(),
            of: [{ service, locality }],
          }));
    for (const table of made) {
      const standing = tables.get(table.id);
      const both = standing && {
        ...standing,
        holds: either(standing.holds, table.holds),
        of: [...standing.of, ...table.of],
      };
      tables.set(table.id, both ?? table);
    }
  }
  return [...tables.values()];
}

function either(one: ServiceTable["holds"], other: ServiceTable["holds"]): ServiceTable["holds"] {
  return (team) => one(team) || other(team);
}

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

/** For each worker the code that most of its rows have; a tie goes to the one first met. */
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

/** Of the service's teams in ClinicTeams A–Z; last, where a worker's team has none, "locality not recorded". */
function localitiesOf(teams: readonly Team[], hasWorkers: (team: Team) => boolean): readonly string[] {
  const met = new Map<string, string>();
  for (const team of teams) {
    const locality = localityOf(team);
    const counts = locality === NO_LOCALITY || team.origin !== "known" ? hasWorkers(team) : true;
    if (counts && !met.has(locality.toLowerCase())) met.set(locality.toLowerCase(), locality);
  }
  const recorded = [...met.keys()].filter((key) => key !== NO_LOCALITY).sort(byCharacter);
  return [...recorded, ...(met.has(NO_LOCALITY) ? [NO_LOCALITY] : [])].map((key) => met.get(key)!);
}

function localityOf(team: Team): string {
  return team.locality.trim() || NO_LOCALITY;
}

/** "SWF", "Central" → "caseloads-swf-central". */
function tableId(...names: readonly string[]): string {
  return ["caseloads", ...names].map((name) => name.trim().toLowerCase().replace(/\s+/g, "-")).join("-");
}
