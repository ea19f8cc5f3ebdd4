/** What an inspection found, in the pane's words. */
import { PAGES } from "../../pages/pageNames";
import { questionBefore } from "../../excel/buildClinic";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { PackFound, WorkbookFound } from "../ports";
import { listsFound } from "./listsFound";
import { settingsFound } from "./settingsFound";

export function workbookFound(inspection: Inspection): WorkbookFound {
  const { report, cannotBuild, values, pages } = inspection;
  return {
    lists: listsFound(inspection),
    candidateSheets: values.sheets.map(({ name }) => name),
    settings: report === null ? null : settingsFound(inspection, report),
    cannotBuild:
      report !== null
        ? null
        : {
            sentence: cannotBuild ?? "No figure can be made from this workbook yet.",
            whatToDo: "Check the lists and their matches under Extracts.",
            details: "Code CannotBuild.",
          },
    sheetsToWrite: {
      made: pages.filter(({ sheet }) => sheet === null).length,
      rewritten: pages.filter(({ sheet }) => sheet !== null).length,
    },
    findings: (report?.findings ?? []).filter(({ kind }) => kind !== "month"),
    monthQuestion: report === null ? null : questionBefore(report, inspection.lastBuild),
    pack: packFound(inspection),
  };
}

/** Pages that hold the analyst's own tables: a build makes the one that is missing. */
const ANALYSTS: ReadonlySet<string> = new Set(["settings", "setup"]);

/** A pack whose sheets were all deleted is none, whatever the workbook remembers. */
export function packFound({ lastBuild, pages }: Pick<Inspection, "lastBuild" | "pages">): PackFound {
  const written = pages.some(({ page, sheet }) => !ANALYSTS.has(page) && sheet !== null);
  if (lastBuild === null || !written) return { state: "none", month: null, builtAt: null };
  const complete =
    pages.length >= PAGES.length && pages.every(({ page, sheet }) => sheet !== null || ANALYSTS.has(page));
  return {
    state: complete ? lastBuild.state : "incomplete",
    month: lastBuild.month,
    builtAt: lastBuild.builtAt,
  };
}
