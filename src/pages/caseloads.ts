/** Clinic Caseloads: a line for each worker, no worker named; those at or above the threshold stand out (SPEC §4). */
import { inSentence } from "../clinic/cells/names";
import { createHighlight, standingCaseloads } from "../clinic/calculate/caseloads";
import type { CaseloadTable, ClinicReport } from "../clinic/report";
import { monthAndCouncil, pageTop, picturePage } from "./layout/pageTop";
import { fillPaper } from "./layout/paper";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { centredColumn, nameColumn, numberColumn, textColumn, titledTable } from "./layout/tableColumn";
import { highlightFormula, isFlagged, withoutWildcards } from "./liveFormulas";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { columnLetters } from "../clinic/cells/addresses";
import { quoted, tableName, tableNames, thisRow } from "./references";
import { CASELOAD_THRESHOLD } from "./thresholdNames";
import { sideBySide } from "./teamTablePage";
import { NONE, NOT_AVAILABLE, counted } from "./wording";

const ALLOCATIONS = "No. of Allocations";
const STATUS = "Qualifying Status";
const NOBODY = "None this month";

export function caseloadsPage(report: ClinicReport): SheetPlan {
  const name = pageName("caseloads");
  const unavailable = report.unavailable.find(({ id }) => id.startsWith("caseloads"));
  const isAvailable = report.caseloads.length > 0;
  const tables = isAvailable ? report.caseloads : standingCaseloads(report.settings);
  const names = tableNames(tables.map(({ id }) => id));
  const makers = tables.map((table, i) => {
    const lines = isAvailable ? workersOf(table, report) : [NOT_AVAILABLE_ROW];
    return (column: number) => caseloadTable(names[i] ?? tableName(table.id), table, lines, column);
  });
  const sheet = assemble(picturePage(name, report), [
    pageTop({
      title: titleOf(name.title, report),
      lead: monthAndCouncil(report),
      sentence: caseloadSentence(report),
      notes: isAvailable
        ? [
            "One line for each worker with all of the worker’s allocations, under the team that most of them have.",
          ]
        : [`${NOT_AVAILABLE} = not available.`, ...(unavailable ? [unavailable.reason] : [])],
    }),
    ...sideBySide(makers),
  ]);
  return fillPaper(sheet, HIGHEST_ROW);
}

/** Points. */
const HIGHEST_ROW = 24;

/** Live, as the highlight is. */
function titleOf(title: string, report: ClinicReport): CellContent {
  const start = `${title} – highlighting those at `;
  // A status's own limit is no part of the option that the title follows, so the title says that there is one.
  const hasOwnLimits = report.settings.statuses.some(({ highlightAt }) => highlightAt !== null);
  const end = hasOwnLimits ? " or over, or at the limit of their status" : " or over";
  return {
    formula: `=${quoted(start)}&${CASELOAD_THRESHOLD}&${quoted(end)}`,
    expected: `${start}${report.settings.caseloadThreshold}${end}`,
  };
}

type Line = readonly [allocations: number | string, status: string, team: string, highlight: string];

const NOT_AVAILABLE_ROW: Line = [NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE, NONE];
/** An Excel table has at least one row. */
const NOBODY_ROW: Line = [NONE, NONE, NOBODY, NONE];

function workersOf(table: CaseloadTable, report: ClinicReport): readonly Line[] {
  if (table.rows.length === 0) return [NOBODY_ROW];
  const highlightAt = createHighlight(report.settings);
  return table.rows.map(({ allocations, status, team, highlight }) => [
    allocations,
    status,
    team,
    highlight ? `${highlightAt(status)}+` : NONE,
  ]);
}

function caseloadTable(name: string, table: CaseloadTable, lines: readonly Line[], column: number) {
  const status = thisRow(name, STATUS);
  const hasWildcards = table.rows.some((row) => /[~*?]/.test(row.status));
  const highlight = highlightFormula(
    thisRow(name, ALLOCATIONS),
    hasWildcards ? withoutWildcards(status) : status,
  );
  const part = titledTable({
    name,
    title: table.title,
    column,
    columns: [
      numberColumn(ALLOCATIONS, 13),
      textColumn(STATUS, 11.5),
      nameColumn(
        "Allocated_Team",
        table.rows.map(({ team }) => team),
        17,
        30,
      ),
      centredColumn("Flag", 6.5),
    ],
    rows: lines.map(([allocations, status, team, word]): readonly CellContent[] => [
      allocations,
      status,
      team,
      { formula: highlight, expected: word },
    ]),
    total: null,
    showFilter: false,
  });
  const [{ row, rows, headings }] = part.tables;
  const rule = {
    row: row + 1,
    column,
    rows: rows.length,
    columns: headings.length,
    formula: `=${isFlagged(`$${columnLetters(column + headings.length - 1)}${row + 2}`)}`,
    look: "highlight" as const,
  };
  const withRule: PagePart & { readonly tables: typeof part.tables } = { ...part, rules: [rule] };
  return withRule;
}

/** "26 workers have 20 or more allocations; the most is 30 (SWF West 1)." */
function caseloadSentence(report: ClinicReport): string {
  const { caseloadThreshold } = report.settings;
  const [highest] = report.caseloads;
  if (!highest) return "Caseloads are not available.";
  const [most] = highest.rows;
  if (!most) return `No worker has ${caseloadThreshold} or more allocations.`;
  const has = highest.rows.length === 1 ? "has" : "have";
  return `${counted(highest.rows.length, "worker")} ${has} ${caseloadThreshold} or more allocations; the most is ${most.allocations} (${inSentence(most.team)}).`;
}
