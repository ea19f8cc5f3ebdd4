/**
 * Writes dist/manifest.xml for a release, or dist/manifest.localhost.xml for development.
 *
 *   npm run release -- https://clinic.mycouncil.gov.uk
 *   tsx scripts/makeManifest.ts --localhost
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEVELOPMENT_HOST, manifestFor, releaseManifest } from "./manifestHost";

const root = join(__dirname, "..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const [argument = ""] = process.argv.slice(2).filter((word) => word !== "--host");

mkdirSync(join(root, "dist"), { recursive: true });
try {
  if (argument === "--localhost") write("manifest.localhost.xml", manifestFor(manifest, DEVELOPMENT_HOST));
  else write("manifest.xml", releaseManifest(manifest, argument));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}

function write(name: string, text: string): void {
  writeFileSync(join(root, "dist", name), text);
  console.log(`dist/${name} written`);
}
