/** The one way from a chosen file to sheets. Brings the two libraries with it, so it is loaded when a file is first chosen. */
import { fileKind } from "./fileKind";
import type { FileOutcome, FileToRead } from "./fileSheets";
import { readCsv } from "./readCsv";
import { readXlsx } from "./readXlsx";

/** Never throws: a file that cannot be read is refused with a sentence. What it is shows from its content, not its name. */
export function readFile({ name, bytes }: FileToRead): FileOutcome {
  const kind = fileKind(bytes);
  if (kind === "workbook") return readXlsx(name, bytes);
  return kind === "text" ? readCsv(name, bytes) : { file: name, refused: kind };
}
