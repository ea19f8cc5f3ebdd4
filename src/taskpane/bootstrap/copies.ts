/** Files for managers: made by a part of the add-in that loads on first use, from the workbook as it is now. */
import type { Inspection } from "../../excel/inspectWorkbook";
import { clockNow } from "../../excel/buildClinic";
import { teamsWithLists } from "../../files/teamsWithLists";
import { openInNewWindow } from "../../excel/openInNewWindow";
import type { ChosenFile, CopiesFound, CopyFile, CopyWish, Problem } from "../ports";
import { keepForSlides, keptTemplate } from "./templateStore";

const files = () => import(/* webpackChunkName: "files" */ "../../files/copies");

/** null = no figures to make a copy of. */
export async function copiesFound({ report }: Inspection): Promise<CopiesFound | null> {
  if (report === null) return null;
  const { copiesFor, smallNumbersInCopies } = report.settings;
  return {
    audience: copiesFor,
    suppressed: smallNumbersInCopies === "suppressed",
    teams: teamsWithLists(report),
    // In Excel on the Mac a pane cannot download (office-js #3385, #6468).
    canDownload: Office.context.platform !== Office.PlatformType.Mac,
    template: (await keptTemplate())?.name ?? null,
  };
}

export async function makeCopy(inspection: Inspection, wish: CopyWish): Promise<CopyFile> {
  const report = reportOf(inspection);
  const { copyFile, slidesFile, teamListFile } = await files();
  switch (wish.kind) {
    case "managers":
      return copyFile(report, wish, clockNow());
    case "slides": {
      const template = await keptTemplate();
      return unlessRefused(
        () => slidesFile(report, wish, clockNow(), template?.bytes ?? null),
        "Choose another template, or remove yours to use the pack’s own look.",
      );
    }
    case "team-lists":
      return teamListFile(report, wish.teams);
  }
}

export const openCopy = ({ bytes }: CopyFile): Promise<void> => openInNewWindow(bytes);

/** Keeps it only when slides can be made with it. */
export async function keepTemplate(file: ChosenFile | null): Promise<void> {
  if (file === null) return kept(keepForSlides(null));
  const { checkTemplate } = await files();
  const bytes = await file.bytes();
  await unlessRefused(() => checkTemplate(bytes), "The slides keep the look that they have.");
  await kept(keepForSlides({ name: file.name, bytes }));
}

/** A refusal's own words are plain: they are the problem's sentence. */
async function unlessRefused<Result>(work: () => Result, whatToDo: string): Promise<Result> {
  const { TemplateRefused } = await files();
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TemplateRefused)) throw error;
    const problem: Problem = { sentence: error.message, whatToDo, details: "Code TemplateRefused." };
    throw problem;
  }
}

async function kept(change: Promise<void>): Promise<void> {
  try {
    await change;
  } catch (error) {
    const problem: Problem = {
      sentence: "The template could not be kept on this machine.",
      whatToDo:
        "The slides keep the look that they have. If it happens again, the browser behind Excel may be set to keep no data for add-ins: ask your IT team.",
      details: `Browser storage: ${error instanceof Error ? error.name : "unknown"}.`,
    };
    throw problem;
  }
}

function reportOf({ report }: Inspection) {
  if (report !== null) return report;
  const problem: Problem = {
    sentence: "There are no figures to make a copy of.",
    whatToDo: "Check the extracts and their matches in the first step, then try again.",
    details: "No report.",
  };
  throw problem;
}
