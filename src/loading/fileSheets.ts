/** A file as it was read: the same shapes whatever it was, so that nothing after it knows of files. */
import type { SheetValues } from "../clinic/cells/worksheet";

/** One sheet of a workbook, or a CSV file as the one sheet that it is. All rows are of one length. */
export interface SheetOfFile extends SheetValues {
  /** Zero-based columns whose cells the file shows as dates. */
  readonly dateColumns: ReadonlySet<number>;
  /** A CSV file: every cell is text as it was written. */
  readonly isText: boolean;
}

export interface FileRead {
  readonly file: string;
  /** Without those that hold nothing. */
  readonly sheets: readonly SheetOfFile[];
  /** The file counts days from 1904. */
  readonly date1904: boolean;
  readonly refused: null;
}

/** Neither sentence quotes what is in the file. */
export interface Refusal {
  /** What is wrong, in one plain sentence. */
  readonly why: string;
  readonly whatToDo: string;
}

export interface FileRefused {
  readonly file: string;
  readonly refused: Refusal;
}

export type FileOutcome = FileRead | FileRefused;

export interface FileToRead {
  /** Its name without folders: "Contacts August.csv". */
  readonly name: string;
  readonly bytes: Uint8Array;
}
