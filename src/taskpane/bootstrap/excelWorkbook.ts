/** The pane's workbook as Excel holds it: what `src/excel` finds and writes, in the pane's own words. */
import { CannotBuild } from "../../clinic/cannotBuild";
import { buildClinic } from "../../excel/buildClinic";
import { saveChoices } from "../../excel/choices";
import { findClinicFormulas } from "../../excel/clinicFormulas";
import { goTo } from "../../excel/goTo";
import { goToTable } from "../../excel/goToTable";
import { insertSample } from "../../excel/insertSample";
import { saveSettings } from "../../excel/saveSettings";
import { inspectWorkbook, type Inspection } from "../../excel/inspectWorkbook";
import { onProblemForPane } from "../../excel/paneMessage";
import { replaceClinicFormulas } from "../../excel/replaceClinicFormulas";
import { savedPaneStep, savePaneStep } from "../../excel/paneStep";
import { watchWorkbook } from "../../excel/watchWorkbook";
import type { ClinicWorkbook, Place, Problem } from "../ports";
import { STEPS } from "../wording/steps";
import { changeSetting } from "./changeSetting";
import { placeOfFigure, placeOfRow, type TablePlace } from "./places";
import { resultsOf } from "./results";
import { sampleExtracts } from "./sampleExtracts";
import { workbookFound } from "./workbookFound";

export function excelWorkbook(): ClinicWorkbook {
  let last: Inspection | null = null;
  const inspect = async (): Promise<Inspection> => (last = await inspectWorkbook());
  return {
    inspect: () => plainly(async () => workbookFound(await inspect())),
    watch: (onChange) =>
      plainly(async () => {
        const stop = await watchWorkbook(onChange);
        return () => void stop().catch(() => undefined);
      }),
    chooseSheets: (list, sheets) =>
      plainly(async () => {
        const { [list]: _, ...others } = (last ?? (await inspect())).values.choices;
        await saveChoices(sheets === null ? others : { ...others, [list]: sheets });
      }),
    changeSetting: (change) => plainly(() => changeSetting(change)),
    build: (onProgress, signal) =>
      plainly(async () => {
        const outcome = await buildClinic({ onProgress, signal });
        return { state: outcome.state };
      }),
    results: () => plainly(async () => resultsOf(last ?? (await inspect()))),
    goTo: (place) => plainly(() => show(place, last)),
    insertSample: () =>
      plainly(async () => {
        const { sheets, settings } = await sampleExtracts();
        await insertSample(sheets);
        await saveSettings(settings);
        const [first] = sheets;
        if (first) await goTo(first.name, "A1");
      }),
    findClinicFormulas,
    replaceClinicFormulas,
    onProblem: onProblemForPane,
    savedStep: () =>
      plainly(async () => {
        const kept = await savedPaneStep();
        return STEPS.find(({ id }) => id === kept)?.id ?? null;
      }),
    saveStep: (step) => plainly(() => savePaneStep(step)),
  };

  function show(place: Place, inspection: Inspection | null): Promise<void> {
    switch (place.kind) {
      case "cell":
        return goTo(place.sheet, place.cell);
      case "page": {
        const page = inspection?.pages.find((each) => each.page === place.page);
        return goTo(page?.sheet ?? page?.name ?? place.page, "A1");
      }
      case "row":
        return goToPlace(placeOfRow(place.id, place.row));
      case "figure":
        return goToPlace(placeOfFigure(place.id));
    }
  }
}

const goToPlace = ({ table, line }: TablePlace): Promise<void> => goToTable(table, line);

/** ClinicErrors are problems as they are; that no figure can be made is one to the analyst too. */
async function plainly<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error;
    const problem: Problem = {
      sentence: error.message,
      whatToDo: "Check the extracts and their matches in the first step, then try again.",
      details: "Code CannotBuild.",
    };
    throw problem;
  }
}
