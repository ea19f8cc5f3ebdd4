import { isDateFormat, useDates1904, useRealSheetNames } from "../../../src/excel/write/adaptPlan";
import { sheetPlan, tablePlan, workbookPlan } from "../plans";

describe("sheets that the user renamed", () => {
  const table = tablePlan("Clinic_a", 0, [["a", 1, { formula: "='Clinic Settings'!A1" }]]);
  const plan = workbookPlan(
    [
      sheetPlan("summary", "Clinic Summary", [table], {
        links: [{ row: 1, column: 1, text: "CIN", sheet: "Clinic CIN", cell: "A1", tip: "" }],
        rules: [
          { row: 1, column: 1, rows: 1, columns: 1, formula: "='Clinic Settings'!$A$1=1", look: "red" },
        ],
      }),
      sheetPlan("cin", "Clinic CIN", []),
    ],
    [{ name: "Clinic_x", formula: "=INDEX('Clinic Settings'!$G:$G,1)", comment: "" }],
  );

  it("are linked to and read under the names that they have", () => {
    const real = new Map([
      ["Clinic CIN", "Children's plans"],
      ["Clinic Settings", "O'Settings"],
      ["Clinic Summary", "Clinic Summary"],
    ]);
    const { sheets, names } = useRealSheetNames(plan, real);
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Clinic Summary", "Children's plans"]);
    expect(sheets[0]?.links[0]?.sheet).toBe("Children's plans");
    expect(sheets[0]?.tables[0]?.rows[0]?.[2]).toEqual({ formula: "='O''Settings'!A1" });
    expect(sheets[0]?.rules[0]?.formula).toBe("='O''Settings'!$A$1=1");
    expect(names[0]?.formula).toBe("=INDEX('O''Settings'!$G:$G,1)");
  });

  it("are named as they are now where links are made of their names", () => {
    const named = tablePlan(
      "Clinic_a",
      0,
      [["Clinic CIN", { formula: "=x", expected: "CIN" }, "Clinic CIN"]],
      {
        columns: [
          { style: "text", namesOurSheets: true },
          { style: "link", namesOurSheets: true },
          { style: "text" },
        ],
      },
    );
    const renamed = useRealSheetNames(
      workbookPlan([sheetPlan("summary", "Clinic Summary", [named])]),
      new Map([["Clinic CIN", "Children's plans"]]),
    );
    expect(renamed.sheets[0]?.tables[0]?.rows).toEqual([
      ["Children's plans", { formula: "=x", expected: "Children's plans" }, "Clinic CIN"],
    ]);
  });

  it("are left alone where none was", () => {
    expect(useRealSheetNames(plan, new Map([["Clinic CIN", "Clinic CIN"]]))).toBe(plan);
  });
});

describe("a workbook that counts from 1904", () => {
  it("has dates written 1,462 lower, and nothing else", () => {
    const table = tablePlan("Clinic_a", 0, [["a", 45_000, 45_000]], {
      columns: [
        { style: "text" },
        { style: "number", numberFormat: "dd/mm/yyyy" },
        { style: "number", numberFormat: "#,##0" },
      ],
    });
    const sheet = sheetPlan("summary", "Clinic Summary", [table], {
      blocks: [
        {
          row: 0,
          column: 0,
          cells: [
            ["Title", 45_000],
            [45_000, 45_000],
          ],
        },
      ],
      styles: [{ row: 1, column: 1, rows: 1, columns: 1, style: "text", numberFormat: "d mmmm yyyy hh:mm" }],
    });
    const [after] = useDates1904(workbookPlan([sheet])).sheets;
    expect(after?.tables[0]?.rows).toEqual([["a", 43_538, 45_000]]);
    expect(after?.blocks[0]?.cells).toEqual([
      ["Title", 45_000],
      [45_000, 43_538],
    ]);
  });

  it.each([
    ["dd/mm/yyyy", true],
    ["mmm-yy", true],
    ['#,##0 "days"', false],
    ["[Red]0.0%", false],
    ["General", false],
    [undefined, false],
  ])("%s is a date format: %s", (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});
