/** Clinic Assessments to Clinic CLA Supervision: by-team tables, the charts' figures beside them, the charts below. */
import { outsideTables } from "../clinic/calculate/reconcile";
import type { TeamPage } from "../clinic/indicators/teamPages";
import type { SeriesId, TeamTableId } from "../clinic/indicators/ids";
import type { ClinicReport, TeamTable } from "../clinic/report";
import { alikeAxes, chartOf } from "./layout/chartLook";
import { chartRow } from "./layout/chartRow";
import { monthAndCouncil, pageTop, picturePage } from "./layout/pageTop";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { seriesOf, seriesTable } from "./layout/seriesTable";
import { columnBeside, gapBefore } from "./layout/tableColumn";
import { teamTable } from "./layout/teamTable";
import { widen } from "./layout/widen";
import { FEW } from "./liveFormulas";
import { chartsOn, teamPageName, teamTablesOn } from "./pageNames";
import type { SheetPlan, TablePlan } from "./plan";
import { teamTablesSentence } from "./sentences";
import { FEW_MARK, NOT_AVAILABLE, notAgreed, textOf, wholeNumber } from "./wording";

export function teamTablePage(page: TeamPage, report: ClinicReport): SheetPlan {
  const { catalogue } = report.settings;
  const name = teamPageName(page);
  const entries = teamTablesOn(page.key, catalogue);
  const tableIds = entries.map(({ id }) => id);
  const chartIds = chartsOn(page.key, catalogue);
  const parts = sideBySide([
    ...entries.map((entry) => (column: number) => teamTable(entry, tableOf(entry.id, report), column)),
    ...chartIds.map((id) => (column: number) => seriesTable(id, report, column)),
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
  const charts = alikeAxes(chartIds.map((id) => chartOf(id, report)));
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

function isOfFew(table: TeamTable | null): boolean {
  return (table?.rows ?? []).some(({ denominator }) => denominator > 0 && denominator < FEW);
}

/** "99 of 510 children in our care are with clinic teams …": whom the tables leave out, as the Summary says it. */
function countedOnly(tableIds: readonly TeamTableId[], report: ClinicReport): readonly string[] {
  const notes = report.reconciliations
    .filter(({ table }) => tableIds.includes(table))
    .flatMap((each) => {
      const outside = outsideTables(each);
      if (outside === 0) return [];
      const counted = wholeNumber(each.tableTotal);
      const all = wholeNumber(each.tableTotal + outside);
      return [
        `${report.settings.catalogue.entry(each.headline).nameInMessages}: ${counted} of ${all} are with clinic teams and counted here.`,
      ];
    });
  return [...new Set(notes)];
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
    ...report.cautions
      .filter(({ indicator }) => tableIds.some((id) => id === indicator))
      .map(({ sentence }) => sentence),
    ...notAgreed(
      report.targetsToAgree
        .filter((id) => tableIds.some((each) => each === id))
        .map((id) => report.settings.catalogue.entry(id).nameInMessages),
    ),
    ...(tableIds.some((id) => isOfFew(tableOf(id, report)))
      ? [`${FEW_MARK} = a share of fewer than ${FEW}: one child moves it by 10 points or more.`]
      : []),
    ...(tableIds.some((id) => tableOf(id, report) === null) ? [`${NOT_AVAILABLE} = not available.`] : []),
    ...new Set(reasons.map(({ reason }) => reason)),
    ...countedOnly(tableIds, report),
    ...(hasGap ? ["A blank month has no figure and is a gap in its chart."] : []),
  ];
}
