import fc from "fast-check";
import { ClinicError } from "../../../src/excel/host/clinicError";
import { fitLayout } from "../../../src/excel/write/fitLayout";
import { moveFormulaColumns } from "../../../src/excel/write/movePlan";
import type { TableFound } from "../../../src/excel/read/survey";
import type { SheetPlan } from "../../../src/pages/plan";
import { sheetPlan, tablePlan } from "../plans";

const ROW = ["a", 1, 1] as const;

function standing(
  name: string,
  column: number,
  more: Partial<TableFound["area"]> = {},
  headings = ["Team", "Denominator", "Numerator"],
): TableFound {
  return {
    name,
    foundAs: name,
    sheetId: "s",
    area: { row: 5, column, rows: 4, columns: headings.length, ...more },
    hasTotal: true,
    headings,
    body: null,
  };
}

function planOf(...names: string[]): SheetPlan {
  return sheetPlan(
    "cin",
    "Clinic CIN",
    names.map((name, i) => tablePlan(name, i * 4, [ROW])),
  );
}

/** Every table of the plan, standing or new, has its place and no two share a column. */
function expectRoom({ plan, standing: tables, retired }: ReturnType<typeof fitLayout>): void {
  for (const table of plan.tables) {
    const found = tables.get(table.name.toLowerCase());
    if (found)
      expect({ row: found.area.row, column: found.area.column, columns: found.area.columns }).toEqual({
        row: table.row,
        column: table.column,
        columns: table.headings.length,
      });
  }
  const spans = [
    ...plan.tables.map((t) => [t.column, t.column + t.headings.length]),
    ...retired.map(({ area }) => [area.column, area.column + area.columns]),
  ];
  spans.sort((a, b) => a[0]! - b[0]!);
  for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThan(spans[i - 1]![1]!);
}

describe("fitting a plan to a sheet that stands", () => {
  it("asks for nothing where all tables stand in place", () => {
    const fitted = fitLayout(planOf("Clinic_a", "Clinic_b"), [
      standing("Clinic_a", 0),
      standing("Clinic_b", 4),
    ]);
    expect(fitted.steps).toEqual([]);
    expect(fitted.plan).toEqual(planOf("Clinic_a", "Clinic_b"));
    expect(fitted.retired).toEqual([]);
  });

  it("makes room for a new table between two that stand", () => {
    const fitted = fitLayout(planOf("Clinic_a", "Clinic_b", "Clinic_c"), [
      standing("Clinic_a", 0),
      standing("Clinic_c", 4),
    ]);
    expect(fitted.steps).toEqual([{ act: "insert", of: "columns", at: 4, count: 4 }]);
    expectRoom(fitted);
  });

  it("moves the plan past a table that it no longer has, with its titles, rules and formulas", () => {
    const plan = planOf("Clinic_a", "Clinic_c");
    const rules = [{ row: 6, column: 4, rows: 1, columns: 3, formula: '=$E7="Red"', look: "red" as const }];
    const fitted = fitLayout({ ...plan, rules }, [
      standing("Clinic_a", 0),
      standing("Clinic_b", 4),
      standing("Clinic_c", 8),
    ]);
    expect(fitted.steps).toEqual([]);
    expect(fitted.retired.map((table) => table.name)).toEqual(["Clinic_b"]);
    expect(fitted.plan.tables.map((table) => table.column)).toEqual([0, 8]);
    expect(fitted.plan.blocks.find((block) => block.cells[0]?.[0] === "Clinic_c title")?.column).toBe(8);
    expect(fitted.plan.rules).toEqual([{ ...rules[0], column: 8, formula: '=$I7="Red"' }]);
    expectRoom(fitted);
  });

  it("undoes rows and columns that somebody inserted", () => {
    const wide = standing("Clinic_a", 0, { row: 7 }, ["Team", "Denominator", "My note", "Numerator"]);
    const fitted = fitLayout(planOf("Clinic_a", "Clinic_b"), [wide, standing("Clinic_b", 5, { row: 7 })]);
    expect(fitted.steps).toEqual([
      { act: "delete", of: "columns", at: 2, count: 1 },
      { act: "delete", of: "rows", at: 4, count: 2 },
    ]);
    expectRoom(fitted);
  });

  it("puts a deleted column back inside the table", () => {
    const fitted = fitLayout(planOf("Clinic_a"), [standing("Clinic_a", 0, {}, ["Team", "Numerator"])]);
    expect(fitted.steps).toEqual([{ act: "insert", of: "columns", at: 1, count: 1 }]);
    expectRoom(fitted);
  });

  it("says so when tables have changed places", () => {
    expect(() =>
      fitLayout(planOf("Clinic_a", "Clinic_b"), [standing("Clinic_b", 0), standing("Clinic_a", 4)]),
    ).toThrow(ClinicError);
  });

  it("finds room whatever subset stands and whatever is retired, and then needs nothing more", () => {
    const names = ["Clinic_a", "Clinic_b", "Clinic_c", "Clinic_d", "Clinic_e"];
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.subarray(names, { minLength: 1 }),
        fc.nat(3),
        (there, wanted, gap) => {
          const found = there.map((name, i) => standing(name, i * (4 + gap)));
          const plan = planOf(...wanted);
          const fitted = fitLayout(plan, found);
          expectRoom(fitted);
          const after = [
            ...fitted.retired,
            ...fitted.plan.tables.map((table) => standing(table.name, table.column)),
          ];
          const again = fitLayout(plan, after);
          expect(again.steps).toEqual([]);
          expect(again.plan).toEqual(fitted.plan);
        },
      ),
    );
  });
});

describe("moving the columns of a rule", () => {
  const by4 = (column: number) => column + 4;
  it.each([
    ['=$E7="Red"', '=$I7="Red"'],
    ["=AND(A1>=B$2,$C$3<1)", "=AND(E1>=F$2,$G$3<1)"],
    ["=SUM(A1:Z9)", "=SUM(E1:AD9)"],
    ['="A1"&A1', '="A1"&E1'],
    ["='Clinic Settings'!$A$1+A1", "='Clinic Settings'!$A$1+E1"],
    ["=1E5+2.5*A1+$A1", "=1E5+2.5*E1+$E1"],
    ["=Clinic_target_cin_visits_6w+A1", "=Clinic_target_cin_visits_6w+E1"],
    ["=Clinic_a[[#This Row],[A1]]+LOG10(A1)", "=Clinic_a[[#This Row],[A1]]+LOG10(E1)"],
  ])("%s", (formula, moved) => {
    expect(moveFormulaColumns(formula, by4)).toBe(moved);
  });
});
