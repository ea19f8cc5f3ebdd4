import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments, WrongUsage } from "../../../simulator/cli/arguments";
import { runBuild } from "../../../simulator/cli/build";
import { runCheck } from "../../../simulator/cli/check";
import { UnusableInput } from "../../../simulator/cli/files";
import { newWorkbook } from "../../../simulator/index";
import { asMacroWorkbook } from "../../../simulator/xlsx/macros";
import {
  readRelationships,
  readText,
  setContentType,
  writeRelationships,
} from "../../../simulator/xlsx/package";
import { workbookPart } from "../../../simulator/xlsx/read";
import { packageBytes } from "../../../simulator/xlsx/zip";
import { makeWorkbook, tableOf } from "../../support/makeWorkbook";
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
  expect(told.at(-3)).toMatch(/^Took [\d.]+ s and \d+ requests to Excel\.$/);
});

test("--month is the option Reporting month of Clinic Settings, and stays there", async () => {
  const first = await build({ month: "2023-06" });
  expect(first.report.month).toBe("2023-06");
  const again = await build({ input: first.output, output: join(folder, "again.xlsx") });
  expect(again.report.month).toBe("2023-06");
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

test("check lists the issues with their cells and writes nothing", async () => {
  const lines = await runCheck(input);
  expect(lines.at(-1)).toMatch(/^\d+ errors?, [\d,]+ quer(y|ies)\.$/);
  expect(lines.slice(0, -1).every((line) => /^(error|query): .+: /.test(line))).toBe(true);
  expect(await readdir(folder)).toEqual(["july.xlsx"]);
});

describe("what is typed", () => {
  test("is read into a command", () => {
    expect(readArguments(["build", "in.xlsx", "--month=2023-07", "--out", "o.xlsx", "--verbose"])).toEqual({
      name: "build",
      input: "in.xlsx",
      month: "2023-07",
      output: "o.xlsx",
      report: null,
      verbose: true,
    });
    expect(readArguments(["check", "in.xlsx"])).toEqual({ name: "check", input: "in.xlsx" });
    expect(readArguments(["demo"])).toEqual({ name: "demo" });
  });

  test.each([
    [[]],
    [["unknown"]],
    [["build"]],
    [["build", "a.xlsx", "b.xlsx"]],
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
