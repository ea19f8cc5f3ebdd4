/** `check`: what was read from where, what could be wrong before a build, and the data issues; nothing is written. */
import { counted, withThousands } from "../../src/clinic/cells/counts";
import { formatDate } from "../../src/clinic/calendar/serials";
import type { Finding } from "../../src/clinic/findings";
import type { DataIssue } from "../../src/clinic/issues/dataIssue";
import { LISTS } from "../../src/clinic/lists/lists";
import type { ClinicReport, Source } from "../../src/clinic/report";
import { inspectWorkbook, type Inspection } from "../../src/excel/inspectWorkbook";
import { openInput, UnusableInput } from "./files";
import { loadExtras } from "./load";
import { plainly } from "./plainly";

/** Cells named one by one; the rest are counted. */
const CELLS_SHOWN = 5;

/** The lines to print; `extras` are loaded onto a copy in memory first. Throws UnusableInput. */
export async function runCheck(
  input: string,
  extras: readonly string[] = [],
  tell: (line: string) => void = () => undefined,
): Promise<readonly string[]> {
  const excel = await openInput(input);
  excel.install();
  await loadExtras(extras, tell);
  const inspection = await plainly(() => inspectWorkbook());
  const { report, cannotBuild } = inspection;
  if (!report) throw new UnusableInput(cannotBuild ?? "No figure can be made from this workbook.");
  const missing = listsNotRead(report);
  return [
    ...report.sources.map(sourceLine),
    ...missing.map((name) => `${name} ← not read`),
    ...unreadLine(inspection),
    ...(report.findings.length > 0 ? ["", "Before a build", ...report.findings.flatMap(findingLines)] : []),
    ...(report.issues.length > 0 ? ["", "Data issues", ...report.issues.map(describe)] : []),
    "",
    summaryLine(report, missing),
  ];
}

/** "CIN Plans ← CIN Plans: 765 rows, 1 January 2022 to 28 July 2023" */
function sourceLine({ name, sheets, rows, firstDate, lastDate }: Source): string {
  const dates =
    firstDate === null || lastDate === null ? "" : `, ${formatDate(firstDate)} to ${formatDate(lastDate)}`;
  return `${name} ← ${sheets.join(", ")}: ${counted(rows, "row", "rows")}${dates}`;
}

/** Lists that figures are made from and that no sheet was read as; event lists and past figures may be absent. */
function listsNotRead({ sources }: ClinicReport): readonly string[] {
  const read = new Set(sources.map(({ list }) => list));
  return LISTS.filter(
    ({ id, byNameOnly, monthHeadings }) => !read.has(id) && !byNameOnly && !monthHeadings,
  ).map(({ name }) => name);
}

function unreadLine({ recognition }: Inspection): readonly string[] {
  const sheets = recognition.unread.map(({ sheet }) => sheet);
  return sheets.length === 0 ? [] : [`Sheets not read as a list: ${sheets.join(", ")}`];
}

function findingLines({ sentence, lines }: Finding): readonly string[] {
  return [`- ${sentence}`, ...lines.map((line) => `    ${line}`)];
}

/** Where lists were not read, their issues are not known: the counts then say what they are of. */
function summaryLine({ issues, sources }: ClinicReport, missing: readonly string[]): string {
  const cells = (severity: DataIssue["severity"]): number =>
    issues
      .filter((issue) => issue.severity === severity)
      .reduce((count, issue) => count + Math.max(1, issue.cells.length), 0);
  const [errors, queries] = [cells("error"), cells("query")];
  const counts = `${counted(errors, "error", "errors")}, ${counted(queries, "query", "queries")}`;
  if (missing.length === 0) return `${counts}.`;
  const found = errors + queries === 0 ? "No error and no query" : counts;
  return `${found} in the ${counted(sources.length, "list", "lists")} read; ${counted(missing.length, "list was", "lists were")} not read: ${missing.join(", ")}.`;
}

function describe({ severity, sheet, cells, message, fix }: DataIssue): string {
  const more = cells.length - CELLS_SHOWN;
  const place = [
    ...cells.slice(0, CELLS_SHOWN),
    ...(more > 0 ? [`and ${withThousands(more)} more`] : []),
  ].join(", ");
  return `${severity}: ${sheet}${place === "" ? "" : ` ${place}`}: ${message} ${fix}`;
}
