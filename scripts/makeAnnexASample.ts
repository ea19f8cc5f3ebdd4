/**
 * Writes samples/annex-a-2023-07.xlsx, a made-up workbook in the form of Ofsted's Annex A, the same each time:
 * npx tsx scripts/makeAnnexASample.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeWorkbook } from "../tests/support/makeWorkbook";
import { syntheticAnnexA } from "../tests/support/syntheticAnnexA";

void main();

async function main(): Promise<void> {
  writeFileSync(
    join(__dirname, "..", "samples", "annex-a-2023-07.xlsx"),
    await makeWorkbook(syntheticAnnexA()),
  );
}
