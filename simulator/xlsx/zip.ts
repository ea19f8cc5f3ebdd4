/** An .xlsx as bytes and as parts. */
import { unzip, zip } from "@cj-tech-master/excelts/archive";
import type { Package } from "./package";
import { UnreadableWorkbook } from "./unreadable";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Old .xls files, and new ones behind a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

export async function readPackage(bytes: Uint8Array): Promise<Package> {
  if (startsWith(bytes, COMPOUND)) {
    throw new UnreadableWorkbook(
      "The file is protected with a password, or is in the old .xls format. Save it as an .xlsx without a password.",
    );
  }
  if (!startsWith(bytes, ZIP)) throw new UnreadableWorkbook("The file is not an Excel workbook (.xlsx).");
  const parts = new Map<string, Uint8Array>();
  try {
    for await (const entry of unzip(bytes).entries()) {
      if (entry.type === "file") parts.set(entry.path.replace(/\\/g, "/"), await entry.bytes());
    }
  } catch {
    throw new UnreadableWorkbook("The file is damaged: it cannot be unpacked.");
  }
  if (!parts.has("[Content_Types].xml"))
    throw new UnreadableWorkbook("The file is not an Excel workbook (.xlsx).");
  return { parts };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

export async function packageBytes(source: Package): Promise<Uint8Array> {
  const archive = zip({ reproducible: true, noSort: true, level: 6 });
  const first = "[Content_Types].xml";
  for (const name of [first, ...[...source.parts.keys()].filter((part) => part !== first)]) {
    archive.add(name, source.parts.get(name)!);
  }
  return archive.bytes();
}
