/**
 * Whether the built scripts run in the oldest browser that manifest.xml admits. SharedRuntime 1.1 begins with Excel 16.35
 * on the Mac, which shows add-ins in the system's own WebKit: macOS 10.13 and Safari 13.1. (Windows and the web have an
 * evergreen Chromium, or the user's own browser.) One regular expression that such a browser cannot read ends the whole
 * script: no pane, no ribbon, no functions.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type AnyNode, type Node, parse } from "acorn";

/** What Safari 13.1 reads. */
const ECMASCRIPT = 2020;

/**
 * Called as members in our scripts, they would be "not a function" there. Each with the Safari that brought it;
 * Array.prototype.at is given by src/taskpane/oldBrowsers.ts.
 */
const LATER_METHODS: Readonly<Record<string, string>> = {
  findLast: "15.4",
  findLastIndex: "15.4",
  hasOwn: "15.4",
  toReversed: "16",
  toSorted: "16",
  toSpliced: "16",
  groupBy: "17.4",
  any: "14",
  randomUUID: "15.4",
  fromAsync: "16.4",
  isSubsetOf: "17",
};

/** Each as "what: where". Empty = the script runs. */
export function tooNew(script: string): string[] {
  let program: Node;
  try {
    program = parse(script, { ecmaVersion: ECMASCRIPT, sourceType: "module" });
  } catch (error) {
    return [`syntax: ${error instanceof Error ? error.message : "unreadable"}`];
  }
  const found: string[] = [];
  const near = ({ start, end }: Node): string => script.slice(start, Math.min(end, start + 80));
  eachNode(program, (node) => {
    if (node.type === "Literal") {
      if (node.regex && isLaterExpression(node.regex.pattern, node.regex.flags)) {
        found.push(`regular expression: ${near(node)}`);
      }
      if (typeof node.value === "string" && isLaterText(node.value)) found.push(`text: ${near(node)}`);
    }
    if (node.type === "TemplateElement" && isLaterText(node.value.raw)) found.push(`text: ${near(node)}`);
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && !node.callee.computed) {
      const { property } = node.callee;
      const since = property.type === "Identifier" && own(LATER_METHODS, property.name);
      // Tabster has a findLast of its own, which takes an object.
      const isArrays = node.arguments[0]?.type !== "ObjectExpression";
      if (since && isArrays && !node.callee.optional) found.push(`method of Safari ${since}: ${near(node)}`);
    }
  });
  return found;
}

const own = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.prototype.hasOwnProperty.call(words, word) ? words[word] : undefined;

/** Looking behind is of Safari 16.4; the flags d and v later than 13.1 too. */
function isLaterExpression(pattern: string, flags: string): boolean {
  return /\(\?<[=!]/.test(pattern) || /[dv]/.test(flags);
}

/** A text that is made a regular expression, or a length of a style sheet that such a browser leaves out. */
function isLaterText(text: string): boolean {
  return /\(\?<[=!]/.test(text) || /\b\d+[dsl]v[hw]\b/.test(text);
}

function eachNode(node: Node, visit: (node: AnyNode) => void): void {
  visit(node as AnyNode);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) eachNode(child, visit);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** Of every script of the folder: "file: what: where". */
export function tooNewIn(distFolder: string): string[] {
  const scripts = readdirSync(distFolder).filter((file) => file.endsWith(".js"));
  if (scripts.length === 0) throw new Error(`${distFolder} holds no script: build first.`);
  return scripts.flatMap((file) =>
    tooNew(readFileSync(join(distFolder, file), "utf8")).map((what) => `${file}: ${what}`),
  );
}

if (require.main === module) {
  const found = tooNewIn(join(__dirname, "..", "dist"));
  for (const each of found) console.log(each);
  console.log(`Oldest browser (Safari 13.1): ${found.length === 0 ? "runs every script" : "fails"}`);
  if (found.length > 0) process.exitCode = 1;
}
