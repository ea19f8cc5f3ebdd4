import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments, WrongUsage } from "../../../simulator/cli/arguments";
import { runBuild } from "../../../simulator/cli/build";
import { runCheck } from "../../../simulator/cli/check";
import { UnusableInput, writeOutputs } from "../../../simulator/cli/files";
import { runManagers, runSlides, runTeamLists } from "../../../simulator/cli/copies";
import { newWorkbook } from "../../../simulator/index";
import { asMacroWorkbook } from "../../../simulator/xlsx/macros";
import {
  readRelationships,
  readText,
  setContentType,
  writeRelationships,
} from "../../../src/files/openxml/package";
import { readPackage } from "../../../simulator/xlsx/zip";
import { toReportJson } from "../../../src/clinic/reportJson";
import { workbookPart } from "../../../simulator/xlsx/read";
import { packageBytes } from "../../../src/files/openxml/zip";
import { makeWorkbook, tableOf } from "../../support/makeWorkbook";
import { readCopy } from "../../support/readCopy";
import { readDeck } from "../../support/readDeck";
import { faultsOf, partsOf } from "../xlsx/packageOf";

const ROOT = join(__dirname, "..", "..", "..");
const SAMPLE = join(ROOT, "samples", "clinic-2023-07.xlsx");

// Whole builds, some in processes of their own.
jest.setTimeout(180_000);

let folder: string;
let input: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "clinic-"));
  input = join(folder, "july.xlsx");
  await copyFile(SAMPLE, input);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const build = (over: Partial<Parameters<typeof runBuild>[0]>) =>
  runBuild({ input, month: null, output: null, report: null, verbose: false, ...over }, () => undefined);

test("a build writes beside its input, leaves the input as it was, and tells its steps", async () => {
  const before = await readFile(input);
  const told: string[] = [];
  const report = join(folder, "july.json");
  const { output } = await runBuild({ input, month: null, output: null, report, verbose: true }, (line) =>
    told.push(line),
  );
  expect(output).toBe(join(folder, "july-clinic.xlsx"));
  expect((await readdir(folder)).sort()).toEqual(["july-clinic.xlsx", "july.json", "july.xlsx"]);
  expect(await readFile(input)).toEqual(before);
  expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({ month: "2023-07", asAt: "2023-07-31" });
  expect(told[0]).toBe("Reading the extract sheets");
  expect(told.at(-4)).toMatch(/^Took [\d.]+ s and \d+ requests, [\d,]+ actions\.$/);
});

test("files after the workbook are loaded onto its copy, and none of the inputs is changed", async () => {
  const before = await readFile(input);
  const contacts = join(folder, "Contacts.csv");
  await writeFile(contacts, "Child Unique ID,Date of Contact\r\nC1,03/07/2023\r\nC2,31/07/2023\r\n");
  const told: string[] = [];
  const { report } = await runBuild(
    { input, extras: [contacts], month: "2023-07", output: null, report: null, verbose: false },
    (line) => told.push(line),
  );
  const month = toReportJson(report).demand.month;
  expect(month.find(({ id }) => id === "contacts")?.values.at(-1)).toBe(2);
  expect(told[0]).toMatch(
    /^Contacts: Contacts\.csv replaces what is on “Contacts” \([\d,]+ rows.* before, 2 rows, 3 Jul 2023 to 31 Jul 2023 now\)$/,
  );
  expect(await readFile(input)).toEqual(before);
  expect((await runCheck(input, [contacts])).at(-1)).toMatch(/errors?, .*quer(y|ies)/);
});

test("a file that cannot be loaded stops the build with a sentence", async () => {
  const page = join(folder, "Contacts.csv");
  await writeFile(page, "<html><body>Sign in</body></html>");
  await expect(build({ extras: [page] })).rejects.toThrow(/^Contacts\.csv: The file is a web page/);
  await expect(build({ extras: [join(folder, "none.csv")] })).rejects.toThrow(UnusableInput);
  await expect(build({ extras: [page], output: page })).rejects.toThrow(WrongUsage);
});

test("--month is the option Reporting month of Clinic Settings, and stays there", async () => {
  const first = await build({ month: "2023-06" });
  expect(first.report.month).toBe("2023-06");
  const again = await build({
    input: first.output,
    output: join(folder, "again.xlsx"),
    replaceMonth: true,
  });
  expect(again.report.month).toBe("2023-06");
});

test("a published month that the extracts are not of is built again only with --replace-month", async () => {
  const first = await build({ month: "2023-06" });
  const output = join(folder, "again.xlsx");
  await expect(build({ input: first.output, output })).rejects.toThrow(
    "Your extracts run to 4 August 2023, and June 2023 is in the history. Build July 2023? " +
      "Building June 2023 replaces its published figures with figures from these extracts. " +
      "Nothing was written. Give --month for another month, or --replace-month to build June 2023.",
  );
  expect((await readdir(folder)).sort()).toEqual(["july-clinic.xlsx", "july.xlsx"]);
});

test("a month that Clinic Settings has no place for is told, not left out", async () => {
  const options = tableOf("ClinicOptions", "A3", ["Setting"], [["Reporting month"]]);
  const sheets = [
    {
      name: "Contacts",
      rows: [
        ["Child Unique ID", "Date of Contact"],
        ["1", 45_351],
      ],
    },
    { name: "Clinic Settings", rows: [], dress: options },
  ];
  await writeFile(join(folder, "narrow.xlsx"), await makeWorkbook(sheets));
  await expect(build({ input: join(folder, "narrow.xlsx"), month: "2024-01" })).rejects.toThrow(
    "The month cannot be set to 2024-01",
  );
});

test("a run that fails leaves nothing behind", async () => {
  await writeFile(join(folder, "empty.xlsx"), await newWorkbook().saveXlsx());
  await expect(build({ input: join(folder, "empty.xlsx"), report: join(folder, "r.json") })).rejects.toThrow(
    UnusableInput,
  );
  await expect(build({ input: join(folder, "missing.xlsx") })).rejects.toThrow("There is no file");
  await writeFile(join(folder, "text.xlsx"), "Child Unique ID");
  await expect(build({ input: join(folder, "text.xlsx") })).rejects.toThrow("not an Excel workbook");
  expect((await readdir(folder)).sort()).toEqual(["empty.xlsx", "july.xlsx", "text.xlsx"]);
});

test("the input is never written over, by whatever name it goes", async () => {
  await symlink(input, join(folder, "link.xlsx"));
  await expect(build({ output: input })).rejects.toThrow(WrongUsage);
  await expect(build({ output: join(folder, ".", "july.xlsx") })).rejects.toThrow(WrongUsage);
  await expect(build({ output: join(folder, "link.xlsx") })).rejects.toThrow(WrongUsage);
  await expect(build({ report: input })).rejects.toThrow(WrongUsage);
  await expect(build({ output: join(folder, "o.xlsx"), report: join(folder, "o.xlsx") })).rejects.toThrow(
    WrongUsage,
  );
});

test("an output that is a folder is refused before the work, and one that cannot be made leaves nothing behind", async () => {
  const report = join(folder, "r.json");
  await expect(build({ output: folder, report })).rejects.toThrow("is a folder: name a file in it.");
  await expect(build({ output: join(folder, "july.xlsx", "o.xlsx"), report })).rejects.toThrow(
    /cannot be written: check that the folder can be written to/,
  );
  expect(await readdir(folder)).toEqual(["july.xlsx"]);
});

test("both outputs or neither: where the second cannot be put in place, the first path holds what it held", async () => {
  const [first, second] = [join(folder, "first.txt"), join(folder, "second.txt")];
  await writeFile(first, "before");
  await mkdir(second);
  await writeFile(join(second, "inside.txt"), "stays");
  const outputs = [first, second].map((path) => ({ path, content: "after" }));
  await expect(writeOutputs(outputs)).rejects.toThrow(UnusableInput);
  expect(await readFile(first, "utf8")).toBe("before");
  expect((await readdir(folder)).sort()).toEqual(["first.txt", "july.xlsx", "second.txt"]);
  expect(await readFile(join(second, "inside.txt"), "utf8")).toBe("stays");
});

test("a device is refused as an output and as an input", async () => {
  await expect(build({ output: "/dev/null" })).rejects.toThrow("a device or a pipe");
  await expect(build({ input: "/dev/null" })).rejects.toThrow("no ordinary file");
});

test("a run that is stopped while it writes leaves no unfinished file", async () => {
  const script = join(folder, "write.ts");
  await writeFile(
    script,
    `import { writeOutputs } from ${JSON.stringify(join(ROOT, "simulator", "cli", "files.ts"))};
    const content = "x".repeat(50_000_000);
    void writeOutputs([{ path: ${JSON.stringify(join(folder, "big.txt"))}, content }]);
    setImmediate(() => process.kill(process.pid, "SIGTERM"));`,
  );
  const tsx = join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  const { status } = spawnSync(process.execPath, [tsx, script], { cwd: ROOT });
  expect(status).toBe(143);
  expect((await readdir(folder)).sort()).toEqual(["july.xlsx", "write.ts"]);
});

test("a file that would unpack to more than the limit is refused before it is unpacked", async () => {
  await expect(readPackage(await readFile(input), 1000)).rejects.toThrow("too large");
});

test("a workbook with macros keeps them in an .xlsm and loses them, with a word, in an .xlsx", async () => {
  const bytes = await asXlsm(await readFile(SAMPLE));
  const macros = join(folder, "july.XLSM");
  await writeFile(macros, bytes);
  const kept = await build({ input: macros });
  expect(kept.output).toBe(join(folder, "july-clinic.XLSM"));
  const told: string[] = [];
  const output = join(folder, "plain.xlsx");
  await runBuild({ input: macros, month: null, output, report: null, verbose: false }, (line) =>
    told.push(line),
  );
  expect(told.at(-1)).toBe("The macros are left out: only a file named .xlsm can hold them.");
  expect(await kindOf(kept.output)).toEqual({ isMacroEnabled: true, hasMacros: true, faults: [] });
  expect(await kindOf(output)).toEqual({ isMacroEnabled: false, hasMacros: false, faults: [] });
});

async function asXlsm(bytes: Uint8Array): Promise<Uint8Array> {
  const source = await partsOf(bytes);
  const workbook = workbookPart(source);
  const vba = { id: "rIdVba", type: "vbaProject", target: "xl/vbaProject.bin", external: false };
  source.parts.set(vba.target, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
  setContentType(source, vba.target, "application/vnd.ms-office.vbaProject");
  writeRelationships(source, workbook, [...readRelationships(source, workbook), vba]);
  return packageBytes(asMacroWorkbook(source));
}

async function kindOf(path: string) {
  const source = await partsOf(await readFile(path));
  return {
    isMacroEnabled: readText(source, "[Content_Types].xml")!.includes("macroEnabled"),
    hasMacros: source.parts.has("xl/vbaProject.bin"),
    faults: faultsOf(source),
  };
}

test("check says what was read, what could be wrong and the issues with their cells, and writes nothing", async () => {
  const lines = await runCheck(input);
  expect(lines[0]).toBe("Contacts ← Contacts: 2,224 rows, 2 May 2023 to 4 August 2023");
  const before = lines.indexOf("Before a build");
  const issues = lines.indexOf("Data issues");
  expect(lines.slice(before, issues)).toContain(
    "    Strategy discussions held: 207 to 132; a usual change is 22.",
  );
  expect(lines.slice(issues + 1, -2).every((line) => /^(error|query): .+: /.test(line))).toBe(true);
  expect(lines.at(-1)).toMatch(/^\d+ errors?, [\d,]+ quer(y|ies)\.$/);
  expect(await readdir(folder)).toEqual(["july.xlsx"]);
});

test("check of a workbook of which lists were not read says so, and never that nothing is wrong", async () => {
  const sheets = [
    {
      name: "Contacts",
      rows: [
        ["Child Unique ID", "Date of Contact"],
        ["1", 45_135],
        ["2", 45_138],
      ],
    },
    {
      name: "Open cases",
      rows: [
        ["Person ID", "Opened"],
        ["1", 45_100],
        ["2", 45_101],
      ],
    },
  ];
  await writeFile(join(folder, "few.xlsx"), await makeWorkbook(sheets));
  const lines = await runCheck(join(folder, "few.xlsx"));
  expect(lines).toContain("CIN Plans ← not read");
  expect(lines).toContain("- 1 sheet looks like an extract and is not read.");
  expect(lines.at(-1)).toMatch(/in the 1 list read; 10 lists were not read: Early Help, Referrals, /);
  expect(lines.join("\n")).not.toContain("0 errors, 0 queries");
});

describe("what is typed", () => {
  test("is read into a command", () => {
    expect(readArguments(["build", "in.xlsx", "--month=2023-07", "--out", "o.xlsx", "--verbose"])).toEqual({
      name: "build",
      input: "in.xlsx",
      extras: [],
      month: "2023-07",
      output: "o.xlsx",
      report: null,
      verbose: true,
      replaceMonth: false,
      anyway: false,
    });
    expect(readArguments(["check", "in.xlsx", "a.csv", "b.xlsx"])).toEqual({
      name: "check",
      input: "in.xlsx",
      extras: ["a.csv", "b.xlsx"],
    });
    expect(readArguments(["demo"])).toEqual({ name: "demo" });
  });

  test.each([
    [[]],
    [["unknown"]],
    [["build"]],
    [["build", "a.xlsx", "--month"]],
    [["build", "a.xlsx", "--month", "2023-13"]],
    [["build", "a.xlsx", "--month", "July"]],
    [["build", "a.xlsx", "--out", "--verbose"]],
    [["build", "a.xlsx", "--nonsense"]],
    [["build", "a.xlsx", "--out", "b", "--out", "c"]],
    [["check", "a.xlsx", "--out", "b"]],
    [["demo", "a.xlsx"]],
  ])("%j is wrong usage", (args) => {
    expect(() => readArguments(args)).toThrow(WrongUsage);
  });
});

test("exit codes: 0 done, 1 the input cannot be used, 2 wrong usage; results and progress apart", () => {
  const run = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      [
        join(ROOT, "node_modules", "tsx", "dist", "cli.mjs"),
        join(ROOT, "simulator", "cli", "main.ts"),
        ...args,
      ],
      {
        encoding: "utf8",
      },
    );
  const missing = run("build", join(folder, "missing.xlsx"));
  expect([missing.status, missing.stdout]).toEqual([1, ""]);
  expect(missing.stderr).toMatch(/^There is no file .*missing\.xlsx\.\n$/);
  const wrong = run("build");
  expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("Usage:");
  const done = run("build", input, "--out", join(folder, "out.xlsx"));
  expect([done.status, done.stdout]).toEqual([0, `${join(folder, "out.xlsx")}\n`]);
  expect(done.stderr).toContain("Reading the extract sheets\n");
});

test("the managers' copy is written from extracts and from a built pack alike, for whom it is said", async () => {
  const fromExtracts = join(folder, "a.xlsx");
  const copy = {
    input,
    output: fromExtracts,
    audience: null,
    suppressed: false,
    withHistory: false,
  } as const;
  expect(await runManagers(copy)).toBe(fromExtracts);
  const { output: pack } = await build({});
  const fromPack = join(folder, "b.xlsx");
  await runManagers({ ...copy, input: pack, output: fromPack });
  const figures = async (file: string) => readCopy(await readFile(file)).rows("Clinic CIN");
  expect(await figures(fromPack)).toEqual(await figures(fromExtracts));
  const outside = join(folder, "c.xlsx");
  await runManagers({ ...copy, output: outside, audience: "outside" });
  expect(JSON.stringify(readCopy(await readFile(outside)).rows("Clinic CIN"))).toContain("All clinic teams");
  await expect(runManagers({ ...copy, output: input })).rejects.toThrow(WrongUsage);
  const withHistory = join(folder, "d.xlsx");
  await runManagers({ ...copy, output: withHistory, withHistory: true });
  expect(readCopy(await readFile(withHistory)).book.SheetNames).toContain("Clinic History");
  const both = { ...copy, output: join(folder, "e.xlsx"), withHistory: true, suppressed: true };
  await expect(runManagers(both)).rejects.toThrow("leave --with-history out");
});

test("the slides are written, in a template's look where one is named, and a template that is none is refused", async () => {
  const deck = join(folder, "clinic.pptx");
  const wanted = { input, output: deck, audience: null, suppressed: false, template: null } as const;
  expect(await runSlides(wanted)).toBe(deck);
  const titles = async (file: string) => readDeck(await readFile(file)).map(({ title }) => title);
  expect((await titles(deck))[0]).toMatch(/^Assurance Clinic – July 2023/);
  const again = join(folder, "again.pptx");
  await runSlides({ ...wanted, output: again, template: deck });
  expect(await titles(again)).toEqual(await titles(deck));
  const refused = runSlides({ ...wanted, output: join(folder, "no.pptx"), template: input });
  await expect(refused).rejects.toThrow("not a PowerPoint template");
  expect(await readdir(folder)).not.toContain("no.pptx");
  await expect(runSlides({ ...wanted, output: deck, template: deck })).rejects.toThrow(WrongUsage);
});

test("team lists go into a folder, one for each team or one by any of its names", async () => {
  const lists = join(folder, "lists");
  const all = await runTeamLists({ input, output: lists, team: null });
  expect((await readdir(lists)).length).toBe(all.length);
  expect(all.length).toBeGreaterThan(10);
  const [one, ...others] = await runTeamLists({ input, output: join(folder, "one"), team: "bit east 1" });
  expect(one).toContain("Brief Intervention Team East 1");
  expect(others).toEqual([]);
  await expect(runTeamLists({ input, output: lists, team: "No Such Team" })).rejects.toThrow(
    "No team called",
  );
});

test("copies want to know where to, and an audience that there is", () => {
  expect(() => readArguments(["managers", "IN.xlsx"])).toThrow("Say where to: --out.");
  expect(() => readArguments(["managers", "IN.xlsx", "--out", "o.xlsx", "--for", "press"])).toThrow(
    "--for takes clinic, council, outside.",
  );
  expect(
    readArguments(["slides", "IN.xlsx", "--out", "o.pptx", "--template", "t.potx", "--suppress"]),
  ).toEqual({
    name: "slides",
    input: "IN.xlsx",
    output: "o.pptx",
    audience: null,
    suppressed: true,
    template: "t.potx",
  });
  expect(readArguments(["managers", "IN.xlsx", "--out", "o.xlsx", "--with-history"])).toMatchObject({
    withHistory: true,
  });
  expect(readArguments(["team-lists", "IN.xlsx", "--out", "lists", "--team", "BIT East 1"])).toMatchObject({
    team: "BIT East 1",
    output: "lists",
  });
});
