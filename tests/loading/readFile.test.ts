import { readFileSync } from "node:fs";
import { readFile } from "../../src/loading/readFile";
import type { FileOutcome } from "../../src/loading/fileSheets";
import { makeWorkbook } from "../support/makeWorkbook";
import { readSample, SAMPLE } from "../support/readSample";
import { csvFile, encode, mustRead, type Encoding } from "./files";

const rowsOf = (outcome: FileOutcome) => mustRead(outcome).sheets[0]?.rows;
const why = (name: string, bytes: Uint8Array | string): string => {
  const outcome = readFile({ name, bytes: typeof bytes === "string" ? encode(bytes, "utf-8") : bytes });
  return outcome.refused?.why ?? "read";
};

const TEXT = "Child Unique ID,Date of Contact\r\nZoë,01/07/2023\r\n";
const ENCODINGS: readonly Encoding[] = [
  "utf-8",
  "utf-8 with mark",
  "utf-16le",
  "utf-16le without mark",
  "utf-16be",
  "windows-1252",
];

describe("a CSV file", () => {
  it.each(ENCODINGS)("is read in %s", (encoding) => {
    expect(rowsOf(csvFile("Contacts.csv", TEXT, encoding))).toEqual([
      ["Child Unique ID", "Date of Contact"],
      ["Zoë", "01/07/2023"],
    ]);
  });

  it.each([",", ";", "\t", "|"])("is read with its cells separated by %j", (delimiter) => {
    const text = `Child Unique ID${delimiter}Date of Contact${delimiter}Note\n001${delimiter}01/07/2023${delimiter}"a${delimiter}b ""c""\nd"\n`;
    expect(rowsOf(csvFile("Contacts.csv", text))?.[1]).toEqual([
      "001",
      "01/07/2023",
      `a${delimiter}b "c"\nd`,
    ]);
  });

  it("keeps every cell as the text it is", () => {
    const text = 'A,B,C,D\n00123,1E5,=1+1,TRUE\n="0045",-5,#N/A,\n';
    expect(rowsOf(csvFile("x.csv", text))?.slice(1)).toEqual([
      ["00123", "1E5", "=1+1", "TRUE"],
      ["0045", "-5", "#N/A", ""],
    ]);
  });

  it("says its separator on the first line, as Excel writes it", () => {
    expect(rowsOf(csvFile("x.csv", "sep=;\r\nA;B\r\n1,5;2\r\n"))).toEqual([
      ["A", "B"],
      ["1,5", "2"],
    ]);
  });

  it("is refused where a quotation mark is never closed: the rest would be one cell", () => {
    expect(why("x.csv", 'A,B\n1,"two\n3,4\n')).toMatch(/^A quotation mark in row \d+ is not closed/);
  });
});

describe("a file that is something else than it says", () => {
  const ole = (stream: string): Uint8Array =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0, ...Buffer.from(stream, "utf16le")]);
  it.each([
    ["Contacts.xls", ole("Workbook"), /old Excel workbook \(\.xls\)/],
    ["Contacts.xlsx", ole("EncryptedPackage"), /encrypted/],
    ["Contacts.xlsx", ole("EncryptedPackage\u0000LabelInfo"), /sensitivity label/],
    ["Contacts.xls", "<html><body><table><tr><td>Child", /web page/],
    ["Contacts.csv", "  <!DOCTYPE html><title>Sign in", /web page/],
    ["Contacts.xls", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', /XML Spreadsheet/],
    ["Contacts.csv", "", /empty/],
    ["Contacts.csv", "\ufeff \r\n\r\n", /empty/],
    ["Contacts.csv", "%PDF-1.7", /a PDF/],
    ["Contacts.csv", '{"error":"not signed in"}', /JSON/],
    ["Contacts.csv", "No data found\r\n", /No columns/],
    [
      "Contacts.csv",
      Uint8Array.from([0x41, 0, 0, 0, 1, 2, 3, 0, 0, 0, 9, 0]),
      /kind that the add-in does not know/,
    ],
    ["Contacts.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, ...Buffer.from("hello.txt")]), /zip archive/],
    ["Contacts.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, ...Buffer.from("xl/workbook.xml")]), /damaged/],
    [
      "Contacts.xlsb",
      Uint8Array.from([0x50, 0x4b, 3, 4, ...Buffer.from("xl/workbook.bin")]),
      /binary workbook/,
    ],
  ] as const)("%s is refused with a sentence", (name, bytes, sentence) => {
    expect(why(name, bytes)).toMatch(sentence);
  });

  it("is read for what it is where that is a list: a workbook named .csv", async () => {
    const bytes = await makeWorkbook([{ name: "Contacts", rows: [["Child Unique ID", "Date of Contact"]] }]);
    expect(why("Contacts.csv", bytes)).toBe("read");
  });
});

describe("a workbook", () => {
  it("gives the cells that Excel's values are", async () => {
    const { sheets } = mustRead(
      readFile({ name: "clinic.xlsx", bytes: new Uint8Array(readFileSync(SAMPLE)) }),
    );
    const expected = (await readSample()).sheets;
    for (const sheet of expected) {
      const found = sheets.find(({ name }) => name === sheet.name);
      expect(found?.rows).toEqual(sheet.rows);
    }
  });

  it("keeps text, numbers, dates as days, yes and no, and errors apart", async () => {
    const bytes = await makeWorkbook([
      {
        name: "A",
        rows: [
          ["ID", "Day", "Yes", "Error"],
          ["007", 45_108.5, true, { error: "#N/A" }],
          [7, null, false, { error: "#DIV/0!" }],
        ],
        dress: (sheet) => {
          sheet.getCell(2, 2).numFmt = "dd/mm/yyyy";
        },
      },
    ]);
    const [sheet] = mustRead(readFile({ name: "a.xlsm", bytes })).sheets;
    expect(sheet?.rows.slice(1)).toEqual([
      ["007", 45_108.5, true, "#N/A"],
      [7, "", false, "#DIV/0!"],
    ]);
    expect([...(sheet?.dateColumns ?? [])]).toEqual([1]);
  });

  it("says that it counts from 1904, and gives its own serials", async () => {
    const bytes = await makeWorkbook(
      [
        {
          name: "A",
          rows: [
            ["a", "b"],
            ["x", 43_646],
          ],
        },
      ],
      { date1904: true },
    );
    const read = mustRead(readFile({ name: "a.xlsx", bytes }));
    expect(read.date1904).toBe(true);
    expect(read.sheets[0]?.rows[1]).toEqual(["x", 43_646]);
  });
});
