import fc from "fast-check";
import { readEntry } from "../../simulator/model/entry";
import { cellForExcel, holdsTextOnly, textForExcel } from "../../src/excel/host/cellText";

describe("texts for Excel", () => {
  it.each(["=1+1", "+44", "-", "@here", "'quoted", "-5 days"])("puts an apostrophe before %s", (text) => {
    expect(textForExcel(text)).toBe(`'${text}`);
  });

  it.each([
    "007",
    "12.5",
    "1,200",
    "50%",
    "£5",
    "01/02/2023",
    "2023-07",
    "Jul-23",
    "MAR1",
    "Sept2",
    "1DEC",
    "1 Jul",
    "July 2023",
    "TRUE",
    "#N/A",
    "1e5",
    "10:30",
    " ",
  ])("keeps %s a text", (text) => {
    expect(textForExcel(text)).toBe(`'${text}`);
  });

  it.each([
    "Total",
    "BIT East 1",
    "Marches 2",
    "1st visit late",
    "20+ Caseloads",
    "May be late in 2023, see the notes below the table",
    "[x]",
    "",
    "N/A",
  ])("leaves %p as it is", (text) => {
    expect(textForExcel(text)).toBe(text);
  });

  it("never lets a text begin as a formula does", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(textForExcel(text)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  it("is read by Excel as the text that it is, however much it looks like something else", () => {
    const part = fc.constantFrom(
      ..."0 1 2 12 31 99 2023 / - . , : ' % £ ( ) + = @ # e am pm".split(" "),
      ..."MAR March Sept dec SUM TRUE team of N/A".split(" "),
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join("");
        expect(readEntry(textForExcel(text), "General", false, 2023)).toMatchObject({
          value: text,
          formula: null,
        });
      }),
      { numRuns: 10_000 },
    );
  });

  it("blanks, numbers and formulas go as they are", () => {
    expect(cellForExcel(null)).toBe("");
    expect(cellForExcel(0)).toBe(0);
    expect(cellForExcel({ formula: "=SUM(A1)" })).toBe("=SUM(A1)");
  });

  it("makes a column of texts only a text column", () => {
    expect(holdsTextOnly(["a", null])).toBe(true);
    expect(holdsTextOnly([null])).toBe(false);
    expect(holdsTextOnly(["a", 1])).toBe(false);
    expect(holdsTextOnly(["a", { formula: "=1" }])).toBe(false);
    expect(holdsTextOnly(["x".repeat(300)])).toBe(false);
  });
});
