import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { firstPaintKilobytes } from "../../scripts/checkSize";

function folderWith(html: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "clinic-size-"));
  writeFileSync(join(folder, "taskpane.html"), html);
  writeFileSync(join(folder, "taskpane.js"), script);
  return folder;
}

describe("the script before the first paint", () => {
  it("is weighed gzipped, and Microsoft's client is not counted", () => {
    const script = Array.from({ length: 5000 }, (_, i) => `f(${i * 7919});`).join("\n");
    const html =
      "<script src=https://appsforoffice.microsoft.com/office.js></script><script defer src=taskpane.js?1a2b></script>";
    const expected = gzipSync(script, { level: 9 }).length / 1000;
    expect(firstPaintKilobytes(folderWith(html, script))).toBe(expected);
    expect(firstPaintKilobytes(folderWith('<script defer="defer" src="taskpane.js"></script>', script))).toBe(
      expected,
    );
  });

  it("is not nothing: a page without a script of ours is a mistake", () => {
    expect(() => firstPaintKilobytes(folderWith("<script src=https://a.b/office.js></script>", ""))).toThrow(
      /no script/,
    );
  });
});
