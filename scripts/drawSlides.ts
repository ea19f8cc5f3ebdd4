/**
 * Draws every slide of a deck for the guide: `npx tsx scripts/drawSlides.ts DECK.pptx` writes docs/screenshots/slide-01.png …
 * and docs/slides.md, which shows them. Needs LibreOffice Impress, poppler-utils and the font Liberation.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asPdf } from "./asPdf";

const DOCS = join(__dirname, "..", "docs");
const PIXELS_WIDE = 800;

const HEAD = `# The slides of the sample

What *Download slides* (\`npm run demo\` at the command line) makes of the synthetic sample, as LibreOffice Impress draws it: every
slide, in its order. The tables and charts are native, so PowerPoint can edit them.
`;

/** The page that shows them. `texts`: what each slide says, its title first. */
export function slidesPage(texts: readonly string[]): string {
  const pictures = texts.map((text, i) => {
    const title = (text.trim().split("\n")[0] ?? "").replace(/\s+/g, " ");
    return `![Slide ${i + 1}: ${title}](screenshots/${pictureOf(i + 1)})`;
  });
  return [HEAD, ...pictures.map((picture) => `${picture}\n`)].join("\n");
}

const pictureOf = (number: number): string => `slide-${String(number).padStart(2, "0")}.png`;

function drawSlides(deck: string): void {
  const folder = join(DOCS, "screenshots");
  asPdf(deck, (pdf, texts) => {
    for (const name of readdirSync(folder)) if (/^slide-\d+\.png$/.test(name)) rmSync(join(folder, name));
    texts.forEach((_, i) => {
      const place = ["-f", `${i + 1}`, "-l", `${i + 1}`, "-singlefile"];
      const size = ["-scale-to-x", `${PIXELS_WIDE}`, "-scale-to-y", "-1"];
      const target = join(folder, pictureOf(i + 1).replace(/\.png$/, ""));
      execFileSync("pdftoppm", ["-png", ...place, ...size, pdf, target]);
    });
    writeFileSync(join(DOCS, "slides.md"), slidesPage(texts));
  });
}

if (require.main === module) {
  const [deck] = process.argv.slice(2);
  if (deck === undefined) {
    console.error("Say which deck to draw: npx tsx scripts/drawSlides.ts DECK.pptx");
    process.exitCode = 2;
  } else {
    drawSlides(deck);
  }
}
