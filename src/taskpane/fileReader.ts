/** The worker that reads files, a page of its own beside the pane: one message in, the file in pieces out. */
import { piecesOf } from "../loading/filePieces";
import type { FileToRead } from "../loading/fileSheets";
import { readFile } from "../loading/readFile";

self.addEventListener("message", ({ data }: MessageEvent<FileToRead>) => {
  for (const piece of piecesOf(readFile(data))) self.postMessage(piece);
});
