import { editCells, type SettingsEdit } from "../../src/excel/settingsEdits";
import type { TableFound } from "../../src/excel/read/survey";

function options(values: string[][], headings = ["Setting", "Value"]): TableFound {
  const formats = values.map((row) => row.map(() => "General"));
  return {
    name: "ClinicOptions",
    foundAs: "ClinicOptions",
    sheetId: "s",
    area: { row: 2, column: 0, rows: values.length + 1, columns: headings.length },
    hasTotal: false,
    headings,
    body: { values, formats },
  };
}

const set = (key: string, value: string | number | null): SettingsEdit => ({
  act: "set",
  table: "ClinicOptions",
  key,
  heading: "Value",
  value,
});

describe("edits of settings", () => {
  it("change the cell of the row that has the key, however it is typed", () => {
    expect(
      editCells(
        options([
          ["Council name", ""],
          ["reporting  MONTH", "x"],
        ]),
        [set("Reporting month", "July 2023")],
      ),
    ).toEqual({
      cells: [{ row: 1, column: 1, value: "July 2023" }],
      addedRows: 0,
    });
  });

  it("add a row for a key that is missing, one for two edits of it", () => {
    const edits = [set("Council name", "Anytown"), set("Council name", null)];
    expect(editCells(options([["Reporting month", ""]]), edits)).toEqual({
      cells: [
        { row: 1, column: 0, value: "Council name" },
        { row: 1, column: 1, value: "Anytown" },
        { row: 1, column: 1, value: null },
      ],
      addedRows: 1,
    });
  });

  it("fill a row that is blank before adding one", () => {
    expect(editCells(options([["", ""]]), [set("Council name", "Anytown")])).toEqual({
      cells: [
        { row: 0, column: 0, value: "Council name" },
        { row: 0, column: 1, value: "Anytown" },
      ],
      addedRows: 0,
    });
  });

  it("fill a new row with what it starts with, and leave a row that stands as it is", () => {
    const headings = ["ID", "Target", "Amber within", "Unit"];
    const targets = { ...options([["cp", "", "", ""]], headings), name: "ClinicTargets" };
    const setTarget = (key: string): SettingsEdit => ({
      act: "set",
      table: "ClinicTargets",
      key,
      heading: "Target",
      value: 80,
    });
    const starting = () => ({
      ID: "x",
      Target: 95,
      "Amber within": 5,
      Unit: "days",
      Teams: "clinic",
      Note: "",
    });
    expect(editCells(targets, [setTarget("cp"), setTarget("cla")], starting)).toEqual({
      cells: [
        { row: 0, column: 1, value: 80 },
        { row: 1, column: 0, value: "cla" },
        { row: 1, column: 2, value: 5 },
        { row: 1, column: 3, value: "days" },
        { row: 1, column: 1, value: 80 },
      ],
      addedRows: 1,
    });
  });

  it("add a team's other name once", () => {
    const teams = { ...options([["East 1", "BIT E1; "]], ["Team", "Also known as"]), name: "ClinicTeams" };
    const add = (name: string): SettingsEdit => ({
      act: "add-name",
      table: "ClinicTeams",
      key: "East 1",
      heading: "Also known as",
      name,
    });
    expect(editCells(teams, [add("East One"), add("bit-e1")]).cells).toEqual([
      { row: 0, column: 1, value: "BIT E1; East One" },
      { row: 0, column: 1, value: "BIT E1; East One" },
    ]);
  });

  it("leave alone a table whose columns are gone", () => {
    expect(editCells(options([["a", "b"]], ["One", "Two"]), [set("Council name", "x")])).toEqual({
      cells: [],
      addedRows: 0,
    });
  });
});
