/** functions.json, the guide and the help pages, held against the functions' real signatures and SPEC §7. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";
import { completeMetadata } from "../../scripts/functionsMetadata.cjs";
import { helpFiles, readGuide } from "../../scripts/helpPages.cjs";

const ROOT = join(__dirname, "..", "..");
const SOURCE = join(ROOT, "src", "functions", "functions.ts");
const HOST = "https://clinic.somewhere.gov.uk";
const guide = readFileSync(join(ROOT, "docs", "functions.md"), "utf8");

/** SPEC §7, word for word. */
const SIGNATURES = [
  "PCT(numerator, denominator, [if_zero])",
  "RATE(count, population, [per])",
  "TREND(previous, current)",
  "TRAVEL(previous, current, [better_when], [target])",
  "RAG(value, target, [better_when], [amber_within])",
  "WORKINGDAYS(start, end, [closures])",
  "DUEDATE(start, working_days, [closures])",
  "MONTHEND(date, [months])",
  "INTIME(last, as_at, timescale, [unit], [closures])",
  "VALUE(indicator, [team], [month], [part])",
  "TABLE(indicator, [month])",
  "SERIES(indicator, [team], [months])",
  "CASELOADS([team], [threshold])",
  "TEAMNAME(any_name)",
  "INDICATORS()",
  "OPENAT(list, [date], [team])",
];
const READ_THE_WORKBOOK = ["VALUE", "TABLE", "SERIES", "CASELOADS", "TEAMNAME", "INDICATORS", "OPENAT"];

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly dimensionality?: string;
}

interface FunctionEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: string };
  readonly options?: { readonly stream?: boolean; readonly allowErrorForDataTypeAny?: boolean };
}

let functions: readonly FunctionEntry[] = [];

beforeAll(async () => {
  const generated = await generateCustomFunctionsMetadata([SOURCE], true);
  expect(generated.errors).toEqual([]);
  functions = (JSON.parse(completeMetadata(generated.metadataJson, HOST)) as { functions: FunctionEntry[] })
    .functions;
});

const signature = ({ name, parameters }: FunctionEntry): string =>
  `${name}(${parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ")})`;

/** Parameters of the exported functions by their @customfunction name, without Excel's invocation. */
function realSignatures(): Map<string, string[]> {
  const source = ts.createSourceFile(SOURCE, readFileSync(SOURCE, "utf8"), ts.ScriptTarget.ES2022, true);
  const found = new Map<string, string[]>();
  source.forEachChild((node) => {
    if (!ts.isFunctionDeclaration(node)) return;
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === "customfunction");
    if (!tag) return;
    const names = node.parameters.map((parameter) => parameter.name.getText(source));
    found.set(
      String(tag.comment).trim(),
      names.filter((name) => name !== "invocation"),
    );
  });
  return found;
}

describe("functions.json", () => {
  it("has the functions of SPEC §7 with their arguments", () => {
    expect(functions.map(signature)).toEqual(SIGNATURES);
    expect(functions.map(({ id }) => id)).toEqual(functions.map(({ name }) => name));
  });

  it("agrees with the code's own signatures", () => {
    const real = realSignatures();
    expect([...real.keys()]).toEqual(functions.map(({ name }) => name));
    for (const { name, parameters } of functions)
      expect(real.get(name)).toEqual(parameters.map((p) => p.name));
  });

  it("explains every function and argument in sentences that Excel's dialog can show", () => {
    for (const { name, description, parameters } of functions) {
      for (const text of [description, ...parameters.map((p) => p.description)]) {
        expect(`${name}: ${text}`).toMatch(/^[A-Z]+: [A-Z“"].*[.!]$/);
        expect(text.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it("spills, takes error values, and streams what reads the workbook", () => {
    for (const { name, options, result, parameters } of functions) {
      expect(options?.allowErrorForDataTypeAny ?? false).toBe(parameters.length > 0);
      expect(options?.stream ?? false).toBe(READ_THE_WORKBOOK.includes(name));
      expect(result.dimensionality).toBe("matrix");
      for (const parameter of parameters) expect(parameter.type).toBe("any");
    }
  });

  it("points each function at its help page on the add-in's own host", () => {
    const pages = helpFiles(guide);
    for (const { name, helpUrl } of functions) {
      expect(helpUrl).toBe(`${HOST}/help/${name.toLowerCase()}.html`);
      expect(pages[`${name.toLowerCase()}.html`]).toContain(`<h1>CLINIC.${name}</h1>`);
    }
  });
});

describe("the guide", () => {
  const sections = readGuide(guide).functions;

  it("has a section for each function, with its signature and every argument", () => {
    expect(sections.map(({ name }) => name)).toEqual(functions.map(({ name }) => name));
    sections.forEach(({ markdown }, i) => {
      const entry = functions[i]!;
      expect(markdown).toContain(`\`${signature(entry)}\``);
      const rows = markdown.match(/^\| \w+ \|/gm)?.map((row) => row.slice(2, -2)) ?? [];
      expect(rows.filter((row) => !["argument", "formula"].includes(row))).toEqual(
        entry.parameters.map((p) => p.name),
      );
    });
  });

  it("becomes help pages that link to each other and to nothing else", () => {
    const pages = helpFiles(guide);
    for (const [name, html] of Object.entries(pages).filter(([file]) => file.endsWith(".html"))) {
      expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
      const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1]!);
      for (const link of links) expect(`${name} → ${link} ${link in pages}`).toMatch(/ true$/);
    }
    for (const { name } of sections)
      expect(pages["index.html"]).toContain(`href="${name.toLowerCase()}.html"`);
  });
});
