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
    changeSetting: async (change) => (await open()).changeSetting(change),
    build: async (onProgress, signal) => (await open()).build(onProgress, signal),
    results: async () => (await open()).results(),
    goTo: async (place) => (await open()).goTo(place),
    insertSample: async () => (await open()).insertSample(),
    findClinicFormulas: async () => (await open()).findClinicFormulas(),
    replaceClinicFormulas: async (found) => (await open()).replaceClinicFormulas(found),
    onProblem(hear) {
      let stopped = false;
      let stop: (() => void) | null = null;
      // A workbook that cannot be opened is told of by whoever asks it for something.
      const opening = open().then((workbook) => {
        if (!stopped) stop = workbook.onProblem(hear);
      });
      opening.catch(() => undefined);
      return () => {
        stopped = true;
        stop?.();
      };
    },
    savedStep: async () => (await open()).savedStep(),
    saveStep: async (step) => (await open()).saveStep(step),
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
