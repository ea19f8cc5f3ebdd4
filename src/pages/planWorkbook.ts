/** The whole pack on paper: seventeen sheets in the order of SPEC §5, and the names that their formulas read. */
import { monthInWords } from "../clinic/calendar/months";
import type { ClinicReport } from "../clinic/report";
import { caseloadsPage } from "./caseloads";
import { dataIssuesPage } from "./dataIssues";
import { definitionsPage } from "./definitions";
import { demandPage } from "./demand";
import { historyPage } from "./history";
import { outOfTimePage } from "./outOfTime";
import type { WorkbookPlan } from "./plan";
import { settingsPage, setupPage } from "./settings";
import type { SettingsRows } from "../clinic/settings/settingsRows";
import { summaryPage } from "./summary";
import { teamTablePage } from "./teamTablePage";
import { teamsPage } from "./teams";
import { planNames } from "./thresholdNames";

export interface Built {
  /** When: a serial with its time of day. The only thing in which two builds of the same figures differ. */
  readonly at: number;
  readonly settings: SettingsRows;
}

/**
 * Formulas point across sheets (the Summary at the pages' totals, rules at names, names at Clinic Settings): whoever
 * writes the plan makes settings, names and tables before the formulas.
 */
export function planWorkbook(report: ClinicReport, built: Built): WorkbookPlan {
  return {
    title: `Assurance Clinic – ${monthInWords(report.month)}`,
    sheets: [
      summaryPage(report, built.at),
      demandPage(report),
      caseloadsPage(report),
      teamsPage(report),
      ...report.settings.catalogue.pages.map((page) => teamTablePage(page, report)),
      outOfTimePage(report),
      dataIssuesPage(report),
      definitionsPage(report),
      historyPage(report),
      settingsPage(report, built.settings),
      setupPage(report, built.settings),
    ],
    names: planNames(built.settings, report.settings.catalogue),
  };
}
