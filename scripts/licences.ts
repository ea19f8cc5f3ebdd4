/**
 * What ships, and under which licence: `npm run licences` lists it, `npm run licences -- --check` fails where a
 * licence is not on the list below (no copyleft) or where package-lock.json lacks a package's checksum.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
/** Licences that ask for no more than their notice. */
const PERMISSIVE = [
  "MIT",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "0BSD",
  "Unlicense",
  "CC0-1.0",
];

interface Shipped {
  readonly name: string;
  readonly licence: string;
}

async function shippedPackages(): Promise<Shipped[]> {
  const { init } = await import("license-checker-rseidelsohn");
  return new Promise((resolve, reject) => {
    init({ start: ROOT, production: true, excludePrivatePackages: true }, (error, packages) => {
      if (error) return reject(error);
      resolve(
        Object.entries(packages).map(([name, { licenses }]) => ({
          name,
          licence: Array.isArray(licenses) ? licenses.join(" AND ") : (licenses ?? "none stated"),
        })),
      );
    });
  });
}

/** Packages of a lock file that npm could not hold against a checksum. */
export function withoutChecksum(lock: string): string[] {
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { readonly integrity?: string; readonly link?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { integrity, link }]) => path !== "" && !link && integrity === undefined)
    .map(([path]) => path);
}

export function notPermissive(shipped: readonly Shipped[]): Shipped[] {
  const parts = (licence: string) => licence.replace(/[()]/g, "").split(/ AND /);
  return shipped.filter(({ licence }) => !parts(licence).every((part) => anyPermissive(part)));
}

/** Of "A OR B" we may choose. */
function anyPermissive(licence: string): boolean {
  return licence.split(/ OR /).some((one) => PERMISSIVE.includes(one.trim()));
}

async function main(check: boolean): Promise<void> {
  const shipped = await shippedPackages();
  if (!check) for (const { name, licence } of shipped) console.log(`${licence.padEnd(14)} ${name}`);
  const wrong = notPermissive(shipped);
  for (const { name, licence } of wrong)
    console.error(`${name} ships under ${licence}, which is not permissive.`);
  const unchecked = ["package-lock.json", "bench/package-lock.json"].flatMap((file) =>
    withoutChecksum(readFileSync(join(ROOT, file), "utf8")).map(
      (path) => `${file}: ${path} has no checksum.`,
    ),
  );
  for (const line of unchecked) console.error(line);
  if (shipped.length === 0) console.error("No package was found: run npm ci first.");
  if (wrong.length + unchecked.length > 0 || shipped.length === 0) process.exitCode = 1;
}

if (require.main === module) void main(process.argv.includes("--check"));
