/** A report without any child, worker or cell of the workbook: the ground that every copy and deck stands on. */
import type { ClinicReport } from "../../clinic/report";

/** Counts of issues stay; what they say, which can quote a team or a sheet, does not. */
export function withoutChildren(report: ClinicReport): ClinicReport {
  return {
    ...report,
    outOfTime: [],
    outstanding: [],
    dueSoon: [],
    issues: report.issues.map((issue) => ({ ...issue, sheet: "", cells: [], message: "", fix: "" })),
  };
}
