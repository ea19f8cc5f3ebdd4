/**
 * The workbook before Office is ready and before its code is loaded: every call waits for both. So the
 * pane's first paint carries neither the calculation nor the code that writes sheets.
 */
import type { ClinicWorkbook, Problem } from "../ports";

export function deferredWorkbook(): ClinicWorkbook {
  let opened: Promise<ClinicWorkbook> | null = null;
  const open = () => (opened ??= openWorkbook());
  return {
    inspect: async () => (await open()).inspect(),
    watch: async (onChange) => (await open()).watch(onChange),
    chooseSheets: async (list, sheets) => (await open()).chooseSheets(list, sheets),
    columnsToMatch: async (sheet, list) => (await open()).columnsToMatch(sheet, list),
    matchColumns: async (matched) => (await open()).matchColumns(matched),
    wordsToMatch: async (list) => (await open()).wordsToMatch(list),
    matchWords: async (words) => (await open()).matchWords(words),
    changeSetting: async (change) => (await open()).changeSetting(change),
    indicators: async () => (await open()).indicators(),
    previewIndicator: async (draft, signal) => (await open()).previewIndicator(draft, signal),
    saveIndicator: async (draft) => (await open()).saveIndicator(draft),
    build: async (wish, onProgress, signal) => (await open()).build(wish, onProgress, signal),
    results: async () => (await open()).results(),
    goTo: async (place) => (await open()).goTo(place),
    addPastFigures: async (shape) => (await open()).addPastFigures(shape),
    insertSample: async () => (await open()).insertSample(),
    reviewFiles: async (files) => (await open()).reviewFiles(files),
    loadFiles: async (plan, onProgress, signal) => (await open()).loadFiles(plan, onProgress, signal),
    findClinicFormulas: async () => (await open()).findClinicFormulas(),
    replaceClinicFormulas: async (found) => (await open()).replaceClinicFormulas(found),
    copies: async () => (await open()).copies(),
    makeCopy: async (wish) => (await open()).makeCopy(wish),
    openCopy: async (file) => (await open()).openCopy(file),
    keepTemplate: async (file) => (await open()).keepTemplate(file),
    onProblem: (hear) => once(open, (workbook) => workbook.onProblem(hear)),
    onSentTo: (hear) => once(open, (workbook) => workbook.onSentTo(hear)),
    savedStep: async () => (await open()).savedStep(),
    saveStep: async (step) => (await open()).saveStep(step),
  };
}

/** Listens once the workbook is open; the result stops it, whether or not that has come about. */
function once(
  open: () => Promise<ClinicWorkbook>,
  listen: (workbook: ClinicWorkbook) => () => void,
): () => void {
  let stopped = false;
  let stop: (() => void) | null = null;
  // A workbook that cannot be opened is told of by whoever asks it for something.
  open().then(
    (workbook) => {
      if (!stopped) stop = listen(workbook);
    },
    () => undefined,
  );
  return () => {
    stopped = true;
    stop?.();
  };
}

async function openWorkbook(): Promise<ClinicWorkbook> {
  const [{ host }, { excelWorkbook }] = await Promise.all([Office.onReady(), import("./excelWorkbook")]);
  if (host !== Office.HostType.Excel) throw notInExcel;
  return excelWorkbook();
}

const notInExcel: Problem = {
  sentence: "This page is the Assurance Clinic add-in, and it works inside Excel only.",
  whatToDo: "Open a workbook in Excel and choose Assurance Clinic on the Home tab.",
  details: "Office.onReady found no Excel host",
};
