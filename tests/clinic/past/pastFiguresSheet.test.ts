import { BUILT_IN } from "../../../src/clinic/indicators/catalogue";
import { recogniseLists } from "../../../src/clinic/extracts/recognise";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { pastFiguresSheet } from "../../../src/clinic/past/pastFiguresSheet";
import { readPastFigures } from "../../../src/clinic/past/readPastFigures";
import type { CellValue } from "../../../src/clinic/cells/worksheet";

const TEAMS = [
  { name: "SWF East 1", inClinicTables: true },
  { name: "Looked After Team", inClinicTables: false },
];

function readBack(rows: readonly (readonly CellValue[])[]) {
  const log = createIssueLog();
  const sheet = { name: "Past Figures", firstRow: 0, firstColumn: 0, rows };
  const sheets = recogniseLists([sheet], {}, log).get("past-figures")?.sheets ?? [];
  const settings = { month: "2023-07", indicators: new Map() };
  return {
    past: readPastFigures({ sheets, history: null, settings, date1904: false }, log),
    issues: log.issues(),
  };
}

/** The sheet with a figure pasted into the first month of each row. */
const filled = (rows: readonly (readonly CellValue[])[], firstMonth: number) =>
  rows.map((row, at) => (at === 0 ? row : row.map((cell, column) => (column === firstMonth ? 50 : cell))));

describe("the sheet Past Figures to paste into", () => {
  it("has the indicators and the twelve months before the reporting month, and reads back", () => {
    const rows = pastFiguresSheet("wide", "2023-07", TEAMS, BUILT_IN);
    expect(rows[0]?.slice(0, 2)).toEqual(["Indicator", "July 2022"]);
    expect(rows[0]?.at(-1)).toBe("June 2023");
    const { past, issues } = readBack(filled(rows, 1));
    expect(issues).toEqual([]);
    expect(past.value("contacts", "2022-07")).toBe(50);
    expect(past.value("cp-visits-10wd", "2022-07")).toBe(50);
  });

  it("by team has a row for each clinic team, whose figures feed that team and not the total", () => {
    const rows = pastFiguresSheet("by team", "2023-07", TEAMS, BUILT_IN);
    expect(rows.filter(([, team]) => team === "Looked After Team")).toEqual([]);
    const teamsOnly = filled(rows, 2).map((row) =>
      row[1] === "" ? row.map((cell) => (cell === 50 ? "" : cell)) : row,
    );
    const { past, issues } = readBack(teamsOnly);
    expect(issues).toEqual([]);
    expect(past.ofTeams).toContainEqual({
      indicator: "cp-visits-10wd",
      month: "2022-07",
      team: "SWF East 1",
      value: 50,
    });
    expect(past.value("cp-visits-10wd", "2022-07")).toBeNull();
  });
});
