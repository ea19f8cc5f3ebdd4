/** The pane's workbook as Excel holds it: what `src/excel` finds and writes, in the pane's own words. */
import { listSpec } from "../../clinic/lists/lists";
import { CannotBuild } from "../../clinic/cannotBuild";
import { pastFiguresSheet } from "../../clinic/past/pastFiguresSheet";
import { buildClinic } from "../../excel/buildClinic";
import { saveChoices } from "../../excel/host/choices";
import { findClinicFormulas } from "../../excel/sharing/clinicFormulas";
import { goTo } from "../../excel/goTo";
import { goToTable } from "../../excel/goToTable";
import { tidyAtStart } from "../../excel/load/tidyAtStart";
import { insertPastFigures, insertSample } from "../../excel/insertSample";
import { saveMeasure } from "../../excel/saveMeasure";
import { saveSettings } from "../../excel/saveSettings";
import { matchColumns, matchWords } from "../../excel/saveSetup";
import { inspectWorkbook, type Inspection } from "../../excel/inspectWorkbook";
import { filtersCleared, toldAfterBuild } from "../../excel/toldAfterwards";
import { onProblemForPane, onStepForPane } from "../../excel/paneMessage";
import { replaceClinicFormulas } from "../../excel/sharing/replaceClinicFormulas";
import { savedPaneStep, savePaneStep } from "../../excel/paneStep";
import { watchWorkbook } from "../../excel/watchWorkbook";
import type { ClinicWorkbook, Place, Problem } from "../ports";
import { STEPS } from "../wording/steps";
import { changeSetting } from "./changeSetting";
import { columnsToMatch } from "./columnsToMatch";
import { copiesFound, keepTemplate, makeCopy, openCopy } from "./copies";
import { indicatorsFound, previewIndicator } from "./ownIndicators";
import { placeOfFigure, placeOfRow, type TablePlace } from "./places";
import { resultsOf } from "./results";
import { sampleExtracts } from "./sampleExtracts";
import { wordsOfList } from "./wordsOfList";
import { workbookFound } from "./workbookFound";

export function excelWorkbook(): ClinicWorkbook {
  let last: Inspection | null = null;
  const inspect = async (): Promise<Inspection> => (last = await inspectWorkbook());
  return {
    inspect: () =>
      plainly(async () => {
        const isFirst = last === null;
        const found = await inspect();
        if (isFirst && found.loadLeftBehind) await tidyAtStart();
        return workbookFound(found);
      }),
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
    columnsToMatch: (sheet, list) =>
      plainly(async () => columnsToMatch(last ?? (await inspect()), sheet, list)),
    matchColumns: (matched) =>
      plainly(async () => {
        const saved = await matchColumns(matched);
        // A choice of other sheets, or of none, would overrule what has just been matched.
        const { [matched.list]: chosen, ...others } = (last ?? (await inspect())).values.choices;
        if (chosen !== undefined && !chosen.includes(matched.sheet)) await saveChoices(others);
        return filtersCleared(saved.filtersCleared);
      }),
    wordsToMatch: (list) => plainly(async () => wordsOfList(last ?? (await inspect()), list)),
    matchWords: (words) => plainly(async () => filtersCleared((await matchWords(words)).filtersCleared)),
    changeSetting: (change) =>
      plainly(async () => filtersCleared((await changeSetting(change)).filtersCleared)),
    indicators: () => plainly(async () => indicatorsFound(last ?? (await inspect()))),
    previewIndicator: (draft, signal) =>
      plainly(async () => previewIndicator(last ?? (await inspect()), draft, signal)),
    saveIndicator: (draft) => plainly(async () => filtersCleared((await saveMeasure(draft)).filtersCleared)),
    build: ({ replaceMonth, anyway }, onProgress, signal) =>
      plainly(async () => {
        const outcome = await buildClinic({
          replaceMonth: replaceMonth ? "yes" : "ask",
          buildAnyway: anyway,
          onProgress,
          signal,
        });
        switch (outcome.state) {
          case "month-to-confirm":
            return { state: outcome.state, question: outcome.question };
          case "complete":
            return { state: outcome.state, told: toldAfterBuild(outcome) ?? undefined };
          default:
            return { state: outcome.state };
        }
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
    reviewFiles: async (files) => (await import("./loading")).reviewFiles(files),
    loadFiles: async (plan, onProgress, signal) =>
      (await import("./loading")).loadFiles(plan, onProgress, signal),
    addPastFigures: (shape) =>
      plainly(async () => {
        const { report, cannotBuild } = last ?? (await inspect());
        if (report === null)
          throw new CannotBuild(cannotBuild ?? "No figure can be made from this workbook yet.");
        await insertPastFigures(
          pastFiguresSheet(shape, report.month, report.settings.teams, report.settings.catalogue),
        );
        await goTo(listSpec("past-figures").name, "A1");
      }),
    copies: () => plainly(async () => copiesFound(last ?? (await inspect()))),
    makeCopy: (wish) => plainly(async () => makeCopy(last ?? (await inspect()), wish)),
    openCopy: (file) => plainly(() => openCopy(file)),
    keepTemplate,
    findClinicFormulas,
    replaceClinicFormulas,
    onProblem: onProblemForPane,
    onSentTo: onStepForPane,
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
