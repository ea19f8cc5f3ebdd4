import type { WorkbookValues } from "../../src/clinic/cells/worksheet";
import { caseloadsOfCells } from "../../src/functions/caseloadFunctions";
import { packContents } from "../../src/functions/packContents";
import { startExcelClient } from "./excelClient";

beforeAll(() => {
  startExcelClient();
});

const EAST = "Brief Intervention Team East 1";
const CENTRAL = "Social Work with Families Central 2";

/** Worker A has three children (one twice), B two, C one. */
const values: WorkbookValues = {
  sheets: [
    {
      name: "Allocations",
      firstRow: 0,
      firstColumn: 0,
      rows: [
        ["Worker ID", "Qualifying Status", "Allocated_Team", "Child Unique ID"],
        ["A", "Qualified", EAST, "1"],
        ["B", "NQSW", CENTRAL, "2"],
        ["A", "Qualified", "BIT East 1", "3"],
        ["A", "Qualified", EAST, "1"],
        ["B", "NQSW", CENTRAL, "4"],
        ["A", "Qualified", EAST, "5"],
        ["C", "ASYE", "An agency team", "6"],
      ],
    },
  ],
  settings: [
    {
      name: "ClinicTeams",
      sheet: "Clinic Settings",
      headerRow: 2,
      firstColumn: 14,
      headings: ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"],
      rows: [
        [EAST, "", "BIT East 1", "BIT", "East", ""],
        [CENTRAL, "SWF C2", "SWF Central 2", "SWF", "Central", ""],
      ],
    },
  ],
  history: null,
  choices: {},
  date1904: false,
};
const contents = packContents("2023-07", values);
const codeOf = (calculate: () => unknown): unknown => {
  try {
    return calculate();
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const HEADINGS = ["Allocations", "Status", "Team"];

describe("CASELOADS", () => {
  it("lists every worker, most first, by short name of the team", () => {
    expect(caseloadsOfCells(contents, undefined, undefined)).toEqual([
      HEADINGS,
      [3, "Qualified", "BIT East 1"],
      [2, "NQSW", "SWF Central 2"],
      [1, "ASYE", "An agency team"],
    ]);
  });

  it("lists one team under any of its names, and only from the threshold up", () => {
    expect(caseloadsOfCells(contents, "swf c2", "")).toEqual([HEADINGS, [2, "NQSW", "SWF Central 2"]]);
    expect(caseloadsOfCells(contents, "an agency team", "")).toHaveLength(2);
    expect(caseloadsOfCells(contents, "", 2)).toHaveLength(3);
    expect(caseloadsOfCells(contents, EAST, "4")).toEqual([HEADINGS]);
  });

  it("names no worker", () => {
    const shown = caseloadsOfCells(contents, "", "").flat();
    for (const worker of ["A", "B", "C"]) expect(shown).not.toContain(worker);
  });

  it("says so when a team or the list is not there", () => {
    expect(codeOf(() => caseloadsOfCells(contents, "Nobody", ""))).toBe("#N/A");
    expect(codeOf(() => caseloadsOfCells(contents, "", -1))).toBe("#NUM!");
    expect(codeOf(() => caseloadsOfCells(contents, "", "many"))).toBe("#VALUE!");
    const without = packContents("2023-07", { ...values, sheets: [] });
    expect(codeOf(() => caseloadsOfCells(without, "", ""))).toBe("#N/A");
  });
});
