/**
 * Each function called as Excel calls it: registered through CustomFunctions.associate, invoked, answered and cancelled by
 * Microsoft's own client. Only the reading of the workbook stands in here; tests/functions/workbook.test.ts reads one.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { readGuide } from "../../scripts/helpPages.cjs";
import { readDate } from "../../src/clinic/calendar/readDate";
import { packContentsOfJuly } from "./packOfJuly";
import { ALLOW_ERRORS, startExcelClient, STREAM, type Answer, type ExcelClient } from "./excelClient";
import { readFormula } from "./formula";

const book = { built: true, reads: 0, listeners: [] as (() => void)[] };

jest.mock("../../src/excel/read/dateSystem", () => ({ countsFrom1904: () => Promise.resolve(false) }));
jest.mock("../../src/excel/buildEvents", () => ({
  onClinicBuilt: (listener: () => void) => book.listeners.push(listener),
}));
jest.mock("../../src/excel/readPack", () => ({
  readPack: () => {
    book.reads++;
    return Promise.resolve(book.built ? { month: "2023-07", values: null } : null);
  },
}));
jest.mock("../../src/functions/packContents", () => ({ packContents: () => packContentsOfJuly }));

const ROOT = join(__dirname, "..", "..");
const parameterCounts = new Map<string, number>();
let excel: ExcelClient;

beforeAll(async () => {
  excel = startExcelClient();
  const source = join(ROOT, "src", "functions", "functions.ts");
  const { associate, metadataJson } = await generateCustomFunctionsMetadata([source], true);
  const metadata = JSON.parse(metadataJson) as { functions: { id: string; parameters: unknown[] }[] };
  for (const { id, parameters } of metadata.functions) parameterCounts.set(id, parameters.length);
  const functions = (await import("../../src/functions/functions")) as unknown as Record<string, () => void>;
  // What custom-functions-metadata-plugin adds at the end of functions.ts.
  for (const { id, functionName } of associate) CustomFunctions.associate(id, functions[functionName]!);
  expect(associate).toHaveLength(16);
});

const streams = (name: string): boolean =>
  ["VALUE", "TABLE", "SERIES", "CASELOADS", "TEAMNAME", "INDICATORS", "OPENAT"].includes(name);

/** Excel hands over null for each argument left out. */
async function ask(name: string, ...given: unknown[]): Promise<Answer> {
  const argumentsOf = Array.from({ length: parameterCounts.get(name) ?? 0 }, (_, i) => given[i] ?? null);
  return excel.answer(excel.call(name, argumentsOf, ALLOW_ERRORS | (streams(name) ? STREAM : 0)));
}

/** What the cells show: an error cell as its code. */
function shownIn({ succeeded, value, errorCode }: Answer): unknown {
  if (!succeeded) return ERRORS[errorCode ?? -1] ?? `error ${errorCode}`;
  if (Array.isArray(value)) return value.map((row) => (row as unknown[]).map(shownCell));
  return shownCell(value);
}
const shownCell = (cell: unknown): unknown =>
  typeof cell === "object" && cell !== null ? (cell as { basicValue: string }).basicValue : cell;
/** The client's own codes. */
const ERRORS: Record<number, string> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!" };

describe("the examples of the guide", () => {
  const guide = readGuide(readFileSync(join(ROOT, "docs", "functions.md"), "utf8"));
  const examples = guide.functions.flatMap(({ markdown }) =>
    markdown.includes("| formula | gives |")
      ? [...markdown.matchAll(/^\| `(=[^`]+)` \| (.+) \|$/gm)].map(
          ([, formula, gives]) => [formula!, gives!] as const,
        )
      : [],
  );

  const answers = new Map<string, Answer>();
  // All at once: the client sends results no more often than every half second.
  beforeAll(async () => {
    const asked = examples.map(async ([text]) => {
      const { name, argumentsOf } = readFormula(text);
      answers.set(text, await ask(name, ...argumentsOf));
    });
    await Promise.all(asked);
  });

  it.each(examples)("%s gives %s", (text, gives) => {
    const result = shownIn(answers.get(text)!);
    const cells = Array.isArray(result) ? result.flat() : [result];
    expect(cells).toEqual(gives.split(/[;,] /).map((word, i) => expectedCell(word, cells[i])));
  });

  it("show every function that needs no build", () => {
    expect(new Set(examples.map(([formula]) => readFormula(formula).name)).size).toBe(9);
  });

  function expectedCell(word: string, got: unknown): unknown {
    if (typeof got === "boolean") return word === "TRUE";
    if (typeof got !== "number") return word;
    return word.includes("/") ? readDate(word, false) : Number(word);
  }
});

describe("errors", () => {
  it("of a single cell come with their code, and their message where Excel shows one", async () => {
    const [text, zero, date] = await Promise.all([
      ask("PCT", [["x"]], [[5]]),
      ask("PCT", [[1]], [[0]]),
      ask("WORKINGDAYS", [["x"]], [[45_138]]),
    ]);
    expect(text).toMatchObject({
      succeeded: false,
      errorCode: 7,
      value: "The numerator must be a number.",
    });
    expect(zero).toMatchObject({ succeeded: false, errorCode: 5 });
    expect(date).toMatchObject({ succeeded: false, value: "The start must be a date." });
  });

  it("of the input pass through, cell by cell", async () => {
    const input = { type: "CustomFunctionError", code: "#REF!" };
    const [column, closures, table] = await Promise.all([
      ask("PCT", [[1], [input], [3]], [[4]]),
      ask("DUEDATE", [[45_138]], [[1], [2]], [[{ ...input, code: "#N/A" }]]),
      ask("TABLE", input),
    ]);
    expect(shownIn(column)).toEqual([[0.25], ["#REF!"], [0.75]]);
    expect(shownIn(closures)).toBe("#N/A");
    expect(shownIn(table)).toBe("#REF!");
  });
});

describe("the functions that read the workbook", () => {
  it("answer as their cells ask", async () => {
    const [one, parts, table, series, team, caseloads] = await Promise.all([
      ask("VALUE", [["cin-visits-6w"]]),
      ask("VALUE", [["cin-visits-6w"], ["contacts"], ["x"]], null, null, [["rag"]]),
      ask("TABLE", "cin-visits-6w"),
      ask("SERIES", "contacts", null, 3),
      ask("TEAMNAME", [["BIT East 1"]]),
      ask("CASELOADS"),
    ]);
    expect(shownIn(one)).toEqual([[44 / 51]]);
    expect(shownIn(parts)).toEqual([["Amber"], ["-"], ["#VALUE!"]]);
    expect(shownIn(table)).toHaveLength(4);
    expect(shownIn(series)).toEqual([[790], ["#N/A"], [812]]);
    expect(shownIn(team)).toEqual([["Brief Intervention Team East 1"]]);
    expect(caseloads.value).toMatchObject({
      basicValue: "#N/A",
      message: "The workbook has no Allocations list.",
    });
  });

  it("cost one read, five thousand cells of them, and are answered in few batches", async () => {
    const reads = book.reads;
    const batches = excel.batches();
    const calls = Array.from({ length: 5000 }, () =>
      excel.call("VALUE", [[["contacts"]], null, null, null], STREAM | ALLOW_ERRORS),
    );
    const answers = await Promise.all(calls.map((call) => excel.answer(call)));
    expect(answers.every(({ value }) => JSON.stringify(value) === "[[812]]")).toBe(true);
    expect(book.reads - reads).toBeLessThanOrEqual(1);
    expect(excel.batches() - batches).toBeLessThan(20);

    for (const listener of book.listeners) listener();
    await Promise.all(calls.map((call) => excel.answer(call)));
    expect(book.reads - reads).toBeLessThanOrEqual(2);
    for (const call of calls) excel.cancel(call);
  }, 30_000);

  it("say so before the first build, and show it when it ends", async () => {
    book.built = false;
    for (const listener of book.listeners) listener();
    const call = excel.call("VALUE", [[["contacts"]], null, null, null], STREAM | ALLOW_ERRORS);
    expect((await excel.answer(call)).value).toMatchObject({
      basicValue: "#N/A",
      message: expect.stringMatching(/^Build the clinic tables first/),
    });
    book.built = true;
    for (const listener of book.listeners) listener();
    expect((await excel.answer(call)).value).toEqual([[812]]);
    excel.cancel(call);
  });

  it("are told nothing more once Excel cancels them", async () => {
    const call = excel.call("VALUE", [[["contacts"]], null, null, null], STREAM | ALLOW_ERRORS);
    const other = excel.call("VALUE", [[["cp-rate"]], null, null, null], STREAM | ALLOW_ERRORS);
    await Promise.all([excel.answer(call), excel.answer(other)]);
    excel.cancel(call);
    const before = excel.answers.filter((answer) => answer.call === call).length;
    for (const listener of book.listeners) listener();
    await excel.answer(other);
    expect(excel.answers.filter((answer) => answer.call === call)).toHaveLength(before);
  });
});
