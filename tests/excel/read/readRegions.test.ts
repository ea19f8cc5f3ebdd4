/** How a workbook's cells are asked for: in few requests, none too long, and none after Cancel. */
import { newWorkbook, type SimulatedExcel } from "../../../simulator";
import { createSheet } from "../../../simulator/model/workbook";
import { cellFor } from "../../../simulator/model/sheet";
import { certain } from "../../../src/clinic/cells/certain";
import { Cancelled } from "../../../src/excel/host/cancel";
import { readWorkbook } from "../../../src/excel/read/readWorkbook";

const LIMIT = 5 * 1024 * 1024;
/** Two for what stands in the workbook, one for the first rows of every sheet. */
const BEFORE_BLOCKS = 3;

type Rows = readonly (readonly (string | number)[])[];

let excel: SimulatedExcel;

/** Written into the model: through the client it would take requests of its own. */
function openWith(sheets: Readonly<Record<string, Rows>>): void {
  excel = newWorkbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = createSheet(excel.workbook, name, null);
    excel.workbook.sheets.push(sheet);
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== "") cellFor(sheet, r, c).value = value;
      }),
    );
  }
  excel.install();
}

/** Jest's own comparison takes a minute for so many cells. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const contacts = (count: number, textOf: (row: number) => string): Rows => [
  ["Child Unique ID", "Date of Contact", "Note"],
  ...Array.from({ length: count }, (_, i) => [`C${i}`, 45_000 + (i % 300), textOf(i)]),
];

test("sheets that are too long for one request come in answers of nearly 4 MB, every cell in its place", async () => {
  const long = contacts(30_000, (row) => `${"Seen at school. ".repeat(6)}${row % 40}`);
  const longer = contacts(60_000, (row) => `Team ${row % 40}`);
  const short = contacts(200, () => "Only these");
  openWith({ Long: long, Short: short, Longer: longer });
  const { sheets } = await readWorkbook();
  expect(sheets.map(({ name }) => name)).toEqual(["Long", "Short", "Longer"]);
  expect(
    same(
      sheets.map(({ rows }) => rows),
      [long, short, longer],
    ),
  ).toBe(true);
  const { count, bytesReceived, largestReceived } = excel.requests;
  expect(bytesReceived).toBeGreaterThan(5_000_000);
  expect(largestReceived).toBeLessThan(4_200_000);
  expect(count).toBe(BEFORE_BLOCKS + 2);
});

test("long texts make blocks shorter, and no answer is refused", async () => {
  const rows = contacts(25_000, () => "é".repeat(250));
  openWith({ Contacts: rows });
  const { sheets } = await readWorkbook();
  expect(same(sheets[0]?.rows, rows)).toBe(true);
  const { count, bytesReceived, largestReceived } = excel.requests;
  expect(largestReceived).toBeLessThan(LIMIT);
  expect(count).toBeLessThanOrEqual(BEFORE_BLOCKS + Math.ceil(bytesReceived / 3_000_000));
});

test("texts that grow longer than the first rows promised are asked for again by halves", async () => {
  const rows = contacts(20_000, (row) => (row < 15_000 ? "" : "x".repeat(1_500)));
  openWith({ Contacts: rows });
  const { sheets } = await readWorkbook();
  expect(same(sheets[0]?.rows, rows)).toBe(true);
  expect(excel.requests.largestReceived).toBeLessThan(LIMIT);
});

test("a stray cell far to the right of a long list is found, and the list beside it is whole", async () => {
  const rows = contacts(30_000, (row) => `Team ${row % 40}`);
  openWith({ Contacts: rows });
  const sheet = certain(excel.workbook.sheets.find(({ name }) => name === "Contacts"));
  for (const row of [5, 20_000]) cellFor(sheet, row, 12_000).value = "stray";
  const [contactsRead] = (await readWorkbook()).sheets;
  expect(
    same(
      contactsRead?.rows.map((row) => row.slice(0, 3)),
      rows,
    ),
  ).toBe(true);
  const far = contactsRead?.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (c > 2 && cell !== "" ? [[r, c, cell]] : [])),
  );
  expect(far).toEqual([
    [5, 12_000, "stray"],
    [20_000, 12_000, "stray"],
  ]);
});

test("progress comes to its end, and never goes back", async () => {
  openWith({ Contacts: contacts(25_000, () => "x".repeat(400)) });
  const told: (readonly [done: number, of: number])[] = [];
  await readWorkbook((done, of) => told.push([done, of]));
  const shares = told.map(([done, of]) => done / of);
  expect(told.length).toBeGreaterThan(2);
  expect(shares[shares.length - 1]).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
});

test("Cancel is answered while Excel still looks for its answer, and nothing more is asked of it", async () => {
  openWith({ Contacts: contacts(40_000, () => "x".repeat(300)) });
  const cancel = new AbortController();
  let answer = (): void => undefined;
  const asked = new Promise<void>((started) => {
    excel.faults.before(BEFORE_BLOCKS + 2, () => {
      started();
      return new Promise<void>((resolve) => (answer = resolve));
    });
  });
  const reading = readWorkbook(undefined, cancel.signal);
  await asked;
  cancel.abort();
  // Excel has not answered yet.
  await expect(reading).rejects.toBeInstanceOf(Cancelled);
  const { count } = excel.requests;
  answer();
  // Whatever is asked next comes after all that the reading might still have asked.
  await Excel.run(async (context) => {
    context.workbook.load("name");
    await context.sync();
  });
  expect(excel.requests.count).toBe(count + 1);
  expect(excel.heldReferences()).toBe(0);
});
