/** Clinic Caseloads: a line a worker, no worker named; those at or above the threshold stand out (SPEC §4). */
import type { CaseloadTable, ClinicReport } from "../clinic/report";
import { monthAndCouncil, pageTop, picturePage } from "./layout/pageTop";
import { fillPaper } from "./layout/paper";
import { assemble } from "./layout/part";
import type { PagePart } from "./layout/part";
import { centredColumn, numberColumn, textColumn, titledTable, widthOfTexts } from "./layout/tableColumn";
import { highlightFormula, isHighlighted } from "./liveFormulas";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { columnLetters, quoted, tableName, tableNames, thisRow } from "./references";
import { CASELOAD_THRESHOLD } from "./thresholdNames";
import { sideBySide } from "./teamTablePage";
import { NONE, NOT_AVAILABLE, counted } from "./wording";

const ALLOCATIONS = "No. of Allocations";
const NOBODY = "None this month";

export function caseloadsPage(report: ClinicReport): SheetPlan {
  const name = pageName("caseloads");
  const unavailable = report.unavailable.find(({ id }) => id.startsWith("caseloads"));
  const isAvailable = report.caseloads.length > 0;
  const tables = isAvailable ? report.caseloads : standingTables(report.settings.caseloadThreshold);
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
        ? ["One line a worker with all of the worker’s allocations, under the team that most of them bear."]
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
  const end = " or over";
  return {
    formula: `=${quoted(start)}&${CASELOAD_THRESHOLD}&${quoted(end)}`,
    expected: `${start}${report.settings.caseloadThreshold}${end}`,
  };
}

type Line = readonly [allocations: number | string, status: string, team: string, highlight: string];

const NOT_AVAILABLE_ROW: Line = [NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE, NONE];
/** An Excel table has at least one row. */
const NOBODY_ROW: Line = [NONE, NONE, NOBODY, NONE];

/** The tables of every pack: they stand, with [x], when there is no Allocations list. */
function standingTables(threshold: number): readonly CaseloadTable[] {
  return [
    { id: "caseloads-20-plus", title: `${threshold}+ Caseloads`, rows: [] },
    { id: "caseloads-bit", title: "Caseloads in BIT", rows: [] },
    ...["Central", "East", "West"].map((locality) => ({
      id: `caseloads-swf-${locality.toLowerCase()}`,
      title: `Caseloads - SWF ${locality}`,
      rows: [],
    })),
  ];
}

function workersOf(table: CaseloadTable, report: ClinicReport): readonly Line[] {
  if (table.rows.length === 0) return [NOBODY_ROW];
  const word = `${report.settings.caseloadThreshold}+`;
  return table.rows.map((row) => [row.allocations, row.status, row.team, row.highlight ? word : NONE]);
}

function caseloadTable(name: string, table: CaseloadTable, lines: readonly Line[], column: number) {
  const highlight = highlightFormula(thisRow(name, ALLOCATIONS));
  const part = titledTable({
    name,
    title: table.title,
    column,
    columns: [
      numberColumn(ALLOCATIONS, 13),
      textColumn("Qualifying Status", 11.5),
      textColumn(
        "Allocated_Team",
        widthOfTexts(
          table.rows.map(({ team }) => team),
          17,
          40,
        ),
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
    formula: `=${isHighlighted(`$${columnLetters(column)}${row + 2}`)}`,
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
  return `${counted(highest.rows.length, "worker")} ${has} ${caseloadThreshold} or more allocations; the most is ${most.allocations} (${most.team}).`;
}
