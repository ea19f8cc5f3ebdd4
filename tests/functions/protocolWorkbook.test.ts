/**
 * Both ends joined: Excel's side of a formula speaks to the functions through Microsoft's client, and what they show is
 * read, through that client too, from the sample as the add-in builds it in the simulated Excel.
 */
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { serialOf } from "../../src/clinic/calendar/serials";
import type { ClinicReport } from "../../src/clinic/report";
import { buildClinic } from "../../src/excel/buildClinic";
import { readWorkbook } from "../../src/excel/read/readWorkbook";
import { sampleInExcel } from "../excel/sampleInExcel";
import { readSample } from "../support/readSample";
import { ALLOW_ERRORS, startExcelClient, STREAM, type ExcelClient } from "./excelClient";

const TODAY = serialOf(2023, 8, 14);
const OPEN_CELL = STREAM | ALLOW_ERRORS;

let client: ExcelClient;

beforeAll(async () => {
  client = startExcelClient();
  await sampleInExcel();
  const source = join(__dirname, "..", "..", "src", "functions", "functions.ts");
  const { associate } = await generateCustomFunctionsMetadata([source], true);
  const functions = (await import("../../src/functions/functions")) as unknown as Record<string, () => void>;
  for (const { id, functionName } of associate) CustomFunctions.associate(id, functions[functionName]!);
}, 60_000);

const shownBy = async (call: number): Promise<unknown> => (await client.answer(call)).value;

async function build(clock: number): Promise<ClinicReport> {
  const report = calculateClinic(await readWorkbook(), TODAY);
  await buildClinic({ today: TODAY, now: TODAY + clock });
  return report;
}

const contactsIn = (report: ClinicReport): number | null =>
  report.demandMonth.find(({ id }) => id === "contacts")?.values.at(-1) ?? null;

function tableIn(report: ClinicReport, id: string): unknown[][] {
  const { rows, total } = report.tables.find((table) => table.id === id)!;
  const word = (rag: string | null) => (rag === null ? "-" : rag[0]!.toUpperCase() + rag.slice(1));
  return [
    ["Team", "Denominator", "Numerator", "%", "RAG"],
    ...[...rows, { team: "Total", ...total }].map((row) => [
      row.team,
      row.denominator,
      row.numerator,
      row.denominator === 0 ? "-" : row.numerator / row.denominator,
      word(row.rag),
    ]),
  ];
}

/** Takes one contact out of the reporting month. */
async function moveOneContact(): Promise<void> {
  const contacts = (await readSample()).sheets.find(({ name }) => name === "Contacts")!;
  const inJuly = (cell: unknown) =>
    typeof cell === "number" && cell >= serialOf(2023, 7, 1) && cell <= serialOf(2023, 7, 20);
  const row = contacts.rows.findIndex((cells) => cells.some(inJuly));
  const column = contacts.rows[row]!.findIndex(inJuly);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Contacts");
    sheet.getRangeByIndexes(row, column, 1, 1).values = [[serialOf(2023, 3, 1)]];
    await context.sync();
  });
}

it("open cells say that nothing is built, show a build's figures when it ends, and follow builds, not edits", async () => {
  const value = client.call("VALUE", [[["contacts"]], null, null, null], OPEN_CELL);
  const table = client.call("TABLE", ["cin-visits-6w", null], OPEN_CELL);
  for (const call of [value, table]) {
    expect(await shownBy(call)).toMatchObject({
      basicValue: "#N/A",
      message: expect.stringMatching(/^Build the clinic tables first/),
    });
  }

  const first = await build(0.5);
  expect(await shownBy(value)).toEqual([[contactsIn(first)]]);
  expect(await shownBy(table)).toEqual(tableIn(first, "cin-visits-6w"));

  const answers = client.answers.length;
  await moveOneContact();
  const late = client.call("VALUE", [[["contacts"]], null, null, null], OPEN_CELL);
  expect(await shownBy(late)).toEqual([[contactsIn(first)]]);
  expect(client.answers.length).toBe(answers + 1);

  const second = await build(0.75);
  expect(contactsIn(second)).toBe(contactsIn(first)! - 1);
  for (const call of [value, late]) expect(await shownBy(call)).toEqual([[contactsIn(second)]]);
  expect(await shownBy(table)).toEqual(tableIn(second, "cin-visits-6w"));
  for (const call of [value, table, late]) client.cancel(call);
}, 60_000);
