/** A workbook or a deck as LibreOffice prints it, in a folder of its own that goes again. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** `use` gets the path of the PDF and the text of each of its pages. */
export function asPdf(file: string, use: (pdf: string, texts: readonly string[]) => void): void {
  const work = mkdtempSync(join(tmpdir(), "printed-"));
  try {
    execFileSync("soffice", [
      `-env:UserInstallation=file://${join(work, "profile")}`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      work,
      file,
    ]);
    const pdf = join(work, basename(file).replace(/\.[^.]*$/, ".pdf"));
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 1 << 28 }).toString();
    // A page ends with a form feed.
    use(pdf, text.split("\f").slice(0, -1));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
