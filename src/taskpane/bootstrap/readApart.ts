/** Reads a chosen file in a worker, so that the pane answers meanwhile; in the pane itself where there can be no worker. */
import { gatherPieces, type FilePiece } from "../../loading/filePieces";
import type { FileOutcome, FileToRead } from "../../loading/fileSheets";

/** Webpack's word for the build: a worker kept by the browser is never that of another release. */
declare const __webpack_hash__: string;

export function readApart(file: FileToRead): Promise<FileOutcome> {
  const worker = startWorker();
  if (!worker) return readHere(file);
  return new Promise((resolve, reject) => {
    const gather = gatherPieces();
    worker.addEventListener("message", ({ data }: MessageEvent<FilePiece>) => {
      const whole = gather(data);
      if (!whole) return;
      worker.terminate();
      resolve(whole);
    });
    // Its script may be out of reach, or its memory too small.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      worker.terminate();
      readHere(file).then(resolve, reject);
    });
    worker.postMessage(file);
  });
}

/** null where the host has no workers, or its policy forbids them. */
function startWorker(): Worker | null {
  if (typeof Worker === "undefined") return null;
  try {
    return new Worker(`fileReader.js?${__webpack_hash__}`);
  } catch {
    return null;
  }
}

async function readHere(file: FileToRead): Promise<FileOutcome> {
  const { readFile } = await import("../../loading/readFile");
  return readFile(file);
}
