/** Clinic Caseloads for those who see no worker: a line for each service and locality (SPEC §10). */
import type { ClinicReport } from "../clinic/report";
import { monthAndCouncil, pageTop, picturePage } from "../pages/layout/pageTop";
import { fillPaper } from "../pages/layout/paper";
import { assemble } from "../pages/layout/part";
import { numberColumn, textColumn, titledTable, widthOfTexts } from "../pages/layout/tableColumn";
import { pageName } from "../pages/pageNames";
import type { SheetPlan } from "../pages/plan";
import { counted, NOT_AVAILABLE } from "../pages/wording";
import type { CaseloadSummary } from "./reductions/caseloadSummary";

/** Points. */
const HIGHEST_ROW = 27;

export function caseloadPage(report: ClinicReport, lines: readonly CaseloadSummary[]): SheetPlan {
  const name = pageName("caseloads");
  const { caseloadThreshold } = report.settings;
  const over = lines.reduce((sum, line) => sum + line.over, 0);
  const table = titledTable({
    name: "Clinic_caseload_summary",
    title: "Workers and their allocations",
    column: 0,
    columns: [
      textColumn(
        "Caseloads",
        widthOfTexts(
          lines.map(({ title }) => title),
          // As wide as the notes above it: they are not to be cut on paper.
          70,
          80,
        ),
      ),
      numberColumn("Workers", 20),
      numberColumn("Average", 20, "0.0"),
      numberColumn("Highest", 20),
      numberColumn("At or over", 20),
    ],
    rows:
      lines.length > 0
        ? lines.map((line) => [line.title, line.workers, line.average, line.highest, line.over])
        : [[`${NOT_AVAILABLE} Not available`, null, null, null, null]],
    total: null,
    showFilter: false,
  });
  const sheet = assemble(picturePage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: `${counted(over, "worker").replace(/^n/, "N")} ${over === 1 ? "has" : "have"} ${caseloadThreshold} or more allocations.`,
      notes: [
        `At or over: workers with ${caseloadThreshold} or more allocations. Average: allocations per worker.`,
      ],
    }),
    table,
  ]);
  return fillPaper(sheet, HIGHEST_ROW);
}
