/** A list loaded from a CSV, in any encoding and with any separator, gives the figures that its .xlsx gives. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { newWorkbook } from "../../../simulator";
import { calculateClinic } from "../../../src/clinic/calculate/calculateClinic";
import type { SheetValues } from "../../../src/clinic/cells/worksheet";
import { toReportJson } from "../../../src/clinic/reportJson";
import { loadFiles } from "../../../src/excel/load/loadFiles";
import { reviewFiles } from "../../../src/excel/load/reviewFiles";
import { readWorkbook } from "../../../src/excel/read/readWorkbook";
import { readFile } from "../../../src/loading/readFile";
import type { FileOutcome } from "../../../src/loading/fileSheets";
import { csvFile, csvText, mustRead, type Encoding } from "../../loading/files";
import { SAMPLE } from "../../support/readSample";

jest.setTimeout(240_000);

const TODAY = 45_150;
const sample = () =>
  mustRead(readFile({ name: "clinic-2023-07.xlsx", bytes: new Uint8Array(readFileSync(SAMPLE)) }));

const ENCODINGS: readonly Encoding[] = ["utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "windows-1252"];

/** The report without where things stand: rows and cells differ, figures may not. */
async function figuresOf(files: readonly FileOutcome[]): Promise<unknown> {
  newWorkbook().install();
  const { problem } = await loadFiles(await reviewFiles(files));
  expect(problem).toBeNull();
  const { issues: _, outOfTime, ...figures } = toReportJson(calculateClinic(await readWorkbook(), TODAY));
  return { ...figures, outOfTime: outOfTime.length };
}

function asCsv(
  sheet: SheetValues,
  dates: readonly number[],
  delimiter: string,
  encoding: Encoding,
  newline: string,
): FileOutcome {
  return csvFile(`${sheet.name}.csv`, csvText(sheet.rows, { delimiter, dates, newline }), encoding);
}

it("the sample's lists, as CSV files of every kind", async () => {
  const whole = sample();
  const lists = whole.sheets.filter(({ name }) => !name.startsWith("Clinic "));
  const expected = await figuresOf([{ ...whole, sheets: lists }]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          delimiter: fc.constantFrom(",", ";", "\t"),
          encoding: fc.constantFrom(...ENCODINGS),
          newline: fc.constantFrom("\r\n", "\n"),
          csv: fc.constantFrom(true, true, false),
        }),
        { minLength: lists.length, maxLength: lists.length },
      ),
      async (kinds) => {
        const files = lists.map((sheet, i): FileOutcome => {
          const { delimiter, encoding, newline, csv } = kinds[i]!;
          return csv
            ? asCsv(sheet, [...sheet.dateColumns], delimiter, encoding, newline)
            : { ...whole, file: `${sheet.name}.xlsx`, sheets: [sheet] };
        });
        expect(await figuresOf(files)).toEqual(expected);
      },
    ),
    { numRuns: 4 },
  );
});
