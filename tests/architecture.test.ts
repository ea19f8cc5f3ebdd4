/** Reads the imports of every file and holds them against the arrow clinic ← pages ← (files | loading ← excel) ← functions, commands, taskpane. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { drawPipeline } from "../scripts/drawPipeline";

const ROOT = join(__dirname, "..");
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  clinic: ["clinic"],
  pages: ["clinic", "pages"],
  files: ["clinic", "pages", "files"],
  loading: ["clinic", "pages", "loading"],
  excel: ["clinic", "pages", "loading", "excel"],
  functions: ["clinic", "pages", "excel", "functions"],
  commands: ["clinic", "pages", "excel", "commands"],
  taskpane: ["clinic", "pages", "files", "loading", "excel", "taskpane"],
};
/** What each layer may take from npm. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  clinic: /^fastest-levenshtein$/,
  pages: /^$/,
  files: /^(fflate|numfmt)$/,
  loading: /^(@e965\/xlsx\/dist\/xlsx\.mini\.min\.js|papaparse)$/,
  excel: /^$/,
  functions: /^$/,
  commands: /^$/,
  taskpane: /^(react|react-dom|idb-keyval|@fluentui)(\/|$)/,
};

/** Pure data that reads as one list, however long. */
const CATALOGUES: readonly string[] = ["src/clinic/lists/lists.ts"];

/** The folders of src/clinic, lowest first: each imports only from the lines above its own. */
const CLINIC_FLOORS: readonly (readonly string[])[] = [
  ["cannotBuild.ts"],
  ["cells"],
  ["calendar"],
  ["lists"],
  ["teams", "measures", "issues", "conditions"],
  ["entries"],
  ["extracts"],
  ["indicators"],
  ["settings"],
  ["findings.ts"],
  ["rules", "report.ts"],
  ["past"],
  ["calculate"],
  ["reportJson.ts"],
];

/** The folders of src/excel likewise; the files beside them are the acts that the pane, the ribbon and the functions call. */
const EXCEL_FLOORS: readonly (readonly string[])[] = [["host"], ["read"], ["write"], ["load", "sharing"]];

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

  it.each([
    ["clinic", CLINIC_FLOORS],
    ["excel", EXCEL_FLOORS],
  ])("keeps the order of the folders inside %s", (layer, floors) => {
    const room = (file: string): string => file.split("/")[2] ?? "";
    const floorOf = (file: string): number => floors.findIndex((rooms) => rooms.includes(room(file)));
    // A file beside Excel's folders uses them all, and no folder uses it.
    const floor = (file: string): number =>
      layer === "excel" && file.split("/").length === 3 ? floors.length : floorOf(file);
    const isAct = (file: string): boolean => floor(file) === floors.length;
    const inside = shippedImports.filter(
      ({ from, to }) =>
        layerOf(from) === layer && to !== null && layerOf(to) === layer && room(from) !== room(to),
    );
    expect(inside.length).toBeGreaterThan(50);
    const upward = inside.filter(
      ({ from, to }) =>
        !(isAct(from) && to !== null && isAct(to)) &&
        (floor(from) < 0 || to === null || floor(to) < 0 || floor(to) >= floor(from)),
    );
    expect(upward.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  it("takes from npm only what a layer may", () => {
    const wrong = shippedImports.filter(
      ({ from, specifier, to }) => to === null && !LIBRARIES[layerOf(from)]?.test(specifier),
    );
    expect(wrong.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
  });

  it("brings the libraries that read files only when a file is chosen", () => {
    const importersOf = (path: string) =>
      shippedImports.filter(({ to }) => to === path).map(({ from }) => from);
    expect(importersOf("src/loading/readFile.ts").sort()).toEqual([
      "src/taskpane/bootstrap/readApart.ts",
      "src/taskpane/fileReader.ts",
    ]);
    expect(importersOf("src/taskpane/fileReader.ts")).toEqual([]);
    const still = [
      ...importersOf("src/taskpane/bootstrap/loading.ts"),
      "src/taskpane/bootstrap/readApart.ts",
    ].filter((from) => /from\s*"[^"]*\/(?:loading|readFile)"/.test(readFileSync(join(ROOT, from), "utf8")));
    expect(still).toEqual([]);
    const others = shippedImports.filter(
      ({ from, to }) =>
        /src\/loading\/read(Csv|Xlsx)\.ts/.test(to ?? "") && from !== "src/loading/readFile.ts",
    );
    expect(others).toEqual([]);
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

  it("is drawn in docs/pipeline.svg as the imports are now (npm run pipeline draws it)", () => {
    expect(readFileSync(join(ROOT, "docs", "pipeline.svg"), "utf8") === drawPipeline()).toBe(true);
  });

  it("is told in docs/architecture.md, folder by folder", () => {
    const told = readFileSync(join(ROOT, "docs", "architecture.md"), "utf8").split("```")[1] ?? "";
    const folders = (path: string) =>
      readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [`${entry.name}/`] : [],
      );
    const untold = [...folders("src"), ...folders("src/clinic"), ...folders("src/excel")].filter(
      (folder) => !told.includes(folder),
    );
    expect(untold).toEqual([]);
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
