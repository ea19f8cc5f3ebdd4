/** Clinic Definitions: each indicator's rule with its current settings, and headline counts held against tables (SPEC §5). */
import { indicatorEntry } from "../clinic/indicators/catalogue";
import { IS_OUTSIDE } from "../clinic/calculate/reconcile";
import { timescaleInWords } from "../clinic/indicators/words";
import type { IndicatorId } from "../clinic/indicators/ids";
import type { ClinicReport, Definition, Reconciliation } from "../clinic/report";
import { listPage, monthAndCouncil, pageTop } from "./layout/pageTop";
import { assemble } from "./layout/part";
import {
  AS_TYPED,
  columnBeside,
  gapBefore,
  numberColumn,
  proseColumn,
  textColumn,
  titledTable,
  wordColumn,
} from "./layout/tableColumn";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { tableName, thisRow, totalOf } from "./references";
import { amberName, betterName, targetName } from "./thresholdNames";
import { NONE } from "./wording";

const LIST = "Clinic_definitions";
const RECONCILED = "Clinic_reconciliation";

export function definitionsPage(report: ClinicReport): SheetPlan {
  const name = pageName("definitions");
  const allAvailable = report.definitions.every(({ unavailable }) => unavailable === null);
  const list = titledTable({
    name: LIST,
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
      proseColumn("This month", allAvailable ? 12 : 26),
    ],
    rows: report.definitions.map(definitionRow),
    total: null,
    showFilter: false,
  });
  const column = columnBeside(list);
  return assemble(listPage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence:
        "Each figure’s rule, with the timescales that it was built with and the targets it is held against now.",
      notes: [
        "Targets of percents are in percentage points. Change any of them on Clinic Settings, then build again.",
      ],
    }),
    list,
    gapBefore(column),
    reconciliationTable(report, column),
  ]);
}

function definitionRow({ id, indicator, rule, settings, unavailable }: Definition): readonly CellContent[] {
  const { betterWhen, target, amberWithin } = settings;
  return [
    id,
    indicator,
    rule,
    settings.timescale === null ? NONE : timescaleInWords(settings),
    { formula: `=${betterName(id)}`, expected: betterWhen ?? NONE },
    { formula: `=${targetName(id)}`, expected: target ?? NONE },
    { formula: `=IF(${amberName(id)}>0,${amberName(id)},"${NONE}")`, expected: amberWithin || NONE },
    unavailable === null ? "Available" : `Not available: ${unavailable}`,
  ];
}

function reconciliationTable(report: ClinicReport, column: number) {
  const { reconciliations } = report;
  const [count, total] = [thisRow(RECONCILED, "Headline count"), thisRow(RECONCILED, "Table total")];
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
    ],
    rows:
      reconciliations.length > 0
        ? reconciliations.map((each) => [
            wordingOf(each.headline),
            each.headlineCount,
            titleOf(each, report),
            tableTotal(each, report),
            { formula: `=${count}-${total}`, expected: each.headlineCount - each.tableTotal },
            reasons(each),
          ])
        : [["None this month", 0, NONE, 0, { formula: `=${count}-${total}`, expected: 0 }, NONE]],
    total: null,
    showFilter: false,
  });
}

/** Read from the table itself, so that what is reconciled is what the page shows. */
function tableTotal({ table, tableTotal: total }: Reconciliation, report: ClinicReport): CellContent {
  return report.tables.some(({ id }) => id === table)
    ? { formula: `=${totalOf(tableName(table), "Denominator")}`, expected: total }
    : total;
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
  return report.tables.find(({ id }) => id === table)?.title ?? wordingOf(table);
}

function wordingOf(id: IndicatorId): string {
  return indicatorEntry(id).wording;
}
