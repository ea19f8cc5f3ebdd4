/** What a file is by its first bytes, whatever its name says: exports are often named for what they are not. */
import type { Refusal } from "./fileSheets";

export type FileKind = "workbook" | "text" | Refusal;

const SAVE_AS_XLSX =
  "Open it in Excel, save it as an Excel Workbook (.xlsx) or CSV, then choose the new file.";

/** "workbook" = a zip package with a workbook in it; "text" = to be decoded and looked at again. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return EMPTY;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return packageKind(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundKind(bytes);
  const other = OTHER_STARTS.find(({ start }) => startsWith(bytes, start));
  return other ? notAList(other.is) : "text";
}

const EMPTY: Refusal = {
  why: "The file is empty.",
  whatToDo: "Run the export again, and check that it has rows before you choose the file.",
};

const HTML: Refusal = {
  why: "The file is a web page, though its name says something else; some systems export these as .xls.",
  whatToDo: SAVE_AS_XLSX,
};

export const DAMAGED: Refusal = {
  why: "The workbook is damaged: a part of it cannot be read.",
  whatToDo: "Open it in Excel, let Excel repair it, save it under another name, then choose that file.",
};

function notAList(what: string): Refusal {
  return {
    why: `The file is ${what}, not a workbook or a CSV file.`,
    whatToDo: "Export the list as .xlsx or CSV, then choose that file.",
  };
}

/** Text that is no CSV; null where it may be one. */
export function textKind(text: string): Refusal | null {
  const start = text
    .slice(0, 2_000)
    .replace(/^[\s\ufeff]+/, "")
    .toLowerCase();
  if (start === "") return EMPTY;
  if (/^(<!doctype html|<html|<head|<body|<table|<meta)/.test(start)) return HTML;
  if (start.startsWith("<")) {
    return start.includes("urn:schemas-microsoft-com:office:spreadsheet") || start.includes("mso-application")
      ? { why: "The file is an XML Spreadsheet of 2003.", whatToDo: SAVE_AS_XLSX }
      : start.includes("<html") || start.includes("<table")
        ? HTML
        : notAList("an XML file");
  }
  if (start.startsWith("{\\rtf")) return notAList("a text document (RTF)");
  if (/^(\{\s*"|\[\s*[{[])/.test(start)) return notAList("a JSON file");
  if (text.includes("\u0000")) return notAList("of a kind that the add-in does not know");
  return null;
}

const OTHER_STARTS: readonly { readonly start: readonly number[]; readonly is: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], is: "a PDF" },
  { start: [0x89, 0x50, 0x4e, 0x47], is: "a picture" },
  { start: [0xff, 0xd8, 0xff], is: "a picture" },
  { start: [0x1f, 0x8b], is: "a compressed file" },
  { start: [0x52, 0x61, 0x72, 0x21], is: "a compressed file" },
  { start: [0x37, 0x7a, 0xbc, 0xaf], is: "a compressed file" },
];

/** The names of a package's parts stand in it as they are. */
function packageKind(bytes: Uint8Array): FileKind {
  if (holds(bytes, ascii("xl/workbook.xml"))) return "workbook";
  if (holds(bytes, ascii("xl/workbook.bin")))
    return { why: "The file is a binary workbook (.xlsb).", whatToDo: SAVE_AS_XLSX };
  if (holds(bytes, ascii("word/document.xml"))) return notAList("a Word document");
  if (holds(bytes, ascii("ppt/presentation.xml"))) return notAList("a presentation");
  if (holds(bytes, ascii("opendocument.spreadsheet")))
    return { why: "The file is an OpenDocument spreadsheet (.ods).", whatToDo: SAVE_AS_XLSX };
  // A package may name its workbook otherwise: its reader decides.
  if (holds(bytes, ascii("[Content_Types].xml"))) return "workbook";
  return notAList("a zip archive");
}

/** An encrypted or labelled workbook is wrapped in the container that .xls files are; the names of its streams tell. */
function compoundKind(bytes: Uint8Array): Refusal {
  if (
    holds(bytes, wide("DRMEncryptedDataSpace")) ||
    holds(bytes, wide("LabelInfo")) ||
    holds(bytes, wide("DRMContent"))
  ) {
    return {
      why: "The file is protected by a sensitivity label, so only Excel can open it.",
      whatToDo:
        "Open it in Excel and save a copy with a label that does not encrypt, or copy its sheet into this workbook.",
    };
  }
  if (holds(bytes, wide("EncryptedPackage"))) {
    return {
      why: "The file is encrypted: it has a password, or a sensitivity label that encrypts it.",
      whatToDo:
        "Open it in Excel, choose File, Info, Protect Workbook, take the encryption off and save a copy; or copy its sheet into this workbook.",
    };
  }
  if (holds(bytes, wide("Workbook")) || holds(bytes, wide("Book")))
    return { why: "The file is an old Excel workbook (.xls).", whatToDo: SAVE_AS_XLSX };
  return notAList("an old Office document");
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const wide = (text: string): readonly number[] => ascii(text).flatMap((code) => [code, 0]);

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
