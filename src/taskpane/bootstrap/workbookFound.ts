/** What an inspection found, in the pane's words. */
import { PAGES } from "../../pages/pageNames";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { PackFound, SheetToWrite, WorkbookFound } from "../ports";
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
    sheetsToWrite: pages.map(({ page, name, sheet }): SheetToWrite => ({
      name: sheet ?? name,
      change: changeOf(page, sheet !== null),
    })),
    pack: packFound(inspection),
  };
}

function changeOf(page: string, stands: boolean): SheetToWrite["change"] {
  if (!stands) return "new";
  if (page === "settings") return "rows added";
  return page === "history" ? "month replaced" : "rewritten";
}

/** A pack whose sheets were all deleted is none, whatever the workbook remembers. */
export function packFound({ lastBuild, pages }: Pick<Inspection, "lastBuild" | "pages">): PackFound {
  const written = pages.some(({ page, sheet }) => page !== "settings" && sheet !== null);
  if (lastBuild === null || !written) return { state: "none", month: null, builtAt: null };
  const complete = pages.length >= PAGES.length && pages.every(({ sheet }) => sheet !== null);
  return {
    state: complete ? lastBuild.state : "incomplete",
    month: lastBuild.month,
    builtAt: lastBuild.builtAt,
  };
}
