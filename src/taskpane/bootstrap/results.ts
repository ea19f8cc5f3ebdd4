/** The results of the pack that stands in the workbook. */
import type { CellValue, TableValues } from "../../clinic/cells/worksheet";
import type { ClinicReport, HistoryRow } from "../../clinic/report";
import { settingsTable } from "../../clinic/entries/settingsTable";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { ResultsFound } from "../ports";
import { packFound } from "./workbookFound";

const ALL_CASELOADS = "caseloads-20-plus";

/** null = no complete pack, or nothing that its figures could be worked out from. */
export function resultsOf(inspection: Inspection): ResultsFound | null {
  const { report, values } = inspection;
  const { state, month, builtAt } = packFound(inspection);
  if (state !== "complete" || report === null || builtAt === null) return null;
  return {
    month: report.month,
    builtAt,
    isBehind: month !== report.month || !holdsFiguresOf(values.history, report),
    headlines: report.headlines,
    messages: report.messages,
    caseloadThreshold: report.settings.caseloadThreshold,
    caseloads: report.caseloads.find(({ id }) => id === ALL_CASELOADS)?.rows ?? null,
    issues: report.issues,
    outOfTime: report.outOfTime,
    titles: Object.fromEntries(report.settings.catalogue.teamTables.map(({ id, wording }) => [id, wording])),
  };
}

/** Whether Clinic History, written with the pack, has the month's figures as a build would give them now. */
function holdsFiguresOf(history: TableValues | null, report: ClinicReport): boolean {
  if (history === null) return false;
  const table = settingsTable(history);
  const written = new Map<string, readonly CellValue[]>();
  for (const row of table.filledRows) {
    const [month, indicator, team, ...figures] = HEADINGS.map((heading) => table.value(row, heading));
    if (month === report.month) written.set(`${String(indicator)} ${String(team)}`, figures);
  }
  const now = report.history.filter(({ month }) => month === report.month);
  return (
    now.length === written.size &&
    now.every((row) => isSame(row, written.get(`${row.indicator} ${row.team}`)))
  );
}

const HEADINGS = ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"];

function isSame(
  { numerator, denominator, value }: HistoryRow,
  figures: readonly CellValue[] | undefined,
): boolean {
  return (
    figures !== undefined &&
    [numerator, denominator, value].every((figure, at) => isClose(figure, figures[at]))
  );
}

function isClose(figure: number | null, cell: CellValue | undefined): boolean {
  if (figure === null) return cell === undefined || cell === "";
  return typeof cell === "number" && Math.abs(cell - figure) <= 1e-9 * Math.max(1, Math.abs(figure));
}
