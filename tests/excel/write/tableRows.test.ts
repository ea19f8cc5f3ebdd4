import fc from "fast-check";
import type { CellValue } from "../../../src/clinic/cells/worksheet";
import type { TableFound } from "../../../src/excel/read/survey";
import { planRows, rowsAfter, type TableRows } from "../../../src/excel/write/tableRows";
import type { TablePlan } from "../../../src/pages/plan";
import { tablePlan } from "../plans";

const HEADINGS = ["Month", "Indicator", "Team"];

function found(rows: number, more: Partial<TableFound> = {}): TableFound {
  return {
    name: "Clinic_history",
    foundAs: "Clinic_history",
    sheetId: "1",
    area: { row: 5, column: 0, rows: rows + 1, columns: 3 },
    hasTotal: false,
    headings: HEADINGS,
    body: null,
    ...more,
  };
}

/** What the table holds after each of the writer's acts: room, content, and each span that goes. */
function states(body: readonly (readonly CellValue[])[], rows: TableRows): CellValue[][][] {
  const blank = (): CellValue[] => ["", "", ""];
  const grown = body.map((row) => [...row]);
  grown.splice(rows.insert.at, 0, ...Array.from({ length: rows.insert.count }, blank));
  const all = [structuredClone(grown)];
  rows.content.forEach((row, i) => {
    grown[rows.from + i] = row.map((cell) => (cell === null || typeof cell === "object" ? "" : cell));
  });
  all.push(structuredClone(grown));
  for (const { at, count } of rows.remove) {
    grown.splice(at, count);
    all.push(structuredClone(grown));
  }
  return all;
}

const historyOf = (month: string, rows: readonly (readonly string[])[]): TablePlan =>
  tablePlan(
    "Clinic_history",
    0,
    rows.map((row) => [...row]),
    { headings: HEADINGS, keepsOtherMonths: { month }, total: null },
  );

describe("the rows of Clinic History", () => {
  const month = fc.constantFrom("2023-05", "2023-06", "2023-07", "2023-08");
  const row = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(
        month,
        fc.constant("contacts"),
        fc.string({ unit: "grapheme-ascii", maxLength: 3 }),
      ),
    },
    fc.constantFrom(
      ["Juni 2023", "contacts", "Total"],
      ["2023-06", "no indicator", "12 (provisional)"],
      ["", "", ""],
    ),
  );

  it("of other months, and those that cannot be read, are there after every act, in their order", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        month,
        fc.nat(9),
        (standing, built, count) => {
          const body = standing.map((cells) => [...cells]) as CellValue[][];
          const fresh = Array.from({ length: count }, (_, i) => [built, "contacts", `new ${i}`]);
          const isBuilt = (cells: readonly CellValue[]) => cells[0] === built && cells[1] === "contacts";
          const isBlank = (cells: readonly CellValue[]) => cells.every((cell) => cell === "");
          const published = body.filter((cells) => !isBuilt(cells) && !isBlank(cells));
          const rows = planRows(historyOf(built, fresh), found(body.length), body, false);
          const after = states(body, rows);
          for (const state of after)
            expect(state.filter((cells) => !isBuilt(cells) && !isBlank(cells))).toEqual(published);
          const last = after.at(-1)!;
          expect(last.length).toBe(rowsAfter(rows));
          if (count === 0) expect(last).toEqual(body);
          else {
            expect(last.filter(isBuilt)).toEqual(fresh);
            expect(last.filter(isBlank)).toEqual([]);
            // The month's own old rows are there until the act that brings the new ones.
            expect(after[0]!.filter(isBuilt)).toEqual(body.filter(isBuilt));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("a new month comes before the first later one", () => {
    const body = ["2023-05", "2023-07"].map((each) => [each, "contacts", "Total"]);
    const rows = planRows(historyOf("2023-06", [["2023-06", "contacts", "Total"]]), found(2), body, false);
    expect(
      states(body, rows)
        .at(-1)!
        .map(([each]) => each),
    ).toEqual(["2023-05", "2023-06", "2023-07"]);
  });
});

describe("the rows of a settings table", () => {
  const BLANK = ["", "", ""];
  const KEPT = ["kept", "", ""];
  const settings = (added: number): TablePlan =>
    tablePlan(
      "ClinicTargets",
      0,
      Array.from({ length: added }, (_, i) => [`added ${i}`, "", ""]),
      { keepExistingRows: true, total: null },
    );
  const after = (name: string, body: CellValue[][], added: number) =>
    states(
      body,
      planRows(
        { ...settings(added), name },
        found(body.length, { name, foundAs: name, body: { values: body, formats: [] } }),
        null,
        false,
      ),
    )
      .at(-1)!
      .map(([first]) => first);

  it("blank rows that a stopped build left are used, and what is over goes", () => {
    expect(after("ClinicTargets", [BLANK, BLANK, BLANK], 2)).toEqual(["added 0", "added 1"]);
    expect(after("ClinicTargets", [BLANK, BLANK, KEPT], 1)).toEqual(["kept", "added 0"]);
    expect(after("ClinicTargets", [KEPT, BLANK, KEPT, BLANK, BLANK], 1)).toEqual(["kept", "kept", "added 0"]);
    expect(after("ClinicTargets", [KEPT, BLANK], 3)).toEqual(["kept", "added 0", "added 1", "added 2"]);
  });

  it("a blank row of ClinicHolidays is the analyst's to fill", () => {
    expect(after("ClinicHolidays", [BLANK], 0)).toEqual([""]);
    expect(after("ClinicHolidays", [KEPT, BLANK, BLANK], 0)).toEqual(["kept", "", ""]);
  });

  it("a table that was made and not even named has never been filled", () => {
    const rows = planRows(settings(3), found(3, { name: "ClinicTargets", foundAs: "Table1" }), null, false);
    expect(rows).toMatchObject({ from: 0, filled: 3, insert: { count: 0 }, remove: [] });
  });
});
