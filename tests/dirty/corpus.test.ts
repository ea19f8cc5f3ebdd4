/** Every dirty workbook, written as a real file and read back: just the figures it should give, just its issues. */
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { serialOf } from "../../src/clinic/calendar/serials";
import type { ClinicReport } from "../../src/clinic/report";
import { makeWorkbook } from "../support/makeWorkbook";
import { readThroughExcel } from "../support/readThroughExcel";
import {
  CLEAN_CASELOADS,
  CLEAN_FIGURES,
  CLEAN_OUT_OF_TIME,
  cleanExtracts,
  sheetsToMake,
  type DirtyCase,
} from "./baseline";
import { CORPUS } from "./corpus";
import { caseloadsIn, figuresIn, issuesIn, outOfTimeIn, standingIn } from "./outcome";

const TODAY = serialOf(2023, 8, 1);

async function built(dirty: DirtyCase): Promise<ClinicReport> {
  const extracts = cleanExtracts();
  dirty.change(extracts);
  const bytes = await makeWorkbook(sheetsToMake(extracts), { date1904: dirty.date1904 });
  return calculateClinic(
    await readThroughExcel(bytes, { choices: dirty.choices, marks: extracts.marks }),
    TODAY,
  );
}

test("the clean workbook gives its figures and no issue", async () => {
  const report = await built({ name: "clean", change: () => undefined, issues: [] });
  expect(figuresIn(report)).toEqual(CLEAN_FIGURES);
  expect(caseloadsIn(report)).toEqual(CLEAN_CASELOADS);
  expect(outOfTimeIn(report)).toEqual(CLEAN_OUT_OF_TIME);
  expect(issuesIn(report)).toEqual([]);
});

test.each(CORPUS.map((dirty) => [dirty.name, dirty] as const))("%s", async (_, dirty) => {
  const report = await built(dirty);
  expect(figuresIn(report)).toEqual({ ...CLEAN_FIGURES, ...dirty.figures });
  if (dirty.caseloads !== undefined)
    expect(caseloadsIn(report)).toEqual(dirty.caseloads && { ...CLEAN_CASELOADS, ...dirty.caseloads });
  if (dirty.outOfTime) expect(outOfTimeIn(report)).toEqual(dirty.outOfTime);
  for (const [id, standing] of Object.entries(dirty.standing ?? {}))
    expect(`${id}: ${standingIn(report, id)}`).toBe(`${id}: ${standing}`);
  expect(issuesIn(report)).toEqual([...dirty.issues].sort());
});

test("no two cases have one name", () => {
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
});
