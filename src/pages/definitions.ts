/** Clinic Definitions: each indicator's rule with its current settings, and headline counts held against tables (SPEC §5). */
import { IS_OUTSIDE } from "../clinic/calculate/reconcile";
import { timescaleInWords } from "../clinic/indicators/words";
import type { IndicatorId } from "../clinic/indicators/ids";
import type { ClinicReport, Reconciliation } from "../clinic/report";
import { listPage, monthAndCouncil, pageTop } from "./layout/pageTop";
import { assemble } from "./layout/part";
import {
  AS_TYPED,
  columnBeside,
  gapBefore,
  numberColumn,
  ourSheetColumn,
  proseColumn,
  quietColumn,
  textColumn,
  titledTable,
  wordColumn,
} from "./layout/tableColumn";
import { DEFINITIONS, MEASURED_IN, REF, refOf } from "./liveFormulas";
import { pageName, pageOf } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { chosenBy, tableName, thisRow, totalOf } from "./references";
import { amberName, betterName, targetName } from "./thresholdNames";
import { NONE } from "./wording";

const RECONCILED = "Clinic_reconciliation";

export function definitionsPage(report: ClinicReport): SheetPlan {
  const name = pageName("definitions");
  const allAvailable = report.definitions.every(({ unavailable }) => unavailable === null);
  const list = titledTable({
    name: DEFINITIONS,
    title: "How each figure is counted",
    column: 0,
    columns: [
      textColumn("ID", 23.5),
      proseColumn("Indicator", 25),
      proseColumn("Rule", 52),
      proseColumn("Timescale", 11.5),
      wordColumn("Better when", 8.5),
      numberColumn("Target", 8.5, AS_TYPED),
      numberColumn("Amber within", 8.5, AS_TYPED),
      proseColumn("Measured in", 11.5),
      ourSheetColumn("Sheet", 24),
      proseColumn("This month", allAvailable ? 12 : 26),
      quietColumn(REF, 5),
    ],
    rows: definitionRows(report),
    total: null,
    showFilter: false,
  });
  const column = columnBeside(list);
  return assemble(listPage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: "Each figure’s rule, with the timescales used at the build and the targets that apply now.",
      notes: [
        "Other pages find an indicator by its Ref. Targets for percentages are in points. Change any of them on Clinic Settings, then build again.",
      ],
    }),
    list,
    gapBefore(column),
    reconciliationTable(report, column),
  ]);
}

/** Other pages find an indicator's target and all that it is held against here, by its number. */
function definitionRows({
  definitions,
  settings: { catalogue },
}: ClinicReport): readonly (readonly CellContent[])[] {
  const named = (name: (id: IndicatorId) => string) =>
    chosenBy(
      thisRow(DEFINITIONS, REF),
      definitions.map(({ id }, i) => ({ number: i + 1, formula: name(id) })),
    );
  const [better, target, amber] = [named(betterName), named(targetName), named(amberName)];
  return definitions.map(({ id, indicator, rule, settings, unavailable }, i) => [
    id,
    indicator,
    rule,
    settings.timescale === null ? NONE : timescaleInWords(settings),
    { formula: `=${better}`, expected: settings.betterWhen ?? NONE },
    { formula: `=${target}`, expected: settings.target ?? NONE },
    { formula: `=IF(${amber}>0,${amber},"${NONE}")`, expected: settings.amberWithin || NONE },
    MEASURED_IN[catalogue.entry(id).kind],
    pageOf(id, catalogue).sheet,
    unavailable === null ? "Available" : `Not available: ${unavailable}`,
    i + 1,
  ]);
}

function reconciliationTable(report: ClinicReport, column: number) {
  const { reconciliations } = report;
  const [count, total] = [thisRow(RECONCILED, "Headline count"), thisRow(RECONCILED, "Table total")];
  // Read from the table itself, so that what is reconciled is what the page shows.
  const tableTotal = `=${chosenBy(
    thisRow(RECONCILED, REF),
    reconciliations.map(({ table }) => ({
      number: refOf(table, report),
      formula: totalOf(tableName(table), "Denominator"),
    })),
  )}`;
  return titledTable({
    name: RECONCILED,
    title: "Headline counts and tables",
    column,
    columns: [
      proseColumn("Headline", 18),
      numberColumn("Headline count", 10.5),
      proseColumn("Table", 18),
      numberColumn("Table total", 7.5),
      numberColumn("Difference", 12.5),
      proseColumn("Why they differ", 32),
      quietColumn(REF, 5),
    ],
    rows:
      reconciliations.length > 0
        ? reconciliations.map((each) => [
            report.settings.catalogue.entry(each.headline).wording,
            each.headlineCount,
            titleOf(each, report),
            { formula: tableTotal, expected: each.tableTotal },
            { formula: `=${count}-${total}`, expected: each.headlineCount - each.tableTotal },
            reasons(each),
            refOf(each.table, report),
          ])
        : [["None this month", 0, NONE, 0, { formula: `=${count}-${total}`, expected: 0 }, NONE, NONE]],
    total: null,
    showFilter: false,
  });
}

/** "Not in the clinic tables: CWD (+17), MASH (+2). Further open plans … (−2).": signed as headline less table. */
function reasons({ parts }: Reconciliation): string {
  if (parts.length === 0) return "They agree.";
  const outside = parts.flatMap(({ reason, count }) =>
    reason.endsWith(IS_OUTSIDE) ? [signed(reason.slice(0, -IS_OUTSIDE.length), count)] : [],
  );
  const others = parts
    .filter(({ reason }) => !reason.endsWith(IS_OUTSIDE))
    .map(({ reason, count }) => signed(reason, count));
  const teams = outside.length === 0 ? [] : [`Not in the clinic tables: ${outside.join(", ")}`];
  return `${[...teams, ...others].join(". ")}.`;
}

function signed(reason: string, count: number): string {
  return `${reason} (${count > 0 ? "+" : "−"}${Math.abs(count)})`;
}

function titleOf({ table }: Reconciliation, report: ClinicReport): string {
  return (
    report.tables.find(({ id }) => id === table)?.title ?? report.settings.catalogue.entry(table).wording
  );
}
