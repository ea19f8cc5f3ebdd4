/** Codes of a list's teams, with the issues of their column. */
import { isBlank, isFormulaLike } from "../cells/cells";
import { isExcelError } from "../cells/names";
import { isNothing } from "../cells/nothing";
import type { CellValue } from "../cells/worksheet";
import type { Report, RuleCode } from "../issues/rulesCatalogue";
import type { ListId } from "../lists/lists";
import type { TeamDirectory } from "../teams/teams";
import type { KnownIds } from "./knownIds";
import { eachCell, reporters, wordsForNothing } from "./readCells";
import type { CellsOfPart, Part, Reading, ReadPlain } from "./readCells";

/** Codes by cell, the same in whatever list: looked up and no more once met. */
export interface TeamCodes {
  /** The code, or its complement (`~code`) for a cell of which there is something to say. */
  signedCodeOf(cell: CellValue): number;
}

export function createTeamCodes(teams: TeamDirectory, knownIds: KnownIds): TeamCodes {
  const codes = new Map<CellValue, number>();
  return {
    signedCodeOf(cell) {
      let signed = codes.get(cell);
      if (signed === undefined) {
        const code = namesNoTeam(cell, teams, knownIds) ? teams.codeOf("") : teams.codeOf(cell);
        const isPlain = teamIssue(cell, code, teams, knownIds) === null && !isFormulaLike(cell);
        codes.set(cell, (signed = isPlain ? code : ~code));
      }
      return signed;
    },
  };
}

/** The analyst may have a team of any name: only what Clinic Settings does not know is nothing, or an ID that has slipped. */
function namesNoTeam(cell: CellValue, teams: TeamDirectory, knownIds: KnownIds): boolean {
  return !teams.isKnown(cell) && (isNothing(cell) || knownIds.has(cell));
}

function teamIssue(cell: CellValue, code: number, teams: TeamDirectory, knownIds: KnownIds): RuleCode | null {
  const origin = teams.teams[code]?.origin ?? "unknown";
  if (isNothing(cell)) return origin === "blank" ? "words-for-nothing" : null;
  if (isExcelError(cell)) return "error-value";
  if (isBlank(cell)) return "team-blank";
  if (teams.ambiguous(cell)) return "team-ambiguous";
  if (origin === "known") return null;
  if (origin === "unknown") return "team-unknown";
  return knownIds.has(cell) ? "id-in-cell" : "team-blank";
}

export function* readTeams(
  id: ListId,
  parts: readonly Part[],
  rowCount: number,
  { teams, teamCodes, knownIds, log }: Reading,
): Generator<void, Int32Array> {
  const codes = new Int32Array(rowCount).fill(-1);
  const readPlain: ReadPlain = (cells, first, end, left) =>
    copyTeamCodes(cells, first, end, left, codes, teamCodes);
  const rule = reporters(id, "team", log);
  const formulaLike = rule("formula-like-text");
  yield* eachCell(parts, "team", readPlain, (report, headerRow) => {
    const nothing = wordsForNothing(rule, report, headerRow);
    const reports = new Map<CellValue, Report | null>();
    const reportOf = (cell: CellValue, code: number): Report | null => {
      const issue = teamIssue(cell, code, teams, knownIds);
      return issue && issue !== "words-for-nothing" ? rule(issue) : null;
    };
    return {
      read(cell, record, row) {
        let issue = reports.get(cell);
        if (issue === undefined) reports.set(cell, (issue = reportOf(cell, codes[record]!)));
        if (issue) report(issue, row);
        if (isNothing(cell)) nothing.add(cell);
        else if (isFormulaLike(cell)) report(formulaLike, row);
      },
      end: nothing.end,
    };
  });
  // A part of a split list may lack the column that another part has.
  if (parts.some((part) => part.match.columns.has("team")))
    for (let i = 0; i < rowCount; i++) if (codes[i] === -1) codes[i] = teams.codeOf("");
  return codes;
}

function copyTeamCodes(
  { rows, records, column, from }: CellsOfPart,
  first: number,
  end: number,
  left: number[],
  codes: Int32Array,
  { signedCodeOf }: TeamCodes,
): void {
  for (let i = first; i < end; i++) {
    const signed = signedCodeOf(rows[records[i]!]![column] ?? "");
    codes[from + i] = signed < 0 ? ~signed : signed;
    if (signed < 0) left.push(i);
  }
}
