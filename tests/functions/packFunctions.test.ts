import { indicatorEntry } from "../../src/clinic/indicators/catalogue";
import { serialOf } from "../../src/clinic/calendar/serials";
import { packFigures } from "../../src/functions/packFigures";
import { seriesOfCells, tableOfCells, teamNameOfCell, valueOfCells } from "../../src/functions/packFunctions";
import { startExcelClient } from "./excelClient";
import { packContentsOfJuly } from "./packOfJuly";

beforeAll(() => {
  startExcelClient();
});

const problemOf = (calculate: () => unknown): { code: string; message: string } => {
  try {
    calculate();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error("It gave a result.");
};

const figures = packFigures(packContentsOfJuly);
const value = (...cells: unknown[]) => valueOfCells(figures, cells[0], cells[1], cells[2], cells[3]);

describe("VALUE", () => {
  it("gives a percent as the quotient that the sheets hold", () => {
    expect(value("cin-visits-6w")).toBe(44 / 51);
    expect(value("CIN-visits-6w ", "bit east 1", "Jul-23", "value")).toBe(20 / 21);
    expect(value("cin-visits-6w", "BIT East 1 old", serialOf(2023, 7, 31), "Numerator")).toBe(20);
    expect(value("cin-visits-6w", "Total", "2023-06", "denominator")).toBe(12);
  });

  it("takes a team's month that Clinic History lacks from Past Figures, by any name of the team", () => {
    expect(value("cin-visits-6w", "BIT East 1", "2023-05")).toBe(0.6);
  });

  it("knows indicators by wording, and teams that Clinic Settings lacks by their own name", () => {
    expect(value(indicatorEntry("cin-visits-6w").wording)).toBe(44 / 51);
    expect(value("cin-visits-6w", "agency TEAM")).toBe(0.8);
  });

  it("gives counts and rates as they are", () => {
    expect(value("contacts")).toBe(812);
    expect(value("cp-rate")).toBe((120 * 10_000) / 43_000);
    expect(value("cp-rate", "", "", "target")).toBe(30);
  });

  it("gives target and amber as ratios, and the RAG of the figure as shown", () => {
    expect(value("cin-visits-6w", "", "", "target")).toBe(0.9);
    expect(value("cin-visits-6w", "", "", "amber")).toBe(0.05);
    expect(value("cin-visits-6w", "", "", "rag")).toBe("Amber"); // 86.3 of 90
    expect(value("cin-visits-6w", "BIT East 1", "", "rag")).toBe("Green");
    expect(value("cin-visits-6w", "agency team", "", "rag")).toBe("Red");
    expect(value("contacts", "", "", "rag")).toBe("-");
  });

  it("takes what Clinic History lacks from past figures", () => {
    expect(value("contacts", "", "May 2023")).toBe(790);
  });

  it("says in plain words why there is none", () => {
    expect(problemOf(() => value("cin-visits-6w", "Nobody"))).toMatchObject({ code: "#N/A" });
    expect(problemOf(() => value("cin-visits-6w", "", "Jan-20")).message).toMatch(/no figure/);
    expect(problemOf(() => value("contacts", "", "", "target"))).toMatchObject({ code: "#N/A" });
    expect(problemOf(() => value("contacts", "", "", "numerator"))).toMatchObject({ code: "#N/A" });
    expect(problemOf(() => value("contact lenses"))).toMatchObject({ code: "#VALUE!" });
    expect(problemOf(() => value(""))).toMatchObject({ code: "#VALUE!" });
    expect(problemOf(() => value("contacts", "", "someday"))).toMatchObject({ code: "#VALUE!" });
    expect(problemOf(() => value("contacts", "", "", "colour"))).toMatchObject({ code: "#VALUE!" });
  });
});

describe("TABLE", () => {
  it("spills the page's table with headings, the Total last", () => {
    expect(tableOfCells(figures, "cin-visits-6w", "")).toEqual([
      ["Team", "Denominator", "Numerator", "%", "RAG"],
      ["Brief Intervention Team East 1", 21, 20, 20 / 21, "Green"],
      ["Agency team", 30, 24, 0.8, "Red"],
      ["Total", 51, 44, 44 / 51, "Amber"],
    ]);
  });

  it("is one row for a figure that is not by team", () => {
    expect(tableOfCells(figures, "contacts", undefined)).toEqual([
      ["Indicator", "Figure", "Target", "RAG"],
      [indicatorEntry("contacts").wording, 812, "-", "-"],
    ]);
  });

  it("is #N/A for a month that was never built", () => {
    expect(problemOf(() => tableOfCells(figures, "cin-visits-6w", "Jan-20"))).toMatchObject({ code: "#N/A" });
  });
});

describe("SERIES", () => {
  it("runs down to the last build's month, with #N/A in its gaps", () => {
    const series = seriesOfCells(figures, "contacts", "", 3);
    expect(series.map(([cell]) => (typeof cell === "object" ? "gap" : cell))).toEqual([790, "gap", 812]);
    expect(seriesOfCells(figures, "cin-visits-6w", "", "")).toHaveLength(13);
    expect(seriesOfCells(figures, "cin-visits-6w", "BIT East 1", 1)).toEqual([[20 / 21]]);
  });

  it("refuses a number of months that cannot be", () => {
    for (const months of [-1, 121]) {
      expect(problemOf(() => seriesOfCells(figures, "contacts", "", months))).toMatchObject({
        code: "#NUM!",
      });
    }
  });
});

describe("TEAMNAME", () => {
  it("gives the full name for any of a team's names", () => {
    for (const name of ["BIT East 1", "bit-east 1", "BIT East 1 old", "Brief Intervention Team East 1"]) {
      expect(teamNameOfCell(figures, name)).toBe("Brief Intervention Team East 1");
    }
    expect(teamNameOfCell(figures, "")).toBe("Team not recorded");
    expect(problemOf(() => teamNameOfCell(figures, "Agency team"))).toMatchObject({ code: "#N/A" });
  });
});
