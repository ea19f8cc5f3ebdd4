/**
 * A file that was read, in pieces to be handed from one thread to another: a copy of it all would hold the pane up for as
 * long as its rows are many.
 */
import type { CellValue } from "../clinic/cells/worksheet";
import type { FileOutcome, FileRead, SheetOfFile } from "./fileSheets";

export type FilePiece =
  | { readonly piece: "rows"; readonly sheet: number; readonly rows: readonly (readonly CellValue[])[] }
  /** The last: the file, its sheets without their rows. */
  | { readonly piece: "file"; readonly outcome: FileOutcome };

/** About so many cells take a few milliseconds to copy. */
const CELLS_A_PIECE = 20_000;

export function* piecesOf(outcome: FileOutcome): Generator<FilePiece> {
  if (outcome.refused) {
    yield { piece: "file", outcome };
    return;
  }
  for (const [sheet, { rows }] of outcome.sheets.entries()) {
    const height = Math.max(1, Math.floor(CELLS_A_PIECE / Math.max(1, rows[0]?.length ?? 1)));
    for (let from = 0; from < rows.length; from += height)
      yield { piece: "rows", sheet, rows: rows.slice(from, from + height) };
  }
  yield { piece: "file", outcome: withRows(outcome, () => []) };
}

/** Takes the pieces in their order; gives the file with the last one, and null before. */
export function gatherPieces(): (piece: FilePiece) => FileOutcome | null {
  const rows = new Map<number, (readonly CellValue[])[]>();
  return (piece) => {
    if (piece.piece === "file")
      return piece.outcome.refused
        ? piece.outcome
        : withRows(piece.outcome, (sheet) => rows.get(sheet) ?? []);
    const met = rows.get(piece.sheet) ?? [];
    for (const row of piece.rows) met.push(row);
    rows.set(piece.sheet, met);
    return null;
  };
}

function withRows(file: FileRead, rowsOf: (sheet: number) => SheetOfFile["rows"]): FileRead {
  return { ...file, sheets: file.sheets.map((sheet, place) => ({ ...sheet, rows: rowsOf(place) })) };
}
