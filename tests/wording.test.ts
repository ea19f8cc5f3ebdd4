/**
 * What a user reads is plain British English: turns of phrase that no analyst would write, looked for in every text of src, of the
 * command line and in the documents. docs/spec.md is left out: its terms are the contract's.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "..");

/** What to write instead stands beside each. */
const TURNS: readonly (readonly [turn: RegExp, instead: string])[] = [
  [/\b(?:stands?|stood) (?:twice|on|in|at|where|beside|below|above|without|under|there)\b/i, "is, appears"],
  [/\bbears?\b(?! in mind)/i, "has"],
  [
    /\b(?:one|a|each) (?:row|sheet|entry|line|page|column|table|result|workbook) an? (?!time)\w+/i,
    "one … for each",
  ],
  [/\bas no list\b/i, "not … as a list"],
  [/\blikeliest\b/i, "most likely"],
  [/\bfor want of\b/i, "because … is missing"],
  [/\bheld against\b/i, "compared with"],
  [/\bgoes (?:by|without)\b/i, "uses; is said"],
  [/\b(?:much|is) alike\b/i, "is similar"],
  [/\bis to (?:have|hold)\b/i, "must have"],
  [/\bjust now\b/i, "at the moment"],
  [/\bhands? over at once\b/i, "passes on"],
  [/\bwhatever stands\b/i, "anything there"],
  [/\bwith (?:it|them) goes\b/i, "… goes with it"],
  [/\bin vain\b/i, "without use"],
  [/\bwould tell them\b/i, "would reveal them"],
  [/\bsomething else than\b/i, "something other than"],
  [/\bwants an? /i, "needs a"],
  [/\bno longer stands\b/i, "is no longer there"],
  [/\bwhile (?:it|they) (?:was|were) at work\b/i, "while … working"],
];

function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

/** The strings and the text between tags of a source file, each with its line. */
function textsIn(path: string): { readonly line: number; readonly text: string }[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), "utf8"),
    ts.ScriptTarget.Latest,
    true,
    kind,
  );
  const texts: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      texts.push({ line, text: node.text.replace(/\s+/g, " ") });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

function turnsIn(text: string): string[] {
  return TURNS.flatMap(([turn, instead]) => {
    const [found] = turn.exec(text) ?? [];
    return found === undefined ? [] : [`“${found}” (say: ${instead})`];
  });
}

it("finds a turn where there is one, and not in plain words", () => {
  expect(turnsIn("This setting stands twice.")).toHaveLength(1);
  expect(turnsIn("One row a child, as at 31 July 2023")).toHaveLength(1);
  expect(turnsIn("This setting is in two rows. One row for each child, a row at a time.")).toEqual([]);
});

it("uses none of the turns in a sentence of the add-in", () => {
  const files = [
    ...filesOf("src", /\.tsx?$/).filter((path) => !path.endsWith(".generated.ts")),
    ...filesOf("simulator/cli", /\.ts$/),
  ];
  const texts = files.flatMap((path) => textsIn(path).map((each) => ({ path, ...each })));
  expect(texts.length).toBeGreaterThan(2_000);
  const found = texts.flatMap(({ path, line, text }) =>
    turnsIn(text).map((turn) => `${path}:${line} ${turn}`),
  );
  expect(found).toEqual([]);
});

it.each([
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...filesOf("docs", /\.md$/).filter((path) => path !== "docs/spec.md"),
])("uses none of the turns in %s", (path) => {
  const lines = readFileSync(join(ROOT, path), "utf8").split("\n");
  const found = lines.flatMap((line, i) => turnsIn(line).map((turn) => `${i + 1}: ${turn}`));
  expect(found).toEqual([]);
});
