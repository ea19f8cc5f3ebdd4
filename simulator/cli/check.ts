/** `check`: the data issues that a build would list, and nothing written. */
import type { DataIssue } from "../../src/clinic/report";
import { inspectWorkbook } from "../../src/excel/inspectWorkbook";
import { openInput, UnusableInput } from "./files";
import { plainly } from "./plainly";

/** Cells named one by one; the rest are counted. */
const CELLS_SHOWN = 5;

/** The lines to print. Throws UnusableInput. */
export async function runCheck(input: string): Promise<readonly string[]> {
  const excel = await openInput(input);
  excel.install();
  const { report, cannotBuild } = await plainly(() => inspectWorkbook());
  if (!report) throw new UnusableInput(cannotBuild ?? "No figure can be made from this workbook.");
  const cells = (severity: DataIssue["severity"]): number =>
    report.issues
      .filter((issue) => issue.severity === severity)
      .reduce((count, issue) => count + Math.max(1, issue.cells.length), 0);
  return [
    ...report.issues.map(describe),
    `${counted(cells("error"), "error", "errors")}, ${counted(cells("query"), "query", "queries")}.`,
  ];
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

function describe({ severity, sheet, cells, message, fix }: DataIssue): string {
  const more = cells.length - CELLS_SHOWN;
  const place = [
    ...cells.slice(0, CELLS_SHOWN),
    ...(more > 0 ? [`and ${more.toLocaleString("en-GB")} more`] : []),
  ].join(", ");
  return `${severity}: ${sheet}${place === "" ? "" : ` ${place}`}: ${message} ${fix}`;
}
