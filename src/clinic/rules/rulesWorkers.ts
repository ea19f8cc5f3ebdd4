/** Workers with more than one team or qualifying status (SPEC §8). The worker's ID is in no message. */
import { certain } from "../cells/certain";
import { comparableId } from "../extracts/childIndex";
import type { ReadList } from "../extracts/readList";
import type { CellValue } from "../cells/worksheet";
import { nameKey } from "../cells/names";
import type { Recognition } from "../extracts/recognition";
import type { IssueLog } from "../issues/issueLog";
import { cellAsFound, eachRecord, reportAt } from "./places";
import { isBlank } from "../cells/cells";
import { reporter } from "../issues/rulesCatalogue";

/** One issue a worker: at the first row that differs from the worker's first. */
export function* workerRules(
  list: ReadList | null,
  recognition: Recognition,
  log: IssueLog,
): Generator<void> {
  if (!list) return;
  const workers = list.values("worker");
  const teams = list.teams();
  const statuses = list.values("status");
  const teamsDiffer = oneEach(list, "team", reporter(log, "worker-two-teams", list.id));
  const statusesDiffer = oneEach(list, "status", reporter(log, "worker-two-statuses", list.id));
  const ids = new Map<CellValue, string>();
  yield* eachRecord(list, (record) => {
    const cell = workers[record] ?? "";
    let worker = ids.get(cell);
    if (worker === undefined) ids.set(cell, (worker = comparableId(cell)));
    if (worker === "") return;
    if (!isBlank(cellAsFound(recognition, list, record, "team")))
      teamsDiffer(worker, certain(teams[record]), record);
    const status = statuses[record] ?? "";
    if (!isBlank(status)) statusesDiffer(worker, nameKey(String(status)), record);
  });
}

function oneEach(
  list: ReadList,
  column: string,
  report: ReturnType<typeof reporter>,
): (worker: string, found: number | string, record: number) => void {
  const first = new Map<string, number | string>();
  const reported = new Set<string>();
  return (worker, found, record) => {
    const standing = first.get(worker);
    if (standing === undefined) first.set(worker, found);
    else if (standing !== found && !reported.has(worker)) {
      reported.add(worker);
      reportAt(report, list, record, column);
    }
  };
}
