/** An extract that a colleague changes while the pack is being built is told of, in the outcome and on the pack. */
import type { SimulatedExcel } from "../../simulator";
import { type BuildOutcome, type BuildProgress, buildClinic } from "../../src/excel/buildClinic";
import { NOT_FINISHED } from "../../src/excel/host/marks";
import { BUILT, prepare } from "../reliability/faultTable";
import { sheetNamed, snapshot } from "./workbookSnapshot";

/** Whole builds, on a machine that others may be using. */
jest.setTimeout(120_000);

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await prepare("rebuild with fewer rows");
});

type Happen = (workbook: Excel.Workbook) => void;

/** `happen` comes once all extracts are read, and before anything is written. */
function buildWhile(happen: Happen, onProgress?: (progress: BuildProgress) => void): Promise<BuildOutcome> {
  let comes = true;
  return buildClinic({
    ...BUILT,
    onProgress(progress) {
      onProgress?.(progress);
      if (progress.step !== "calculating" || !comes) return;
      comes = false;
      excel.faults.before(excel.requests.count + 1, () =>
        Excel.run(async (context) => {
          happen(context.workbook);
          await context.sync();
        }),
      );
    },
  });
}

const topOf = async (): Promise<readonly unknown[]> =>
  sheetNamed(await snapshot(), "Clinic Summary")
    .values.slice(0, 2)
    .map((row) => row[0]);

const SAID = /"(.*)" changed while the pack was being built: build again\.$/;

const CHANGES: readonly [what: string, sheet: string, happen: Happen][] = [
  [
    "a date that is typed over",
    "Contacts",
    ({ worksheets }) => void (worksheets.getItem("Contacts").getRange("B2").values = [[45_100]]),
  ],
  [
    "rows that are added below",
    "Referrals",
    ({ worksheets }) => {
      const used = worksheets.getItem("Referrals").getUsedRange();
      used.getLastRow().getOffsetRange(1, 0).getCell(0, 0).values = [["C999999"]];
    },
  ],
  [
    "a row that is deleted",
    "CLA",
    ({ worksheets }) =>
      worksheets.getItem("CLA").getUsedRange(true).getLastRow().getEntireRow().clear("Contents"),
  ],
];

test.each(CHANGES)("%s", async (_what, sheet, happen) => {
  const outcome = await buildWhile(happen);
  expect(outcome).toMatchObject({ state: "complete", changedExtracts: [sheet] });
  const [title, line] = await topOf();
  expect(title).not.toBe(NOT_FINISHED);
  expect(SAID.exec(String(line))?.[1]).toBe(sheet);
  // And the next build, of what stands now, says so no longer.
  expect(await buildClinic(BUILT)).toMatchObject({ state: "complete", changedExtracts: [] });
  expect((await topOf())[1]).not.toMatch(SAID);
});

test("what nobody counts changes nothing: a look, a sheet of the user's own", async () => {
  const outcome = await buildWhile(({ worksheets }) => {
    worksheets.getItem("Contacts").getRange("B5").format.fill.color = "#FFFF00";
    worksheets.add("Notes").getRange("A1").values = [["mine"]];
  });
  expect(outcome).toMatchObject({ state: "complete", changedExtracts: [] });
  expect((await topOf())[1]).not.toMatch(SAID);
});

test("it is said before any title goes in", async () => {
  const cut = buildWhile(
    ({ worksheets }) => void (worksheets.getItem("Contacts").getRange("B2").values = [[45_101]]),
    ({ step, done, of }) => {
      if (step === "writing" && done > 0 && done === of - 1)
        excel.faults.failRequest(excel.requests.count + 1, "InvalidOperation", 16);
    },
  );
  await expect(cut).rejects.toThrow();
  const [title, line] = await topOf();
  expect(title).toBe(NOT_FINISHED);
  expect(line).toMatch(SAID);
});
