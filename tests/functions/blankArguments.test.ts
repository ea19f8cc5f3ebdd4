/**
 * A blank cell reaches a function as 0 on the desktop and as nothing on the web (o-js#4702). Every argument of every
 * function is given both, and an empty text: a word, a team, a month or an option is then as if it were left out, and
 * any other argument gives one answer, whichever Excel asks. Read from the sample as built in the simulated Excel.
 */
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { serialOf } from "../../src/clinic/calendar/serials";
import { buildClinic } from "../../src/excel/buildClinic";
import { sampleInExcel } from "../excel/sampleInExcel";
import { startExcelClient } from "./excelClient";

const TODAY = serialOf(2023, 8, 14);
const MONDAY = serialOf(2023, 7, 3);
const ID = "cin-visits-6w";
const TEAM = "BIT East 1";
/** Excel hands over null for an argument that is not given. */
const LEFT_OUT = Symbol("left out");
const BLANKS: readonly (readonly [string, unknown])[] = [
  ["0, as on the desktop", 0],
  ["null, as on the web", null],
  ["an empty text", ""],
];

interface Case {
  readonly formula: string;
  /** The argument that is blank. */
  readonly blank: string;
  /** Arguments by their names; those that are not named are left out. */
  readonly given: Readonly<Record<string, unknown>>;
}

const blankIn = (formula: string, blank: string, given: Case["given"]): Case => ({ formula, blank, given });

/** Blank is as if left out, and what is left out has a meaning. */
const AS_IF_LEFT_OUT: readonly Case[] = [
  blankIn("RATE", "per", { count: 129, population: 43_000 }),
  blankIn("TRAVEL", "better_when", { previous: 71, current: 70 }),
  blankIn("RAG", "better_when", { value: 85, target: 90 }),
  blankIn("RAG", "amber_within", { value: 89, target: 90 }),
  blankIn("RAG", "amber_within", { value: 90, target: 90 }),
  blankIn("WORKINGDAYS", "closures", { start: MONDAY, end: MONDAY + 28 }),
  blankIn("DUEDATE", "closures", { start: MONDAY, working_days: 20 }),
  blankIn("MONTHEND", "months", { date: MONDAY }),
  blankIn("INTIME", "unit", { last: MONDAY, as_at: MONDAY + 42, timescale: 42 }),
  blankIn("INTIME", "closures", { last: MONDAY, as_at: MONDAY + 14, timescale: 10, unit: "working days" }),
  blankIn("VALUE", "team", { indicator: ID }),
  blankIn("VALUE", "month", { indicator: ID, team: TEAM }),
  blankIn("VALUE", "part", { indicator: ID }),
  blankIn("TABLE", "month", { indicator: ID }),
  blankIn("SERIES", "team", { indicator: ID }),
  blankIn("SERIES", "months", { indicator: ID, team: TEAM }),
  blankIn("CASELOADS", "team", { threshold: 20 }),
  blankIn("CASELOADS", "threshold", { team: TEAM }),
  blankIn("TEAMNAME", "any_name", {}),
  blankIn("OPENAT", "date", { list: "CP Plans" }),
  blankIn("OPENAT", "team", { list: "CP Plans" }),
];

/** A word that has to be given: blank is refused as leaving it out is. */
const HAS_TO_BE_GIVEN: readonly Case[] = [
  blankIn("VALUE", "indicator", {}),
  blankIn("TABLE", "indicator", {}),
  blankIn("SERIES", "indicator", {}),
  blankIn("OPENAT", "list", {}),
];

/** Figures and days: blank is 0, or no day, in every Excel. */
const COUNTS_AS_NOTHING: readonly Case[] = [
  blankIn("PCT", "numerator", { denominator: 50 }),
  blankIn("PCT", "denominator", { numerator: 45, if_zero: "-" }),
  blankIn("RATE", "count", { population: 43_000 }),
  blankIn("RATE", "population", { count: 129 }),
  blankIn("TREND", "previous", { current: 70 }),
  blankIn("TREND", "current", { previous: 71 }),
  blankIn("TRAVEL", "previous", { current: 70 }),
  blankIn("TRAVEL", "current", { previous: 71 }),
  blankIn("TRAVEL", "target", { previous: 10, current: 14, better_when: "near" }),
  blankIn("RAG", "value", { target: 90 }),
  blankIn("RAG", "target", { value: 85 }),
  blankIn("WORKINGDAYS", "start", { end: MONDAY }),
  blankIn("WORKINGDAYS", "end", { start: MONDAY }),
  blankIn("DUEDATE", "start", { working_days: 20 }),
  blankIn("DUEDATE", "working_days", { start: MONDAY }),
  blankIn("MONTHEND", "date", { months: 1 }),
  blankIn("INTIME", "last", { as_at: MONDAY, timescale: 42 }),
  blankIn("INTIME", "as_at", { last: MONDAY, timescale: 42 }),
  blankIn("INTIME", "timescale", { last: MONDAY, as_at: MONDAY }),
];

/** Shown as it is handed over: a 0 that is asked for cannot be told from a blank cell. */
const SHOWN_AS_GIVEN = ["PCT if_zero"];

interface Parameter {
  readonly name: string;
  readonly dimensionality?: string;
}
interface Described {
  readonly parameters: readonly Parameter[];
  readonly streams: boolean;
  readonly run: (...given: readonly unknown[]) => unknown;
}

const described = new Map<string, Described>();

beforeAll(async () => {
  startExcelClient();
  await sampleInExcel();
  await buildClinic({ today: TODAY, now: TODAY + 0.5 });
  const source = join(__dirname, "..", "..", "src", "functions", "functions.ts");
  const { associate, metadataJson } = await generateCustomFunctionsMetadata([source], true);
  const metadata = JSON.parse(metadataJson) as {
    functions: { id: string; parameters: Parameter[]; options?: { stream?: boolean } }[];
  };
  const functions = (await import("../../src/functions/functions")) as unknown as Record<
    string,
    Described["run"]
  >;
  for (const { id, parameters, options } of metadata.functions) {
    const name = associate.find((each) => each.id === id)?.functionName ?? "";
    described.set(id, { parameters, streams: options?.stream ?? false, run: functions[name]! });
  }
});

/** What the cell shows: an error as its code and its message. */
async function shownBy({ formula, blank, given }: Case, handedOver: unknown): Promise<unknown> {
  const { parameters, streams, run } = described.get(formula)!;
  const argumentsOf = parameters.map(({ name, dimensionality }) => {
    const cell = name === blank ? handedOver : name in given ? given[name] : LEFT_OUT;
    if (cell === LEFT_OUT) return null;
    return dimensionality === "matrix" ? [[cell]] : cell;
  });
  try {
    if (!streams) return plain(await run(...argumentsOf));
    return plain(await new Promise((resolve) => run(...argumentsOf, { setResult: resolve })));
  } catch (error) {
    return plain(error);
  }
}

function plain(shown: unknown): unknown {
  if (shown instanceof CustomFunctions.Error) return { code: shown.code, message: shown.message };
  return Array.isArray(shown) ? shown.map(plain) : shown;
}

const isError = (shown: unknown): boolean =>
  typeof shown === "object" && !Array.isArray(shown) && shown !== null && "code" in shown;

const eachBlank = (cases: readonly Case[]) =>
  cases.flatMap((one) => BLANKS.map(([words, cell]) => ({ ...one, words, cell })));

describe("a word, a team, a month or an option", () => {
  it.each(eachBlank(AS_IF_LEFT_OUT))("$formula: $blank, as $words, is left out", async ({ cell, ...one }) => {
    const leftOut = await shownBy(one, LEFT_OUT);
    expect(isError(leftOut)).toBe(false);
    expect(await shownBy(one, cell)).toEqual(leftOut);
  });

  it.each(eachBlank(HAS_TO_BE_GIVEN))("$formula: $blank, as $words, is refused", async ({ cell, ...one }) => {
    const leftOut = await shownBy(one, LEFT_OUT);
    expect(leftOut).toMatchObject({ code: "#VALUE!" });
    expect(await shownBy(one, cell)).toEqual(leftOut);
  });

  it("that is blank among others spoils none of them", async () => {
    const rows = [[TEAM], [0], [null], [""], [TEAM]];
    const { run } = described.get("VALUE")!;
    const ask = (team: unknown): Promise<unknown> =>
      new Promise((resolve) => run([[ID]], team, null, null, { setResult: resolve }));
    const [[ofTeam]] = (await ask([[TEAM]])) as [[number]];
    const [[ofAll]] = (await ask(null)) as [[number]];
    expect(ofTeam).not.toBe(ofAll);
    expect(await ask(rows)).toEqual([[ofTeam], [ofAll], [ofAll], [ofAll], [ofTeam]]);
  });
});

describe("a figure or a day", () => {
  it.each(COUNTS_AS_NOTHING)("$formula: a blank $blank gives one answer in every Excel", async (one) => {
    const answers: unknown[] = [];
    for (const [, cell] of BLANKS) answers.push(await shownBy(one, cell));
    expect(answers).toEqual(BLANKS.map(() => answers[0]));
  });
});

test("no argument of any function is forgotten here", () => {
  const asked = [...AS_IF_LEFT_OUT, ...HAS_TO_BE_GIVEN, ...COUNTS_AS_NOTHING].map(
    ({ formula, blank }) => `${formula} ${blank}`,
  );
  const all = [...described].flatMap(([id, { parameters }]) => parameters.map(({ name }) => `${id} ${name}`));
  expect(all.length).toBeGreaterThan(35);
  expect([...new Set([...asked, ...SHOWN_AS_GIVEN])].sort()).toEqual(all.sort());
});
