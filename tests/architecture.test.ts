/** Reads the imports of every file and holds them against the arrow clinic ← pages ← excel ← functions, commands, taskpane. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const ROOT = join(__dirname, "..");
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  clinic: ["clinic"],
  pages: ["clinic", "pages"],
  excel: ["clinic", "pages", "excel"],
  functions: ["clinic", "pages", "excel", "functions"],
  commands: ["clinic", "pages", "excel", "commands"],
  taskpane: ["clinic", "pages", "excel", "taskpane"],
};
/** What each layer may take from npm. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  clinic: /^fastest-levenshtein$/,
  pages: /^$/,
  excel: /^$/,
  functions: /^$/,
  commands: /^$/,
  taskpane: /^(react|react-dom|@fluentui)(\/|$)/,
};

/** Pure data that reads as one list, however long. */
const CATALOGUES: readonly string[] = ["src/clinic/extracts/lists.ts"];

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Project-relative path of the file, or null for a package. */
  readonly to: string | null;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(join(ROOT, file), "utf8"));
  const statements = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^"';]*?from\s*["']([^"']+)["']/gm),
    ...text.matchAll(/()\b(?:import|require)\(\s*["']([^"']+)["']\s*\)/g),
    ...text.matchAll(/^\s*()import\s*["']([^"']+)["']/gm),
  ];
  return statements.map(([, type, specifier = ""]) => ({
    from: file,
    specifier,
    to: specifier.startsWith(".") ? resolveFile(file, specifier) : null,
    typeOnly: Boolean(type),
  }));
}

function resolveFile(from: string, specifier: string): string {
  const base = resolve(ROOT, dirname(from), specifier);
  const candidates = [base, `${base}.ts`, `${base}.tsx`, join(base, "index.ts"), join(base, "index.tsx")];
  const found = candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
  return relative(ROOT, found ?? base)
    .split(sep)
    .join("/");
}

const shipped = sourceFiles("src");
const shippedImports = shipped.flatMap(importsOf);
const layerOf = (file: string): string => file.split("/")[1] ?? "";

describe("the layout", () => {
  it("has only the layers that the arrow names", () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect([...new Set(shipped.map(layerOf))].filter((layer) => !(layer in LAYERS))).toEqual([]);
  });

  it("keeps every arrow", () => {
    const wrong = shippedImports.filter(({ from, to }) => {
      if (to === null) return false;
      return !to.startsWith("src/") || !(LAYERS[layerOf(from)] ?? []).includes(layerOf(to));
    });
    expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  it("takes from npm only what a layer may", () => {
    const wrong = shippedImports.filter(
      ({ from, specifier, to }) => to === null && !LIBRARIES[layerOf(from)]?.test(specifier),
    );
    expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  it("has no circular import that runs", () => {
    const arrows = new Map<string, string[]>();
    for (const { from, to, typeOnly } of [
      ...shippedImports,
      ...sourceFiles("simulator").flatMap(importsOf),
    ]) {
      if (to !== null && !typeOnly) arrows.set(from, [...(arrows.get(from) ?? []), to]);
    }
    expect(findCircle(arrows)).toBeNull();
  });

  it("keeps every file under 400 lines", () => {
    const long = [...shipped, ...sourceFiles("simulator")]
      .filter((file) => !file.endsWith(".generated.ts") && !CATALOGUES.includes(file))
      .map((file) => [file, readFileSync(join(ROOT, file), "utf8").trimEnd().split("\n").length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it("finds a circle where there is one", () => {
    const circle = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["a"]],
    ]);
    expect(findCircle(circle)).toEqual(["a", "b", "c", "a"]);
    expect(
      findCircle(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
        ]),
      ),
    ).toBeNull();
  });
});

/** The first circle met, its first file again at its end; null when there is none. */
function findCircle(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    const met = trail.indexOf(file);
    if (met >= 0) return [...trail.slice(met), file];
    if (done.has(file)) return null;
    for (const next of arrows.get(file) ?? []) {
      const circle = visit(next, [...trail, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of arrows.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}
