/** The demonstration page's script, bundled for a browser, and the pane as it ships. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack from "webpack";

const ROOT = join(__dirname, "..", "..");

/** Throws with webpack's own words where the code does not bundle. */
export async function bundleDemo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "assurance-clinic-demo-"));
  try {
    await run({
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
    });
    return readFileSync(join(folder, "demo.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

function run(configuration: webpack.Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
