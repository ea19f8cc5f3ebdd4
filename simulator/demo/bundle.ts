/** The demonstration page's script: the simulator and its view, bundled for a browser. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack from "webpack";

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

function run(configuration: webpack.Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
