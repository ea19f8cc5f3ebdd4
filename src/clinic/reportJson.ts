/** The report as JSON: SPEC §6, key for key. Dates are "YYYY-MM-DD". */
import { isoDate } from "./calendar/serials";
import type {
  CaseloadTable,
  ChartSeries,
  ClinicReport,
  DemandMonthEndRow,
  DemandMonthRow,
  OutOfTimeRow,
  TeamTable,
  Unavailable,
} from "./report";
import type { DataIssue, IssueSeverity } from "./issues/dataIssue";

export interface ReportJson {
  readonly month: string;
  readonly asAt: string;
  readonly demand: {
    readonly months: readonly string[];
    readonly month: readonly Pick<DemandMonthRow, "id" | "indicator" | "values" | "trend">[];
    readonly monthEnd: readonly Omit<DemandMonthEndRow, "kind" | "nameInMessages">[];
  };
  readonly tables: readonly Omit<TeamTable, "outside">[];
  readonly caseloads: readonly CaseloadTable[];
  readonly series: readonly Omit<ChartSeries, "kind">[];
  readonly outOfTime: readonly OutOfTimeJson[];
  readonly issues: readonly IssueJson[];
  readonly unavailable: readonly Unavailable[];
}

export interface OutOfTimeJson extends Pick<OutOfTimeRow, "indicator" | "team" | "child" | "sheet" | "row"> {
  readonly date: string | null;
  readonly daysOver: number | null;
}

export interface IssueJson {
  readonly severity: IssueSeverity;
  readonly code: string;
  readonly sheet: string;
  /** A1 address; "" when the issue is about the whole sheet. */
  readonly cell: string;
  readonly message: string;
}

export function toReportJson(report: ClinicReport): ReportJson {
  return {
    month: report.month,
    asAt: isoDate(report.settings.asAt),
    demand: {
      months: report.months,
      month: report.demandMonth.map(({ id, indicator, values, trend }) => ({ id, indicator, values, trend })),
      monthEnd: report.demandMonthEnd.map(({ id, indicator, values, target, rag, travel }) => ({
        id,
        indicator,
        values,
        target,
        rag,
        travel,
      })),
    },
    tables: report.tables.map(({ id, title, rows, total }) => ({ id, title, rows, total })),
    caseloads: report.caseloads,
    series: report.series.map(({ id, title, values, target }) => ({ id, title, values, target })),
    outOfTime: report.outOfTime.map(({ indicator, team, child, date, daysOver, sheet, row }) => ({
      indicator,
      team,
      child,
      date: date === null ? null : isoDate(date),
      daysOver,
      sheet,
      row,
    })),
    issues: report.issues.flatMap(issueOfEachCell),
    unavailable: report.unavailable,
  };
}

function issueOfEachCell({ severity, code, sheet, cells, message, fix }: DataIssue): readonly IssueJson[] {
  const said = `${message} ${fix}`.trim();
  return (cells.length === 0 ? [""] : cells).map((cell) => ({ severity, code, sheet, cell, message: said }));
}
