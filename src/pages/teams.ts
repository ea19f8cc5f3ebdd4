/** Clinic Teams: every clinic team against every by-team indicator on one page, read from the pages' own tables (SPEC §5). */
import type { TeamTableEntry } from "../clinic/indicators/entry";
import type { Rag } from "../clinic/measures/terms";
import type { ClinicReport, TeamRow, TeamTable } from "../clinic/report";
import { monthAndCouncil, pageTop, picturePage } from "./layout/pageTop";
import { fillPaper } from "./layout/paper";
import { assemble } from "./layout/part";
import { centredColumn, nameColumn, titledTable } from "./layout/tableColumn";
import { FEW, cellFigure, percentFigure, ragFormula, termsOf } from "./liveFormulas";
import { pageName } from "./pageNames";
import type { CellContent, RulePlan, SheetPlan } from "./plan";
import { address, columnOf, tableName, thisRow, totalOf } from "./references";
import { FEW_MARK, NONE, NOT_AVAILABLE, RAG_WORDS, counted, figureText, notAgreed, ragWord } from "./wording";

const TEAMS = "Clinic_teams";
const TEAM = "Team";
const TEAM_IN_TABLES = "Team/Locality";
/** Points. */
const HIGHEST_ROW = 44;

export function teamsPage(report: ClinicReport): SheetPlan {
  const name = pageName("teams");
  const teams = teamsShown(report);
  const columns = report.settings.catalogue.teamTables.map((entry) => ({
    entry,
    table: report.tables.find(({ id }) => id === entry.id) ?? null,
  }));
  const titled = titledTable({
    name: TEAMS,
    title: "Share in time, by team",
    column: 0,
    columns: [
      nameColumn(TEAM, teams, 22, 46),
      ...columns.map(({ entry }) => centredColumn(headingOf(entry, report), 17)),
    ],
    rows: (teams.length > 0 ? teams : [NOBODY]).map((team): readonly CellContent[] => [
      team,
      ...columns.map(({ entry, table }) => teamCell(entry, table, team)),
    ]),
    total: ["Total", ...columns.map(({ entry, table }) => totalCell(entry, table))],
    showFilter: false,
  });
  const [table] = titled.tables;
  const { row, rows, headings } = table;
  const part = { ...titled, tables: [{ ...table, columnsVary: true as const }] };
  const sheet = assemble(picturePage(name, report), [
    pageTop({
      title: name.title,
      lead: monthAndCouncil(report),
      sentence: sentence(teams, report),
      notes: notes(columns, report),
    }),
    { ...part, rules: wordRules(row + 1, 1, rows.length + 1, headings.length - 1) },
  ]);
  return fillPaper(sheet, HIGHEST_ROW);
}

/** A council's own title may be what a built-in indicator is called; a table's headings are all different. */
function headingOf({ id, nameInMessages, own }: TeamTableEntry, { settings }: ClinicReport): string {
  const isTaken = [
    TEAM,
    ...settings.catalogue.teamTables.flatMap((other) => (other.id === id ? [] : other.nameInMessages)),
  ].some((name) => name.toLowerCase() === nameInMessages.toLowerCase());
  return own && isTaken ? `${nameInMessages} (${id})` : nameInMessages;
}

/** An Excel table has at least one row. */
const NOBODY = "None this month";

/** Teams in the clinic tables that any table has a row of, in the tables' order. */
function teamsShown({ settings, tables }: ClinicReport): readonly string[] {
  const outside = new Set(settings.teams.filter((team) => !team.inClinicTables).map((team) => team.name));
  const shown = new Set(tables.flatMap(({ rows }) => rows.map(({ team }) => team)));
  return [...shown].filter((team) => !outside.has(team)).sort(byLowerCase);
}

/** As the tables stand: lower-cased, by character. */
function byLowerCase(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "87.5% Amber", "66.7% Red [u]", "-" where the team has nobody; one formula for the column. */
function teamCell({ id }: TeamTableEntry, table: TeamTable | null, team: string): CellContent {
  if (table === null) return NOT_AVAILABLE;
  const name = tableName(id);
  const [numerator, denominator] = [ofTeam(name, "Numerator"), ofTeam(name, "Denominator")];
  const { shown } = percentFigure(numerator, denominator);
  const word = ragFormula(termsOf(id), percentFigure(numerator, denominator)).slice(1);
  return {
    formula:
      `=IF(${denominator}=0,"${NONE}",TEXT(${shown},"0.0")&"%"&SUBSTITUTE(" "&${word}," ${NONE}","")` +
      `&IF(${denominator}<${FEW}," ${FEW_MARK}",""))`,
    expected: wordsOf(table.rows.find((row) => row.team === team)),
  };
}

/** The team's own figure in another table, 0 where it has no row. Not MATCH, which takes ? and * in a name for wildcards. */
function ofTeam(table: string, heading: "Numerator" | "Denominator"): string {
  return `SUMPRODUCT(--(${columnOf(table, TEAM_IN_TABLES)}=${thisRow(TEAMS, TEAM)}),${columnOf(table, heading)})`;
}

function totalCell({ id }: TeamTableEntry, table: TeamTable | null): CellContent {
  if (table === null) return NOT_AVAILABLE;
  return {
    formula: `=${shareAndWord((heading) => totalOf(tableName(id), heading))}`,
    expected: wordsOf(table.total),
  };
}

function shareAndWord(at: (heading: "%" | "RAG" | "Denominator") => string): string {
  const [share, word, all] = [at("%"), at("RAG"), at("Denominator")];
  return (
    `IF(ISNUMBER(${share}),TEXT(${cellFigure("percent", share).shown},"0.0")&"%"&IF(${word}="${NONE}",""," "&${word})` +
    `&IF(${all}<${FEW}," ${FEW_MARK}",""),"${NONE}")`
  );
}

function wordsOf(row: Omit<TeamRow, "team"> | undefined): string {
  if (!row || row.percent === null) return NONE;
  const word = row.rag === null ? "" : ` ${ragWord(row.rag)}`;
  return `${figureText("percent", row.percent)}${word}${row.denominator < FEW ? ` ${FEW_MARK}` : ""}`;
}

/** RAG colours of cells whose text has the word in it. Zero-based. */
function wordRules(row: number, column: number, rows: number, columns: number): readonly RulePlan[] {
  const first = address(row, column);
  return (["green", "amber", "red"] as const).map((look) => ({
    row,
    column,
    rows,
    columns,
    formula: `=ISNUMBER(SEARCH("${RAG_WORDS[look]}",${first}))`,
    look,
  }));
}

/** "SWF East 1 has most reds: 5 of 11 indicators." */
function sentence(teams: readonly string[], report: ClinicReport): string {
  if (teams.length === 0) return "No clinic team has a figure this month.";
  const count = (team: string, rag: Rag | null) =>
    report.tables.reduce(
      (sum, { rows }) =>
        sum +
        rows.filter((row) => row.team === team && (rag === null ? row.rag !== null : row.rag === rag)).length,
      0,
    );
  const reds = teams.map((team) => count(team, "red"));
  const most = Math.max(...reds);
  const all = counted(teams.length, "clinic team");
  if (most === 0) return `${all}; at the build none of them was red in any indicator.`;
  const worst = teams.filter((_, i) => reds[i] === most);
  const [first = ""] = worst;
  if (worst.length > 1)
    return `${all}; at the build ${counted(worst.length, "team")} had most reds, ${most} each: ${worst.slice(0, NAMED).join(", ")}${worst.length > NAMED ? " …" : ""}.`;
  return `${all}; at the build ${first} had most reds: ${most} of ${counted(count(first, null), "indicator")} with a target.`;
}

const NAMED = 3;

function notes(
  columns: readonly { readonly entry: TeamTableEntry; readonly table: TeamTable | null }[],
  report: ClinicReport,
): readonly string[] {
  const inAllTeams = columns
    .filter(({ entry }) => report.settings.indicators.get(entry.id)?.teams === "all")
    .map(({ entry }) => entry.nameInMessages);
  return [
    `${FEW_MARK} = a share of fewer than ${FEW}: one child moves it by 10 points or more. A dash = nobody to count.`,
    ...(inAllTeams.length > 0 ? [`Total counts every team for: ${inAllTeams.join("; ")}.`] : []),
    ...(columns.some(({ table }) => table === null) ? [`${NOT_AVAILABLE} = not available.`] : []),
    ...notAgreed(
      columns
        .filter(({ entry }) => report.targetsToAgree.includes(entry.id))
        .map(({ entry }) => entry.nameInMessages),
    ),
    "Titles, rules and targets are on Clinic Definitions.",
  ];
}
