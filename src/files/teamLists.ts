/**
 * Team lists (SPEC §10): what managers work from between clinics, a workbook for each team. The one output for managers that
 * holds child IDs, and it says so on every page; a team's workbook holds that team's children and no other's.
 */
import { certain } from "../clinic/cells/certain";
import { monthInWords } from "../clinic/calendar/months";
import { formatDate } from "../clinic/calendar/serials";
import type { ChildToDo, ClinicReport, OutOfTimeRow } from "../clinic/report";
import { monthAndCouncil, pageTop } from "../pages/layout/pageTop";
import { assemble, type PageFrame } from "../pages/layout/part";
import {
  centredColumn,
  columnBeside,
  dateColumn,
  gapBefore,
  numberColumn,
  ONE_DECIMAL_PERCENT,
  proseColumn,
  quietColumn,
  textColumn,
  titledTable,
} from "../pages/layout/tableColumn";
import { ragRules } from "../pages/layout/ragRules";
import { ACCENT } from "../pages/look";
import type { CellContent, SheetPlan } from "../pages/plan";
import { DUE_THAT_DAY, dueInWords, overdueInWords, toDoTable } from "../pages/toDoTable";
import { counted, NONE, ragWord } from "../pages/wording";
import { fixSheet } from "./workbook/fixedSheet";
import { writeWorkbook } from "./workbook/writeWorkbook";

export interface TeamList {
  /** Full name. */
  readonly team: string;
  /** "SWF East 1 - July 2023.xlsx": what every file system takes, no two alike. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export const HOLDS_CHILD_IDS =
  "This list holds child IDs. Keep it within the team, and delete it when the next one is made.";

export function teamLists(report: ClinicReport, teams: readonly string[]): readonly TeamList[] {
  const names = fileNames(teams, report.month);
  return teams.map((team, i) => ({ team, fileName: certain(names[i]), bytes: teamList(report, team) }));
}

/** Windows takes none of \ / : * ? " < > | in a name, and no dot or space at its end. */
function fileNames(teams: readonly string[], month: string): readonly string[] {
  const taken = new Set<string>();
  return teams.map((team) => {
    const plain = team
      // eslint-disable-next-line no-control-regex
      .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ")
      .trim()
      .slice(0, 100)
      .replace(/[. ]+$/, "");
    const base = `${plain === "" ? "Team" : plain} - ${monthInWords(month)}`;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base} (${number})`;
    taken.add(name.toLowerCase());
    return `${name}.xlsx`;
  });
}

function teamList(report: ClinicReport, team: string): Uint8Array {
  const pages = [figuresPage(report, team), toDoPage(report, team), childrenPage(report, team)];
  const names = new Set(pages.map(({ name }) => name));
  return writeWorkbook({
    properties: {
      title: `${team} – ${monthInWords(report.month)}`,
      subject: "Team list",
      council: report.settings.councilName.trim(),
      description: HOLDS_CHILD_IDS,
    },
    sheets: pages.map((page) => fixSheet(page, names)),
  });
}

function frame(page: string, name: string, team: string): PageFrame {
  return {
    page,
    name,
    tabColour: ACCENT,
    frozenRows: 0,
    titleRows: null,
    footer: `${team} – ${HOLDS_CHILD_IDS}`,
    rowHeight: 16.5,
    verticalAlign: "centre",
    paper: "as many as it takes",
  };
}

function figuresPage(report: ClinicReport, team: string): SheetPlan {
  const lines = report.tables.flatMap(({ title, rows }) =>
    rows.filter((row) => row.team === team).map((row) => ({ title, ...row })),
  );
  const table = titledTable({
    name: "Clinic_team_figures",
    title: "The team’s figures",
    column: 0,
    columns: [
      proseColumn("Indicator", 55),
      quietColumn("Denominator", 15),
      quietColumn("Numerator", 12.5),
      numberColumn("%", 9, ONE_DECIMAL_PERCENT),
      centredColumn("RAG", 8),
    ],
    rows:
      lines.length > 0
        ? lines.map(({ title, denominator, numerator, rag }): readonly CellContent[] => [
            title,
            denominator,
            numerator,
            denominator === 0 ? NONE : numerator / denominator,
            ragWord(rag),
          ])
        : [["No figures this month", NONE, NONE, NONE, NONE]],
    total: null,
    showFilter: false,
  });
  const [placed] = table.tables;
  return assemble(frame("team-figures", "Figures", team), [
    pageTop({
      title: team,
      lead: monthAndCouncil(report),
      sentence: HOLDS_CHILD_IDS,
      notes: [`Figures as at ${formatDate(report.settings.asAt)}.`],
    }),
    { ...table, rules: ragRules(placed.row + 1, 4, placed.rows.length) },
  ]);
}

/** What the team still has to do, one row for each child: late, and due soon. */
function toDoPage(report: ClinicReport, team: string): SheetPlan {
  const outstanding = toDoTable({
    name: "Clinic_team_outstanding",
    title: "Still outstanding",
    column: 0,
    heading: "What is outstanding",
    children: ofTeam(report.outstanding, team),
    nobody: "Nobody",
    says: overdueInWords,
  });
  const dueSoon = toDoTable({
    name: "Clinic_team_due_soon",
    title: "Due in the next 10 working days",
    column: columnBeside(outstanding),
    heading: "What is due",
    children: ofTeam(report.dueSoon, team),
    nobody: "Nobody",
    says: dueInWords(report.settings.asAt),
  });
  return assemble({ ...frame("team-to-do", "To do", team), frozenRows: 6, titleRows: [5, 5] }, [
    pageTop({
      title: `${team}: outstanding and due soon`,
      lead: monthAndCouncil(report),
      sentence: HOLDS_CHILD_IDS,
      notes: [
        `One row per child, as at ${formatDate(report.settings.asAt)}; “${DUE_THAT_DAY}” is due on that date itself and still in time.`,
      ],
    }),
    outstanding,
    gapBefore(columnBeside(outstanding)),
    dueSoon,
  ]);
}

/** The children with something for this team to do, and that alone: what another team has to do is not told. */
function ofTeam(children: readonly ChildToDo[], team: string): readonly ChildToDo[] {
  return children
    .map((child) => ({
      ...child,
      teams: [team],
      things: child.things.filter((thing) => thing.team === team),
    }))
    .filter(({ things }) => things.length > 0)
    .sort((a, b) => certain(a.things[0]).due - certain(b.things[0]).due);
}

function childrenPage(report: ClinicReport, team: string): SheetPlan {
  const rows = report.outOfTime.filter((row) => row.team === team);
  const table = titledTable({
    name: "Clinic_team_children",
    title: "Out of time",
    column: 0,
    columns: [
      textColumn("Child Unique ID", 20),
      proseColumn("What is out of time", 50),
      dateColumn("Last done", 14),
      numberColumn("Days over", 11),
      textColumn("Counted in", 16),
      textColumn("Sheet", 20),
      numberColumn("Row", 8, "0"),
    ],
    rows:
      rows.length > 0
        ? rows.map((row) => line(row, report))
        : [["No child is out of time.", NONE, NONE, NONE, NONE, NONE, NONE]],
    total: null,
    showFilter: true,
  });
  return assemble({ ...frame("team-children", "Children", team), frozenRows: 6, titleRows: [5, 5] }, [
    pageTop({
      title: `${team}: children`,
      lead: monthAndCouncil(report),
      sentence: HOLDS_CHILD_IDS,
      notes: [`${counted(rows.length, "line").replace(/^n/, "N")}, as the pack’s Out of Time page has them.`],
    }),
    table,
  ]);
}

function line(row: OutOfTimeRow, { settings }: ClinicReport): readonly CellContent[] {
  return [
    row.child,
    settings.catalogue.entry(row.indicator).wording,
    row.date ?? "Never recorded",
    row.daysOver ?? NONE,
    row.daysOver === null ? NONE : row.unit,
    row.sheet,
    row.row,
  ];
}
