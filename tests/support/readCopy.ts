/** A copy read back by a library that had no hand in writing it. */
import { strFromU8, unzipSync } from "fflate";
import { read, utils, type WorkBook } from "@e965/xlsx";

export type Shown = string | number | null;

export interface CopyRead {
  readonly book: WorkBook;
  readonly rows: (sheet: string) => readonly (readonly Shown[])[];
  /** The rows under a title and, below it, its first heading, down to the first blank cell of that column. */
  readonly under: (title: string, heading: string) => readonly (readonly Shown[])[];
}

export function readCopy(bytes: Uint8Array): CopyRead {
  const book = read(bytes, { type: "array", cellFormula: true });
  const rows = (sheet: string): readonly (readonly Shown[])[] => {
    const found = book.Sheets[sheet];
    if (!found) throw new Error(`No sheet ${sheet}`);
    return utils.sheet_to_json<Shown[]>(found, { header: 1, raw: true, defval: null, blankrows: true });
  };
  return {
    book,
    rows,
    under(title, heading) {
      const found = book.SheetNames.flatMap((sheet) => {
        const all = rows(sheet);
        return all.flatMap((row, top) =>
          row.flatMap((cell, left) =>
            cell === title && all[top + 1]?.[left] === heading ? [{ all, top, left }] : [],
          ),
        );
      });
      const [place] = found;
      if (!place || found.length > 1) throw new Error(`${found.length} tables are called ${title}`);
      const { all, top, left } = place;
      const headings = all[top + 1]!.slice(left);
      const width = headings.indexOf(null) < 0 ? headings.length : headings.indexOf(null);
      const lines: (readonly Shown[])[] = [];
      for (let row = top + 2; (all[row]?.[left] ?? null) !== null; row++)
        lines.push(all[row]!.slice(left, left + width));
      return lines;
    },
  };
}

/** Every part as text, the workbooks inside it too: "xl/embeddings/book.xlsx!xl/sharedStrings.xml". */
export function partsAsText(bytes: Uint8Array): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (/\.(xlsx|xlsm|zip)$/.test(name)) {
      for (const [inner, text] of partsAsText(part)) texts.set(`${name}!${inner}`, text);
    } else texts.set(name, strFromU8(part));
  }
  return texts;
}
