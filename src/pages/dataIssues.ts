/** Clinic Data Issues: what could not be used, then what to check, with the cells and what to do (SPEC §8). */
import { listSpec } from "../clinic/lists/lists";
import type { ClinicReport } from "../clinic/report";
import type { DataIssue } from "../clinic/issues/dataIssue";
import { listPage, monthAndCouncil, pageTop } from "./layout/pageTop";
import { assemble } from "./layout/part";
import {
  columnBeside,
  gapBefore,
  linkColumn,
  numberColumn,
  proseColumn,
  textColumn,
  titledTable,
} from "./layout/tableColumn";
import { pageName } from "./pageNames";
import type { CellContent, SheetPlan } from "./plan";
import { columnOf, linkTo, quoted, thisRow } from "./references";
import { NONE, counted } from "./wording";

const LIST = "Clinic_data_issues";
const COUNTS = "Clinic_data_issue_counts";
/** Cells named on the sheet beyond the first; the number of all of them stands beside. */
const MORE_CELLS = 12;

export function dataIssuesPage(report: ClinicReport): SheetPlan {
  const name = pageName("data-issues");
  const issues = [...ofSeverity(report, "error"), ...ofSeverity(report, "query")];
  const list = titledTable({
    name: LIST,
    title: "What was found",
    column: 0,
    columns: [
      textColumn("Severity", 13),
      textColumn("List", 20),
      textColumn("Sheet", 20),
      textColumn("First cell", 13),
      numberColumn("How many", 12.5),
      proseColumn("What is wrong", 50),
      proseColumn("What to do", 46),
      proseColumn("More cells", 24),
      linkColumn("Link", 12),
    ],
    rows:
      issues.length > 0
        ? issues.map((issue) => issueRow(issue))
        : [["None", NONE, NONE, NONE, 0, "No data issue was found.", "Nothing.", NONE, linkOf(NONE)]],
    total: null,
    showFilter: true,
  });
  const column = columnBeside(list);
  return assemble(listPage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: issueSentence(report),
      notes: [
        "Error = the cell could not be used as it stands. Query = counted as it stands, please check. Correct the extract and build again. Links go to the sheets as they were called at the build.",
      ],
    }),
    list,
    gapBefore(column),
    countsTable(issues, column),
  ]);
}

/** "In the extracts and settings: 3 errors and 12 queries." Cells, not lines: one line may be about many cells. */
export function issueSentence(report: ClinicReport): string {
  const errors = cellsIn(ofSeverity(report, "error"));
  const queries = cellsIn(ofSeverity(report, "query"));
  if (errors + queries === 0) return "No data issue was found.";
  return `In the extracts and settings: ${counted(errors, "error")} and ${counted(queries, "query")}.`;
}

function issueRow(issue: DataIssue): readonly CellContent[] {
  const [first, ...others] = issue.cells;
  const place = issue.sheet === "" ? NONE : (first ?? WHOLE_SHEET);
  const more = others.slice(0, MORE_CELLS).join(", ");
  const beyond = others.length - MORE_CELLS;
  return [
    issue.severity === "error" ? "Error" : "Query",
    listName(issue.list),
    issue.sheet === "" ? NONE : issue.sheet,
    place,
    howMany(issue),
    issue.message,
    issue.fix,
    more === "" ? NONE : beyond > 0 ? `${more} and ${counted(beyond, "more cell")}` : more,
    linkOf(place),
  ];
}

const WHOLE_SHEET = "Whole sheet";
const FIRST_CELL = thisRow(LIST, "First cell");
const LINK_FORMULA =
  `=IF(${FIRST_CELL}="${NONE}","${NONE}",` +
  `${linkTo(thisRow(LIST, "Sheet"), `IF(${FIRST_CELL}="${WHOLE_SHEET}","A1",${FIRST_CELL})`, quoted("Go to cell"))})`;

function linkOf(place: string): CellContent {
  return { formula: LINK_FORMULA, expected: place === NONE ? NONE : "Go to cell" };
}

function countsTable(issues: readonly DataIssue[], column: number) {
  const lists = [...new Set(issues.map(({ list }) => list))];
  const rows = lists.map((list) => ({
    list: listName(list),
    errors: cellsIn(issues.filter((issue) => issue.list === list && issue.severity === "error")),
    queries: cellsIn(issues.filter((issue) => issue.list === list && issue.severity === "query")),
  }));
  const total = (heading: string, expected: number) => ({
    formula: `=SUM(${columnOf(COUNTS, heading)})`,
    expected,
  });
  return titledTable({
    name: COUNTS,
    title: "By list",
    column,
    columns: [textColumn("List", 20), numberColumn("Errors", 10), numberColumn("Queries", 11)],
    rows: (rows.length > 0 ? rows : [{ list: "None", errors: 0, queries: 0 }]).map((row) => [
      row.list,
      row.errors,
      row.queries,
    ]),
    total: [
      "Total",
      total(
        "Errors",
        rows.reduce((sum, { errors }) => sum + errors, 0),
      ),
      total(
        "Queries",
        rows.reduce((sum, { queries }) => sum + queries, 0),
      ),
    ],
    showFilter: false,
  });
}

function listName(list: DataIssue["list"]): string {
  if (list === null) return "Workbook";
  if (list === "settings") return pageName("settings").sheet;
  if (list === "history") return pageName("history").sheet;
  return listSpec(list).name;
}

function ofSeverity({ issues }: ClinicReport, severity: DataIssue["severity"]): readonly DataIssue[] {
  return issues.filter((issue) => issue.severity === severity);
}

function howMany({ cells }: DataIssue): number {
  return Math.max(1, cells.length);
}

function cellsIn(issues: readonly DataIssue[]): number {
  return issues.reduce((sum, issue) => sum + howMany(issue), 0);
}
