import { pageOfMark, markOfPage } from "../../../src/excel/host/marks";
import { extractSheets, refuseProtected, sheetOfPage } from "../../../src/excel/read/ourSheets";
import type { SheetFound, Survey, TableFound } from "../../../src/excel/read/survey";

function sheet(name: string, markedAs: string | null = null, more: Partial<SheetFound> = {}): SheetFound {
  return { id: name, name, position: 0, isProtected: false, markedAs, used: null, charts: [], ...more };
}

function table(name: string, sheetId: string): TableFound {
  return {
    name,
    foundAs: name,
    sheetId,
    area: { row: 0, column: 0, rows: 2, columns: 1 },
    hasTotal: false,
    headings: ["A"],
    body: null,
  };
}

function survey(sheets: readonly SheetFound[], tables: readonly TableFound[] = []): Survey {
  return {
    all: sheets,
    sheets,
    tableNames: new Set(tables.map(({ name }) => name.toLowerCase())),
    tables,
    names: new Map(),
    workbookProtected: false,
    manualCalculation: false,
    date1904: false,
    kept: new Map(),
    styles: { finished: new Set(), begun: new Set() },
    interrupted: false,
  };
}

const CIN = { page: "cin", name: "Clinic CIN", tables: ["Clinic_cin_visits_6w"] };

describe("our sheets", () => {
  it("are known by their mark under any name", () => {
    expect(sheetOfPage(survey([sheet("Our CIN page", "cin")]), CIN)?.name).toBe("Our CIN page");
  });

  it("are to be made when there is neither mark nor name", () => {
    expect(sheetOfPage(survey([sheet("Contacts")]), CIN)).toBeNull();
  });

  it("are refused the name of a user's sheet, whatever its case, and the error says which", () => {
    expect(() => sheetOfPage(survey([sheet("clinic cin")]), CIN)).toThrow(/"clinic cin".*Rename your sheet/);
  });

  it("take up a blank sheet of their name that a build left which did not come to its end", () => {
    const left = { ...survey([sheet("Clinic CIN")]), interrupted: true };
    expect(sheetOfPage(left, CIN)?.name).toBe("Clinic CIN");
    const used = { row: 0, column: 0, rows: 1, columns: 1 };
    expect(() => sheetOfPage({ ...left, sheets: [sheet("Clinic CIN", null, { used })] }, CIN)).toThrow(
      /Rename/,
    );
    expect(() => sheetOfPage({ ...left, tables: [table("Mine", "Clinic CIN")] }, CIN)).toThrow(/Rename/);
  });

  it("may have any name when another sheet of the user's has theirs", () => {
    expect(sheetOfPage(survey([sheet("Clinic CIN"), sheet("Mine", "cin")]), CIN)?.name).toBe("Mine");
  });

  it("are told from a copy by their tables, then by their name", () => {
    const copies = [sheet("Clinic CIN (2)", "cin"), sheet("Renamed", "cin")];
    expect(sheetOfPage(survey(copies, [table("clinic_CIN_visits_6w", "Renamed")]), CIN)?.name).toBe(
      "Renamed",
    );
    const named = [sheet("Clinic CIN (2)", "cin"), sheet("Clinic CIN", "cin")];
    expect(sheetOfPage(survey(named), CIN)?.name).toBe("Clinic CIN");
  });

  it("include Clinic Settings by its tables", () => {
    const settings = { page: "settings", name: "Clinic Settings", tables: [] };
    const found = survey(
      [sheet("Clinic Settings"), sheet("Contacts")],
      [table("ClinicOptions", "Clinic Settings")],
    );
    expect(sheetOfPage(found, settings)?.name).toBe("Clinic Settings");
    expect(extractSheets(found).map(({ name }) => name)).toEqual(["Contacts"]);
  });

  it("are never read as extracts", () => {
    const found = survey([sheet("Contacts"), sheet("Clinic CIN", "cin"), sheet("Anything", "demand")]);
    expect(extractSheets(found).map(({ name }) => name)).toEqual(["Contacts"]);
  });

  it("are not written to while one of them is protected", () => {
    const locked = sheet("Clinic CIN", "cin", { isProtected: true });
    expect(() => refuseProtected(survey([locked]), [locked], false)).toThrow(/"Clinic CIN" is protected/);
    const closed = { ...survey([]), workbookProtected: true };
    expect(() => refuseProtected(closed, [], true)).toThrow(/structure is protected/);
    expect(() => refuseProtected(closed, [], false)).not.toThrow();
  });
});

describe("the mark", () => {
  it("is read back as it was written", () => {
    expect(pageOfMark(markOfPage("cp-core-groups"))).toBe("cp-core-groups");
  });

  it("is nothing else that happens to have its name", () => {
    expect(pageOfMark("=Sheet1!$A$1")).toBeNull();
    expect(pageOfMark('="Two words"')).toBeNull();
  });
});
