/** Clinic History: the figures of every month built, for next month's thirteen columns (SPEC §5). */
import type { ClinicReport } from "../clinic/report";
import { listPage, monthAndCouncil, pageTop } from "./layout/pageTop";
import { assemble } from "./layout/part";
import { numberColumn, quietColumn, textColumn, titledTable, widthOfTexts } from "./layout/tableColumn";
import { pageName } from "./pageNames";
import type { SheetPlan } from "./plan";
import { NONE, counted } from "./wording";

/** As they come, so that a figure kept is the figure published. */
const UNROUNDED = "General";

export function historyPage(report: ClinicReport): SheetPlan {
  const name = pageName("history");
  const { history } = report;
  const months = new Set(history.map(({ month }) => month)).size;
  return assemble(listPage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: `Figures of ${counted(months, "month")} are kept; building a month again replaces that month only.`,
      notes: ["Value: a percent is in points, a count or rate as it is. Do not change this table by hand."],
    }),
    titledTable({
      name: "Clinic_history",
      title: "Published figures",
      column: 0,
      columns: [
        textColumn("Month", 11),
        textColumn("Indicator", 28),
        textColumn("Team", widthOfTexts(new Set(history.map(({ team }) => team)), 24, 44)),
        quietColumn("Numerator", 13),
        quietColumn("Denominator", 15),
        numberColumn("Value", 22, UNROUNDED),
      ],
      rows:
        history.length > 0
          ? history.map((row) => [
              row.month,
              row.indicator,
              row.team,
              row.numerator,
              row.denominator,
              row.value,
            ])
          : [[NONE, NONE, NONE, null, null, null]],
      total: null,
      showFilter: true,
    }),
  ]);
}
