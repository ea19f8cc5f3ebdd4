/** Native links between our pages. */
import { cellsAt } from "../host/ranges";
import type { LinkPlan } from "../../pages/plan";
import { CALL_BYTES, type SheetJob } from "../host/requests";

export function linkJobs(links: readonly LinkPlan[]): SheetJob[] {
  return links.map((link) => ({
    bytes: 3 * CALL_BYTES + link.text.length + link.tip.length,
    write(sheet) {
      cellsAt(sheet, link.row, link.column, 1, 1).hyperlink = {
        documentReference: `'${link.sheet.replaceAll("'", "''")}'!${link.cell}`,
        textToDisplay: link.text,
        screenTip: link.tip,
      };
    },
  }));
}
