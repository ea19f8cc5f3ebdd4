/** Services whose caseloads stand in one table, since the names come to the same: a query at the later one's row (SPEC §3). */
import type { TableValues } from "../cells/worksheet";
import { nameKey } from "../cells/names";
import { settingsTable } from "../entries/settingsTable";
import type { ReadList } from "../extracts/readList";
import type { IssueLog } from "../issues/issueLog";
import { reporter } from "../issues/rulesCatalogue";
import { type CaseloadTerms, sharedTables } from "./caseloads";

/** @param entered ClinicServices as it stands; null before the first build, whose own services share none. */
export function querySharedCaseloads(
  allocations: ReadList,
  terms: CaseloadTerms,
  entered: TableValues | null,
  log: IssueLog,
): void {
  if (entered === null) return;
  const table = settingsTable(entered);
  for (const { title, of } of sharedTables(allocations, terms)) {
    const names = of.map(({ service, locality }) =>
      locality === null ? `“${service.name}”` : `“${service.name}” in the locality “${locality}”`,
    );
    const rows = table.filledRows.filter((row) =>
      of.some(({ service }) => nameKey(String(table.value(row, "Service"))) === nameKey(service.name)),
    );
    const words = { title, names: names.join(" and ") };
    reporter(
      log,
      "services-share-table",
      "settings",
      words,
    )(table.sheet, table.address(rows.at(-1) ?? 0, "Service"));
  }
}
