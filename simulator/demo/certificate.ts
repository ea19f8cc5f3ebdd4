/**
 * A certificate for https://localhost, made on this machine and kept in node_modules/.cache. It is put into no trust
 * store: a browser warns once, and is right to.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";

const FOLDER = join(__dirname, "..", "..", "node_modules", ".cache", "assurance-clinic-demo");
const DAYS = 365;

export async function localCertificate(): Promise<{ readonly key: Buffer; readonly cert: Buffer }> {
  const files = {
    ca: join(FOLDER, "ca.crt"),
    cert: join(FOLDER, "localhost.crt"),
    key: join(FOLDER, "localhost.key"),
  };
  if (!isFresh(files.cert)) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    await generateCertificates(files.ca, files.cert, files.key, DAYS, ["localhost", "127.0.0.1"]);
  }
  return { key: readFileSync(files.key), cert: readFileSync(files.cert) };
}

function isFresh(file: string): boolean {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < (DAYS - 1) * 86_400_000;
}
