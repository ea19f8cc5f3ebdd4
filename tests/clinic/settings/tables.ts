/** Settings tables as a workbook would hand them over, at the places where the sample has them. */
import type { CellValue, TableValues } from "../../../src/clinic/cells/worksheet";
import type { DataIssue } from "../../../src/clinic/issues/dataIssue";

const FIRST_COLUMNS: Readonly<Record<string, number>> = {
  ClinicOptions: 0,
  ClinicTargets: 3,
  ClinicTeams: 14,
  ClinicHolidays: 21,
};

/** @param lines the headings, then the rows. */
export function table(
  name: string,
  lines: readonly (readonly CellValue[])[],
  formats?: readonly (readonly string[])[],
): TableValues {
  const [headings = [], ...rows] = lines;
  return {
    name,
    sheet: "Clinic Settings",
    headerRow: 2,
    firstColumn: FIRST_COLUMNS[name] ?? 0,
    headings: headings.map(String),
    rows,
    ...(formats && { formats }),
  };
}

export const options = (...rows: CellValue[][]): TableValues =>
  table("ClinicOptions", [["Setting", "Value"], ...rows]);

/** "error wrong-setting B4" for each cell of each issue. */
export function inShort(issues: readonly DataIssue[]): readonly string[] {
  return issues.flatMap(({ severity, code, cells }) => cells.map((cell) => `${severity} ${code} ${cell}`));
}
