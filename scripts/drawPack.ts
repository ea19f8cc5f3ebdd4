/**
 * Draws the first printed page of each sheet of a built pack, for the guide: `npx tsx scripts/drawPack.ts PACK.xlsx [FOLDER]`
 * writes FOLDER/pack-summary.png … Needs LibreOffice Calc, poppler-utils and the fonts Liberation and Carlito: without
 * Carlito, the twin of Excel's default font, LibreOffice sets columns a third too wide.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PAGES } from "../src/pages/pageNames";
import { asPdf } from "./asPdf";

const PIXELS_WIDE = 1100;
/** Of A4 landscape at that width; the footer, which counts the extracts' pages too, is left away. */
const PIXELS_HIGH = 733;

export interface PrintedPage {
  /** "summary" */
  readonly page: string;
  /** From 1, in the printed workbook. */
  readonly number: number;
}

/** The first printed page of each sheet of the pack. `texts`: what stands on each printed page. */
export function findPages(texts: readonly string[]): readonly PrintedPage[] {
  const firstLines = texts.map((text) => text.trim().split("\n")[0] ?? "");
  const summary = PAGES[0];
  let from = firstLines.findIndex((line) => summary !== undefined && line.startsWith(`${summary.title} –`));
  if (from < 0) throw new Error("This workbook holds no Clinic Summary: build the pack first.");
  // Clinic Settings may be the analyst's own sheet and look.
  return PAGES.filter(({ page }) => page !== "settings").flatMap(({ page, title }) => {
    const at = firstLines.findIndex((line, i) => i >= from && line.startsWith(title));
    if (at < 0) return [];
    from = at;
    return [{ page, number: at + 1 }];
  });
}

function drawPack(workbook: string, folder: string): void {
  asPdf(workbook, (pdf, texts) => {
    mkdirSync(folder, { recursive: true });
    for (const { page, number } of findPages(texts)) {
      const place = ["-f", `${number}`, "-l", `${number}`, "-singlefile"];
      const size = ["-scale-to-x", `${PIXELS_WIDE}`, "-scale-to-y", "-1", "-x", "0", "-y", "0"];
      const crop = ["-W", `${PIXELS_WIDE}`, "-H", `${PIXELS_HIGH}`];
      execFileSync("pdftoppm", ["-png", ...place, ...size, ...crop, pdf, join(folder, `pack-${page}`)]);
    }
  });
}

if (require.main === module) {
  const [workbook, folder = join(__dirname, "..", "docs", "screenshots")] = process.argv.slice(2);
  if (workbook === undefined) {
    console.error("Say which workbook to draw: npx tsx scripts/drawPack.ts PACK.xlsx [FOLDER]");
    process.exitCode = 2;
  } else {
    drawPack(workbook, folder);
  }
}
