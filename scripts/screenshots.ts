/**
 * `npm run screenshots`: renews the guide's pictures in docs/screenshots: the pane's by its browser tests, the pack's and the
 * slides' from the sample by LibreOffice (scripts/drawPack.ts says what that needs).
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
const PICTURES = join(ROOT, "docs", "screenshots");
const PACK = join(ROOT, "out", "clinic-2023-07-clinic.xlsx");
const DECK = join(ROOT, "out", "clinic-2023-07-slides.pptx");

const STEPS: readonly (readonly string[])[] = [
  ["node_modules/webpack/bin/webpack.js", "--mode", "production"],
  [
    "node_modules/jest/bin/jest.js",
    "--config",
    "tests/browser.jest.config.js",
    "tests/browser/paneLooks.test.ts",
  ],
  ["node_modules/tsx/dist/cli.mjs", "simulator/cli/main.ts", "demo"],
  ["node_modules/tsx/dist/cli.mjs", "scripts/drawPack.ts", PACK],
  ["node_modules/tsx/dist/cli.mjs", "scripts/drawSlides.ts", DECK],
];

for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, [...step], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, PICTURES },
  });
  if (status !== 0) process.exit(status ?? 1);
}
