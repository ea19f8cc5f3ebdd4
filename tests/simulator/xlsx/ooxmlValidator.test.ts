import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { ooxmlFaults, ooxmlValidator } from "../../support/ooxmlValidator";

const SAMPLE = join(__dirname, "..", "..", "..", "samples", "clinic-2023-07.xlsx");

describe("the Open XML validator", () => {
  it("finds nothing in the sample", async () => {
    expect(await ooxmlFaults(SAMPLE)).toEqual([]);
  });

  it("finds an element that does not belong there", async () => {
    if (ooxmlValidator() === null) return expect(process.platform).not.toBe("linux");
    const parts = unzipSync(readFileSync(SAMPLE));
    const workbook = new TextDecoder().decode(parts["xl/workbook.xml"]);
    parts["xl/workbook.xml"] = strToU8(workbook.replace("<sheets>", "<slides/><sheets>"));
    const broken = join(mkdtempSync(join(tmpdir(), "assurance-clinic-")), "broken.xlsx");
    writeFileSync(broken, zipSync(parts));
    expect((await ooxmlFaults(broken)).join("\n")).toMatch(/slides/);
  });
});
