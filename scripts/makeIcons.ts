/** Draws the ribbon's icons (assets/*.png) at every size the manifest names: `npx tsx scripts/makeIcons.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../tests/browser/browser";

const BLUE = "#12436D";
const assets = join(__dirname, "..", "assets");

/** A page with three rising columns under a target line; on a grid of 16 so that edges fall on whole pixels. */
const CLINIC = `
  <rect x="1" y="1" width="14" height="14" rx="2" fill="${BLUE}"/>
  <rect x="3" y="9" width="2" height="4" fill="#FFFFFF"/>
  <rect x="7" y="7" width="2" height="6" fill="#FFFFFF"/>
  <rect x="11" y="5" width="2" height="8" fill="#FFFFFF"/>
  <path d="M3 3.5h2M7 3.5h2M11 3.5h2" stroke="#FFFFFF" stroke-width="1"/>`;

/** A window with its side pane filled. */
const PANE = `
  <path d="M1 3a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2z" fill="${BLUE}"/>
  <rect x="2" y="4" width="7" height="10" fill="#FFFFFF"/>
  <rect x="11" y="6" width="3" height="1" fill="#FFFFFF"/>
  <rect x="11" y="8" width="3" height="1" fill="#FFFFFF"/>
  <rect x="11" y="10" width="2" height="1" fill="#FFFFFF"/>`;

async function drawIcons(): Promise<void> {
  mkdirSync(assets, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const [name, shapes, sizes] of [
      ["clinic", CLINIC, [16, 32, 64, 80]],
      ["pane", PANE, [16, 32, 80]],
    ] as const) {
      for (const size of sizes) {
        const page = await browser.newPage({ viewport: { width: size, height: size } });
        await page.setContent(
          `<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">${shapes}</svg>`,
        );
        writeFileSync(join(assets, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
