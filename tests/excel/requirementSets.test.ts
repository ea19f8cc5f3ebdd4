/**
 * manifest.xml admits an Excel by its requirement sets. What such an Office lacks of the API is used only where
 * isSetSupported has been asked for its set, on every way to it: told by the types, whichever way the member is reached.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { setAskedFor, setsAskedBefore } from "../support/askedBefore";
import { officeUses, type RequirementSet, UNREADABLE_LOAD } from "../support/officeUses";

const ROOT = join(__dirname, "..", "..");
const SOURCE = join(ROOT, "src");

/** What isSetSupported cannot be seen to guard, and what keeps it safe. */
const SAFE_OTHERWISE: Readonly<Record<string, string>> = {
  "src/excel/load/standing.ts name, ExcelApi 1.14": "of the queries found, which are none without the set",
  "src/commands/commands.ts completed, Mailbox 1.3": "Outlook's set; Excel gives it to every ribbon command",
  "src/taskpane/bootstrap/officeThemeSource.ts addHandlerAsync, DocumentEvents 1.1":
    "called only where it is there",
  "src/taskpane/bootstrap/officeThemeSource.ts OfficeThemeChanged, Mailbox 1.14":
    "Outlook's set; a word, no call",
};

/** What every Office that the manifest admits has at least: the number behind the point. */
const ADMITTED = new Map(
  [
    ...readFileSync(join(ROOT, "manifest.xml"), "utf8").matchAll(/<Set Name="(\w+)" MinVersion="1\.(\d+)"/g),
  ].map(([, name, minor]) => [name!, Number(minor)]),
);

const WRITTEN_HERE = join(SOURCE, "excel", "writtenHere.ts");
const options = compilerOptions();
const program = createProgram();

function compilerOptions(): ts.CompilerOptions {
  const config = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const types = ["office-js", "office-runtime", "custom-functions-runtime"];
  return { ...parsed.options, noEmit: true, noUnusedParameters: false, types };
}

/** All of src; or, with it unread, a file of the text that is given. */
function createProgram(text?: string, before?: ts.Program): ts.Program {
  if (text === undefined) return ts.createProgram(ts.sys.readDirectory(SOURCE, [".ts", ".tsx"]), options);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === WRITTEN_HERE
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      : (before?.getSourceFile(name) ?? getSourceFile(name, ...rest));
  host.fileExists = (name) => name === WRITTEN_HERE || fileExists(name);
  return ts.createProgram([WRITTEN_HERE], options, host);
}

const isBelow = (set: RequirementSet, has: RequirementSet): boolean =>
  set.name === has.name && set.minor <= has.minor;

/** "file member, set" */
function unguardedIn(within: ts.Program, file: ts.SourceFile): string[] {
  const checker = within.getTypeChecker();
  return officeUses(checker, file)
    .filter(({ set }) => set.minor > (ADMITTED.get(set.name) ?? -1))
    .filter(({ set, at }) => !setsAskedBefore(checker, at).some((asked) => isBelow(set, asked)))
    .map(
      ({ member, set: { name, minor } }) => `${relative(ROOT, file.fileName)} ${member}, ${name} 1.${minor}`,
    );
}

const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(SOURCE));
const uses = new Map(files.map((file) => [file, officeUses(program.getTypeChecker(), file)]));

test("no member above the manifest's sets is used without asking for its set on the way to it", () => {
  expect(Object.fromEntries(ADMITTED)).toEqual({ ExcelApi: 9, SharedRuntime: 1, CustomFunctionsRuntime: 2 });
  expect([...uses.values()].flat().length).toBeGreaterThan(300);
  const unguarded = files.flatMap((file) => unguardedIn(program, file));
  expect(unguarded.sort()).toEqual(Object.keys(SAFE_OTHERWISE).sort());
});

test("what is asked for is what is used: no guard is stricter than it has to be", () => {
  const asked: { readonly file: string; readonly set: RequirementSet; readonly used: boolean }[] = [];
  for (const [file, of] of uses) {
    const visit = (node: ts.Node): void => {
      const set = ts.isCallExpression(node) ? setAskedFor(node) : null;
      if (set)
        asked.push({
          file: relative(ROOT, file.fileName),
          set,
          used: of.some((use) => use.set.name === set.name && use.set.minor === set.minor),
        });
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter(({ used }) => !used)).toEqual([]);
});

describe("the test itself", () => {
  const CALL = "range.getSpillingToRangeOrNullObject();";
  const ASKED = 'Office.context.requirements.isSetSupported("ExcelApi", "1.12")';
  const found = (lines: string): string[] => {
    const text = `export function act(context: Excel.RequestContext, range: Excel.Range) {\n${lines}\n}`;
    const written = createProgram(text, program);
    const file = written.getSourceFile(WRITTEN_HERE)!;
    expect(ts.getPreEmitDiagnostics(written, file).map(({ messageText }) => messageText)).toEqual([]);
    return unguardedIn(written, file);
  };

  it.each([
    ["called", CALL, "getSpillingToRangeOrNullObject, ExcelApi 1.12"],
    ["called by a text", 'range["getSpillingToRangeOrNullObject"]();', "ExcelApi 1.12"],
    ["read", "return range.hasSpill;", "hasSpill, ExcelApi 1.12"],
    ["written", 'range.formulaArray = "=1";', "formulaArray, ExcelApiDesktop 1.1"],
    ["taken apart", "const { hasSpill } = range; return hasSpill;", "hasSpill, ExcelApi 1.12"],
    ["taken apart and renamed", "const { hasSpill: it } = range; return it;", "hasSpill, ExcelApi 1.12"],
    ["loaded", 'range.load("values,hasSpill");', "hasSpill, ExcelApi 1.12"],
    ["loaded in a list", 'range.load(["values", "hasSpill"]);', "hasSpill, ExcelApi 1.12"],
    [
      "loaded by a constant",
      'const NAMES = "values,hasSpill"; range.load(NAMES);',
      "hasSpill, ExcelApi 1.12",
    ],
    ["loaded behind another", 'const A = "values"; range.load(`${A},hasSpill`);', "hasSpill, ExcelApi 1.12"],
    ["loaded as an object", "range.load({ hasSpill: true });", "hasSpill, ExcelApi 1.12"],
    ["loaded on the way", 'context.workbook.load("queries/items/name");', "queries, ExcelApi 1.14"],
    ["perhaps loaded", "let names = String(range); range.load(names);", UNREADABLE_LOAD.name],
    [
      "given as an option",
      'context.workbook.insertWorksheetsFromBase64("", { relativeTo: "A" });',
      "relativeTo, ExcelApi 1.13",
    ],
    [
      "given as a further argument",
      'context.workbook.tables.getItem("A").rows.add(undefined, [[1]], true);',
      "add, ExcelApi 1.15",
    ],
    [
      "set among others",
      'context.workbook.pivotTables.getItem("A").layout.set({ altTextTitle: "" });',
      "altTextTitle, ExcelApi 1.13",
    ],
    ["of the web alone", "context.workbook.linkedWorkbooks.refreshAll();", "refreshAll, ExcelApiOnline 1.1"],
    ["of Office", "Office.ribbon.requestUpdate({ tabs: [] });", "requestUpdate, RibbonApi 1.1"],
  ])("finds a member %s", (_, lines, use) => {
    expect(found(lines).join("\n")).toContain(use);
  });

  it.each([
    ["another set is asked", `if (${ASKED.replace("1.12", "1.11")}) ${CALL}`],
    ["another kind of set is asked", `if (${ASKED.replace('"ExcelApi"', '"RibbonApi"')}) ${CALL}`],
    ["it is asked afterwards", `${CALL} if (!${ASKED}) return;`],
    ["it is asked elsewhere", `if (${ASKED}) range.load("values"); ${CALL}`],
    ["the answer is not heeded", `void ${ASKED}; ${CALL}`],
    ["the answer is turned round", `if (!${ASKED}) ${CALL}`],
    ["the wrong branch is taken", `return ${ASKED} ? null : ${CALL}`],
    ["nothing leaves", `if (!${ASKED}) range.load("values"); ${CALL}`],
    ["either of two will do", `if (${ASKED} || range.isNullObject) ${CALL}`],
    [
      "the value is not null without it",
      `const one = ${ASKED} ? range : context.workbook.getSelectedRange(); ${CALL} return one;`,
    ],
  ])("takes no guard for one where %s", (_, lines) => {
    expect(found(lines)).toHaveLength(1);
  });

  it.each([
    ["in a branch", `if (${ASKED}) { ${CALL} }`],
    ["in the other branch", `if (!${ASKED}) range.load("values"); else ${CALL}`],
    ["by a later set", `if (${ASKED.replace("1.12", "1.13")}) ${CALL}`],
    ["in a condition", `return ${ASKED} ? ${CALL.replace(";", "")} : null;`],
    ["behind and", `return ${ASKED} && range.hasSpill;`],
    ["behind a return", `if (!${ASKED}) return; ${CALL}`],
    ["behind a throw", `if (!${ASKED}) { throw new Error(); } [1].map(() => ${CALL.replace(";", "")});`],
    ["by a constant", `const can = ${ASKED}; if (can && range.isEntireRow) ${CALL}`],
    ["by a function", `function can() { return ${ASKED}; } if (can()) ${CALL}`],
    [
      "by a value that is null without it",
      `const queries = ${ASKED.replace("1.12", "1.14")} ? context.workbook.queries : null;
       queries?.load("items/name"); return queries?.items.length;`,
    ],
  ])("knows a guard %s", (_, lines) => {
    expect(found(lines)).toEqual([]);
  });
});
