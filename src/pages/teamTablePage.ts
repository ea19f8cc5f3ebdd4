/** Clinic Assessments to Clinic CLA Supervision: by-team tables, the charts' figures beside them, the charts below. */
import type { IndicatorPage } from "../clinic/indicators/entry";
import type { SeriesId, TeamTableId } from "../clinic/indicators/ids";
import type { ClinicReport, TeamTable } from "../clinic/report";
import { chartOf } from "./layout/chartLook";
import { chartRow } from "./layout/chartRow";
import { monthAndCouncil, pageTop, picturePage } from "./layout/pageTop";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { seriesOf, seriesTable } from "./layout/seriesTable";
import { columnBeside, gapBefore } from "./layout/tableColumn";
import { teamTable } from "./layout/teamTable";
import { widen } from "./layout/widen";
import { chartsOn, pageName, teamTablesOn } from "./pageNames";
import type { SheetPlan, TablePlan } from "./plan";
import { teamTablesSentence } from "./sentences";
import { NOT_AVAILABLE, textOf } from "./wording";

export function teamTablePage(key: IndicatorPage, report: ClinicReport): SheetPlan {
  const name = pageName(key);
  const tableIds = teamTablesOn(key).map(({ id }) => id);
  const chartIds = chartsOn(key);
  const parts = sideBySide([
    ...tableIds.map((id) => (column: number) => teamTable(id, tableOf(id, report), column)),
    ...chartIds.map((id, i) => (column: number) => seriesTable(id, report, i + 1, column)),
  ]);
  const frame = picturePage(name, report);
  const sentence = teamTablesSentence(tableIds, report);
  const top = pageTop({
    title: name.title,
    lead: monthAndCouncil(report),
    sentence,
    notes: notesFor(tableIds, chartIds, report),
  });
  const tables = [top, ...parts];
  const wide = [...tables, widen(assemble(frame, tables), textOf(sentence))];
  const charts = chartIds.map((id) => chartOf(id, report));
  return assemble(frame, [...wide, chartRow(charts, assemble(frame, wide))]);
}

type PlacedTable = PagePart & { readonly tables: readonly [TablePlan] };

/** Tables that can grow stand side by side, one blank column between (SPEC §5). */
export function sideBySide(makers: readonly ((column: number) => PlacedTable)[]): readonly PagePart[] {
  const parts: PagePart[] = [];
  let column = 0;
  for (const make of makers) {
    const part = make(column);
    parts.push(part, gapBefore(column));
    column = columnBeside(part);
  }
  return parts;
}

function tableOf(id: TeamTableId, report: ClinicReport): TeamTable | null {
  return report.tables.find((table) => table.id === id) ?? null;
}

function notesFor(
  tableIds: readonly TeamTableId[],
  chartIds: readonly SeriesId[],
  report: ClinicReport,
): readonly string[] {
  const reasons = report.unavailable.filter(
    ({ id }) => tableIds.some((each) => each === id) || chartIds.some((each) => each === id),
  );
  const hasGap = chartIds.some((id) => seriesOf(id, report).values.includes(null));
  return [
    ...(tableIds.some((id) => tableOf(id, report) === null) ? [`${NOT_AVAILABLE} = not available.`] : []),
    ...new Set(reasons.map(({ reason }) => reason)),
    ...(hasGap ? ["A blank month has no figure and is a gap in its chart."] : []),
  ];
}
