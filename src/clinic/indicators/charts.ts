/** Figures that are drawn only as a chart (SPEC §4 Charts). */
import { openCpPlans18Months, s47Completed } from "./cohorts";
import { watched } from "./defaults";
import type { ChartEntry } from "./entry";
import { outcomeIsIcpc } from "./inTime";
import { PAGES } from "./teamPages";

const DURATION = "Number of current Child Protection Plans lasting 18 months or more";
const S47_TO_ICPC = "Percentage of completed S47 enquiries in the month with an outcome of ICPC";

const charts = [
  {
    family: "chart",
    id: "cp-18-months",
    wording: DURATION,
    nameInMessages: "CP plans of 18 months or more",
    chartTitle: DURATION,
    kind: "count",
    page: PAGES.cpVisits,
    measure: { counts: "plans", cohort: openCpPlans18Months },
    rule: () =>
      "CP plans open on the last day of the month that started on or before the same day eighteen months earlier, all teams.",
    defaults: watched,
  },
  {
    family: "chart",
    id: "s47-to-icpc",
    wording: S47_TO_ICPC,
    nameInMessages: "Section 47 enquiries that led to an ICPC",
    chartTitle: S47_TO_ICPC,
    kind: "percent",
    page: PAGES.cpVisits,
    measure: { counts: "share", cohort: s47Completed, test: outcomeIsIcpc("outcome") },
    rule: () =>
      "Section 47 enquiries completed in the month: those whose outcome means an initial child protection conference " +
      "(the setting “S47 outcomes that mean ICPC”) and does not say no, not or without. All teams.",
    defaults: watched,
  },
] as const satisfies readonly ChartEntry<string, string>[];

export type ChartEntries = typeof charts;
export const CHARTS: readonly ChartEntry[] = charts;
