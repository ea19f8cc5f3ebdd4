/** A workbook read as the add-in reads it: Microsoft's client asks the simulated Excel, a block at a time. */
import { openWorkbook } from "../../simulator";
import type { ListChoices, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { saveChoices } from "../../src/excel/host/choices";
import { BUILD_KEY, lastBuildText } from "../../src/excel/host/lastBuild";
import { MARK_NAME, markOfPage } from "../../src/excel/host/marks";
import { readWorkbook } from "../../src/excel/read/readWorkbook";

export interface Standing {
  /** Kept in the workbook by the analyst. */
  readonly choices?: ListChoices;
  /** Sheets that an earlier build made, with the page of each. */
  readonly marks?: ReadonlyMap<string, string>;
}

/** Puts the client on globalThis, with this workbook behind it. */
export async function readThroughExcel(
  bytes: Uint8Array,
  { choices, marks = new Map() }: Standing = {},
): Promise<WorkbookValues> {
  const excel = await openWorkbook(bytes);
  excel.install();
  await Excel.run(async (context) => {
    // As versions before marked them.
    if (marks.size > 0) {
      const build = lastBuildText({ state: "complete", month: "2023-07", builtAt: 45_150 });
      context.workbook.settings.add(BUILD_KEY, build);
    }
    for (const [sheet, page] of marks)
      context.workbook.worksheets.getItem(sheet).names.add(MARK_NAME, markOfPage(page));
    await context.sync();
  });
  if (choices) await saveChoices(choices);
  return readWorkbook();
}
