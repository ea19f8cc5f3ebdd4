/** Tables by team that would show nothing because all their rows are in teams outside the clinic tables. */
import { withThousands } from "../cells/counts";
import { certain } from "../cells/certain";
import type { Terms } from "../indicators/entry";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import type { ClinicSettings } from "../settings/settings";
import type { TeamDirectory } from "../teams/teams";
import type { MonthFigures } from "./monthFigures";
import { settingsOf } from "./monthFigures";
import { needsOf, recordsOf, whatIsMissing } from "./needs";
import type { ListsRead } from "./needs";
import { sum, timescaleOf } from "./teamCounts";

/**
 * At a first build it is only guessed which teams belong in the clinic tables: where that would leave a table empty, the
 * teams of its rows are put into it, so that the analyst sees them and can say otherwise.
 */
export function fillGuessedTables(
  directory: TeamDirectory,
  lists: ListsRead,
  terms: Terms,
  settings: ClinicSettings,
): void {
  for (const entry of settings.catalogue.entries) {
    if (entry.family !== "by team" || whatIsMissing(needsOf(entry), lists) !== null) continue;
    const list = certain(recordsOf(lists, entry.cohort.list));
    const rows = entry.cohort.rows(list, terms, timescaleOf(settingsOf(settings, entry)));
    const teamCodes = list.teams();
    const teams = new Set(Array.from(rows, (row) => certain(teamCodes[row])));
    if ([...teams].some((code) => directory.teams[code]?.inClinicTables)) continue;
    for (const code of teams) directory.putInClinicTables(code);
  }
}

/** One query a list: its tables by team count the same rows. */
export function queryEmptyTables({ tables }: MonthFigures, log: IssueLog): void {
  for (const { list, denominator, leftOut, outside } of tables.values()) {
    const count = sum(outside);
    if (list.id === null || count === 0 || leftOut > 0 || sum(denominator) > 0) continue;
    const words = { count: withThousands(count) };
    reporter(log, "teams-all-outside-clinic", list.id, words)(list.sheets[0] ?? "", "");
  }
}
