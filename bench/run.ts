/**
 * Bundles the comparison as the add-in is bundled and runs it: on the fly, tsx wraps every function so that it
 * keeps its name, and that alone makes small functions half as slow again.
 *
 *   npm run bench            the sample's rows once, ten and a hundred times over
 *   npm run bench -- 1 10    these only
 *
 * Then what thirty indicators of a council's own cost beside the built-in ones.
 *
 * The rivals are packages of bench/package.json, installed here when they are first needed.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";

const ROOT = path.resolve(__dirname, "..");
const BUNDLE = { path: path.join(ROOT, "node_modules/.cache/bench"), filename: "compare.cjs" };

if (!existsSync(path.join(ROOT, "bench/node_modules"))) {
  const installed = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: path.join(ROOT, "bench"),
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (installed.status !== 0) process.exit(installed.status ?? 1);
}

const compiler = webpack({
  mode: "production",
  target: "node20",
  context: ROOT,
  entry: "./bench/compare.ts",
  output: BUNDLE,
  resolve: { extensions: [".ts", ".mjs", ".js"] },
  externals: { "@cj-tech-master/excelts": "commonjs @cj-tech-master/excelts" },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "swc-loader",
        options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } },
      },
    ],
  },
  performance: { hints: false },
});

compiler.run((error, stats) => {
  if (error || !stats || stats.hasErrors()) throw error ?? new Error(stats?.toString("errors-only"));
  const bundle = path.join(BUNDLE.path, BUNDLE.filename);
  const run = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: "inherit",
  });
  process.exitCode = run.status ?? 1;
});
