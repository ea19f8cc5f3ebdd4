import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slidesPage } from "../../scripts/drawSlides";

const DOCS = join(__dirname, "..", "..", "docs");

test("each slide is shown with its number and title", () => {
  expect(slidesPage(["Key messages\n\n  • One\n", "  CIN   Performance\n1"])).toMatch(
    /!\[Slide 1: Key messages\]\(screenshots\/slide-01\.png\)\n\n!\[Slide 2: CIN Performance\]\(screenshots\/slide-02\.png\)\n$/,
  );
});

test("the page of the slides shows pictures that are there", () => {
  const page = readFileSync(join(DOCS, "slides.md"), "utf8");
  const pictures = [...page.matchAll(/\(screenshots\/([^)]+)\)/g)].map(([, name]) => name!);
  expect(pictures.length).toBeGreaterThan(20);
  expect(pictures.filter((name) => !existsSync(join(DOCS, "screenshots", name)))).toEqual([]);
});
