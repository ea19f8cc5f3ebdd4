/** An .xlsx as parts. */
import { unzipSync } from "fflate";
import type { Package } from "../../src/files/openxml/package";
import { UnreadableWorkbook } from "./unreadable";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Old .xls files, and new ones behind a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** What all parts together may unpack to, in bytes: a small file can hold terabytes of blanks. */
const MOST_UNPACKED = 1_500_000_000;

/** Each part unpacks to no more than the file says it holds. @param most bytes of all parts together. */
export function readPackage(bytes: Uint8Array, most = MOST_UNPACKED): Promise<Package> {
  return new Promise((resolve) => resolve(unpacked(bytes, most)));
}

function unpacked(bytes: Uint8Array, most: number): Package {
  if (startsWith(bytes, COMPOUND)) {
    throw new UnreadableWorkbook(
      "The file is protected with a password, or is in the old .xls format. Save it as an .xlsx without a password.",
    );
  }
  if (!startsWith(bytes, ZIP)) throw new UnreadableWorkbook("The file is not an Excel workbook (.xlsx).");
  let total = 0;
  const fits = ({ originalSize }: { readonly originalSize: number }): boolean => {
    total += originalSize;
    if (total > most)
      throw new UnreadableWorkbook("The file is too large: unpacked, it would take more than 1.5 GB.");
    return true;
  };
  const parts = new Map<string, Uint8Array>();
  try {
    for (const [path, content] of Object.entries(unzipSync(bytes, { filter: fits }))) {
      const name = path.replace(/\\/g, "/");
      if (!name.endsWith("/")) parts.set(name, content);
    }
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) throw fault;
    throw new UnreadableWorkbook("The file is damaged: it cannot be unpacked.");
  }
  if (!parts.has("[Content_Types].xml"))
    throw new UnreadableWorkbook("The file is not an Excel workbook (.xlsx).");
  return { parts };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);
