/** The demonstration page's script, bundled for a browser, and the pane as it ships. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { Configuration } from "webpack";

const ROOT = join(__dirname, "..", "..");

/** What the demonstration's script is made from; its libraries stand in the lock file with their checksums. */
const MADE_FROM = ["simulator", "src", "package-lock.json"];
const CACHE = join(ROOT, "node_modules", ".cache", "assurance-clinic-demo-page");

/**
 * Bundled once for what it is made from: nine files of tests open the page, each in a process that would load webpack
 * first. Throws with webpack's own words where the code does not bundle.
 */
export async function bundleDemo(): Promise<string> {
  const name = `${fingerprint()}.js`;
  const kept = join(CACHE, name);
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "making-"));
  try {
    await makeBundle(folder);
    const older = readdirSync(CACHE).filter((other) => other.endsWith(".js") && other !== name);
    for (const other of older) rmSync(join(CACHE, other), { force: true });
    // Renamed into place, so that nobody reads half of it.
    renameSync(join(folder, "demo.js"), kept);
    return readFileSync(kept, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    hash.update(`${path}\n`);
    const full = join(ROOT, path);
    if (!statSync(full).isDirectory()) hash.update(readFileSync(full));
    else for (const inside of readdirSync(full).sort()) add(join(path, inside));
  };
  MADE_FROM.forEach(add);
  return hash.digest("hex").slice(0, 16);
}

async function makeBundle(folder: string): Promise<void> {
  // Loaded here: it takes longer to load than what is kept takes to read.
  const { default: webpack } = await import("webpack");
  const configuration: Configuration = {
    mode: "production",
    target: ["web", "es2022"],
    devtool: false,
    entry: join(__dirname, "demo.ts"),
    output: { path: folder, filename: "demo.js" },
    resolve: { extensions: [".ts", ".js"] },
    optimization: { minimize: false },
    performance: { hints: false },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
          },
        },
      ],
    },
  };
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}

/** The production bundle, built anew where it is missing or older than what it is made from. */
export async function buildPaneWhereStale(dist: string): Promise<void> {
  const built = join(dist, "taskpane.html");
  const madeFrom = [join(ROOT, "src"), join(ROOT, "assets"), join(ROOT, "webpack.config.js")];
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...madeFrom.map(lastChange))) return;
  await buildPane();
}

function buildPane(): Promise<void> {
  const webpackProgram = join(ROOT, "node_modules", "webpack", "bin", "webpack.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [webpackProgram, "--mode", "production"], {
      cwd: ROOT,
      stdio: "inherit",
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error("The pane could not be built: npm run build says why.")),
    );
  });
}

function lastChange(path: string): number {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
