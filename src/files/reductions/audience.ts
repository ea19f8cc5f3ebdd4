/** For whom a copy or a deck is made (SPEC §10), and what of the report is in it. */
import { keyMessages } from "../../clinic/calculate/messages";
import { IS_OUTSIDE } from "../../clinic/calculate/reconcile";
import type { ClinicReport, Reconciliation, TeamTable } from "../../clinic/report";
import type { Audience } from "../../clinic/settings/settings";
import { tablesByLocality } from "./byLocality";
import { withoutChildren } from "./withoutChildren";

/** The one row of a by-team table that is for those outside the council: an Excel table has at least one. */
const ALL_TEAMS = "All clinic teams";

/** The report as `audience` may see it; no child, worker or cell of the workbook is in any of the three. */
export function reportFor(audience: Audience, report: ClinicReport): ClinicReport {
  const shown = withoutChildren(report);
  if (audience === "clinic") return shown;
  const tables =
    audience === "council" ? tablesByLocality(shown.tables, shown.settings) : shown.tables.map(pooled);
  return {
    ...shown,
    settings: { ...shown.settings, teams: [] },
    tables,
    caseloads: [],
    // No locality either for those outside: only the pooled figures speak.
    messages: keyMessages({
      catalogue: shown.settings.catalogue,
      month: shown.month,
      headlines: shown.headlines,
      tables: audience === "council" ? tables : [],
      demand: [...shown.demandMonth, ...shown.demandMonthEnd],
      reconciliations: audience === "council" ? shown.reconciliations : [],
      usualChanges: shown.usualChanges,
    }),
    reconciliations: shown.reconciliations.map(withoutTeamNames),
    history: shown.history.filter(({ team }) => team === "Total"),
  };
}

function pooled(table: TeamTable): TeamTable {
  return { ...table, rows: table.total.denominator === 0 ? [] : [{ ...table.total, team: ALL_TEAMS }] };
}

function withoutTeamNames(reconciliation: Reconciliation): Reconciliation {
  const { parts } = reconciliation;
  const outside = parts.filter(({ reason }) => reason.endsWith(IS_OUTSIDE));
  const count = outside.reduce((sum, part) => sum + part.count, 0);
  const others = parts.filter((part) => !outside.includes(part));
  return {
    ...reconciliation,
    parts: outside.length === 0 ? others : [{ reason: `other teams${IS_OUTSIDE}`, count }, ...others],
  };
}
