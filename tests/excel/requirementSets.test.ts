/**
 * manifest.xml admits an Excel by its requirement sets. What such an Excel lacks of Excel's API is used only where
 * isSetSupported has been asked for its set, in the same file: told by the types, whichever way the member is reached.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "..", "..");
const SOURCE = join(ROOT, "src");

interface Use {
  readonly file: string;
  readonly member: string;
  /** 1.12 as 12: the set's number behind the point. */
  readonly set: number;
}

const numberOf = (set: string): number => Number(set.split(".")[1]);

/** What the Excels that the manifest admits have at least. */
const ADMITTED = numberOf(
  /<Set Name="ExcelApi" MinVersion="(1\.\d+)"/.exec(readFileSync(join(ROOT, "manifest.xml"), "utf8"))![1]!,
);

const program = createProgram();
const checker = program.getTypeChecker();
const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(SOURCE));

function createProgram(): ts.Program {
  const config = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const folders = ["excel", "functions", "commands"]; // nowhere else is Excel spoken to (tests/architecture.test.ts)
  const roots = folders.flatMap((folder) => ts.sys.readDirectory(join(SOURCE, folder), [".ts"]));
  return ts.createProgram(roots, {
    ...options,
    noEmit: true,
    types: ["office-js", "office-runtime", "custom-functions-runtime"],
  });
}

/** The set that a declaration of Excel's is of: its own, or else its class's; null for all else. */
function setOf(declaration: ts.Declaration | undefined): number | null {
  if (!declaration?.getSourceFile().fileName.includes("@types/office-js")) return null;
  const own = /\[Api set: ExcelApi 1\.(\d+)/.exec(commentsOf(declaration));
  if (own) return Number(own[1]);
  const { parent } = declaration;
  return ts.isClassDeclaration(parent) ? setOf(parent) : null;
}

function commentsOf(declaration: ts.Node): string {
  const text = declaration.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, declaration.pos) ?? [];
  return ranges.map(({ pos, end }) => text.slice(pos, end)).at(-1) ?? "";
}

/** Every member of Excel's that a file names: called, read, written, taken apart or loaded. */
function usesIn(file: ts.SourceFile): Use[] {
  const uses: Use[] = [];
  const add = (member: string, declaration: ts.Declaration | undefined): void => {
    const set = setOf(declaration);
    if (set !== null) uses.push({ file: relative(ROOT, file.fileName), member, set });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const called = ts.isCallExpression(node.parent) && node.parent.expression === node;
      const declaration = called
        ? checker.getResolvedSignature(node.parent)?.declaration
        : checker.getSymbolAtLocation(node.name)?.declarations?.[0];
      add(node.name.text, declaration);
      if (called && node.name.text === "load")
        loadedIn(node, node.parent).forEach(([name, found]) => add(name, found));
    } else if (ts.isBindingElement(node) && ts.isIdentifier(node.propertyName ?? node.name)) {
      const name = (node.propertyName ?? node.name) as ts.Identifier;
      add(name.text, checker.getTypeAtLocation(node.parent).getProperty(name.text)?.declarations?.[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

/** load("a,b/c"), load(["a", "b"]): the names and what they are of. */
function loadedIn(
  access: ts.PropertyAccessExpression,
  call: ts.CallExpression,
): [string, ts.Declaration | undefined][] {
  const texts: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    ts.forEachChild(node, collect);
  };
  call.arguments.forEach(collect);
  return texts
    .flatMap((text) => text.split(","))
    .flatMap((path) => {
      let type: ts.Type | undefined = checker.getTypeAtLocation(access.expression);
      return path
        .trim()
        .split("/")
        .map((name): [string, ts.Declaration | undefined] => {
          const symbol: ts.Symbol | undefined = type?.getProperty(name);
          const of = symbol && checker.getTypeOfSymbol(symbol);
          type = of && (checker.isArrayType(of) ? checker.getTypeArguments(of as ts.TypeReference)[0] : of);
          return [name, symbol?.declarations?.[0]];
        });
    });
}

/** The sets that a file asks for. */
function setsAskedIn({ text }: ts.SourceFile): number[] {
  return [...text.matchAll(/isSetSupported\(\s*"ExcelApi",\s*"(1\.\d+)"\s*\)/g)].map(([, set]) =>
    numberOf(set!),
  );
}

const uses = new Map(files.map((file) => [file, usesIn(file)]));

test("no member above the manifest's set is used without asking for it", () => {
  expect(ADMITTED).toBe(9);
  expect([...uses.values()].flat().length).toBeGreaterThan(300);
  const unguarded = [...uses].flatMap(([file, of]) => {
    const asked = Math.max(ADMITTED, ...setsAskedIn(file));
    return of.filter(({ set }) => set > asked);
  });
  expect(unguarded).toEqual([]);
});

test("what is asked for is what is used: no guard is stricter than it has to be", () => {
  const guards = [...uses].flatMap(([file, of]) =>
    setsAskedIn(file).map((asked) => ({
      file: relative(ROOT, file.fileName),
      asked,
      used: of.some(({ set }) => set === asked),
    })),
  );
  expect(guards.length).toBeGreaterThan(2);
  expect(guards.filter(({ used }) => !used)).toEqual([]);
});
