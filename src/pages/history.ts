/** Clinic History: the figures of every month built, for next month's thirteen columns (SPEC §5). */
import type { ClinicReport, HistoryRow } from "../clinic/report";
import { listPage, monthAndCouncil, pageTop } from "./layout/pageTop";
import { assemble, type PagePart } from "./layout/part";
import {
  numberColumn,
  quietColumn,
  textColumn,
  titledTable,
  type TitledTable,
  widthOfTexts,
} from "./layout/tableColumn";
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
    keepingOtherMonths(report.month, {
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
        quietColumn("Timescale", 11, UNROUNDED),
        textColumn("Unit", 14),
        textColumn("Teams counted", widthOfTexts(new Set(history.map(teamsCounted)), 16, 44)),
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
              row.countedBy?.timescale ?? null,
              row.countedBy?.unit ?? null,
              teamsCounted(row) || null,
            ])
          : [[NONE, NONE, NONE, null, null, null, null, null, null]],
      total: null,
      showFilter: true,
    }),
  ]);
}

/** "" in a row that was built before the history kept it. */
function teamsCounted({ countedBy }: HistoryRow): string {
  return countedBy?.teamsCounted ?? "";
}

/** What is published stays: the writer touches the rows of this month only. */
function keepingOtherMonths(month: string, table: TitledTable): PagePart {
  const part = titledTable(table);
  return { ...part, tables: part.tables.map((plan) => ({ ...plan, keepsOtherMonths: { month } })) };
}
