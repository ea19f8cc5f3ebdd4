import { groupJobs } from "../../../src/excel/host/requests";
import { mergeRectangles } from "../../../src/excel/write/writeFormats";
import { choicesFrom } from "../../../src/excel/host/choices";
import { lastBuildFrom, lastBuildText } from "../../../src/excel/host/lastBuild";

const job = (bytes: number) => ({ sheet: "", bytes, write: () => undefined });

describe("grouping of jobs into requests", () => {
  it("fills each request in order and gives a giant one of its own", () => {
    const sizes = groupJobs([job(40), job(50), job(20), job(300), job(10)], 100).map((group) =>
      group.map(({ bytes }) => bytes),
    );
    expect(sizes).toEqual([[40, 50], [20], [300], [10]]);
  });

  it("makes none of none", () => {
    expect(groupJobs([])).toEqual([]);
  });
});

describe("merging of looks", () => {
  it("joins neighbours that look the same", () => {
    const cell = (column: number, row = 0) => ({
      row,
      column,
      rows: 1,
      columns: 1,
      style: "number" as const,
    });
    expect(mergeRectangles([cell(0), cell(1), cell(2)])).toEqual([{ ...cell(0), columns: 3 }]);
    expect(mergeRectangles([cell(0), cell(0, 1)])).toEqual([{ ...cell(0), rows: 2 }]);
    expect(mergeRectangles([cell(0), { ...cell(1), numberFormat: "0%" }])).toHaveLength(2);
    expect(mergeRectangles([cell(0), cell(2)])).toHaveLength(2);
  });
});

describe("what is kept with the workbook", () => {
  it("choices are read back, anything else is left out", () => {
    expect(
      choicesFrom(JSON.stringify({ contacts: ["A", "B"], cla: [], referrals: "x", visits: [1] })),
    ).toEqual({ contacts: ["A", "B"], cla: [] });
    for (const text of [undefined, "", "{", "null", "[1]", '"x"']) expect(choicesFrom(text)).toEqual({});
  });

  it("the last build is read back, anything else is none", () => {
    const build = { state: "complete" as const, month: "2023-07", builtAt: 45_150.5 };
    expect(lastBuildFrom(lastBuildText(build))).toEqual(build);
    for (const text of [undefined, "", "null", "{}", '{"state":"done","month":"2023-07","builtAt":1}'])
      expect(lastBuildFrom(text)).toBeNull();
  });
});
