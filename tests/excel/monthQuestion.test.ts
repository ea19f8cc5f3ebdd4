/** August's extracts over a pinned July: nothing of July's history changes without a yes (SPEC §5 History). */
import { buildClinic } from "../../src/excel/buildClinic";
import { inspectWorkbook } from "../../src/excel/inspectWorkbook";
import { BUILD_KEY, lastBuildText } from "../../src/excel/host/lastBuild";
import { setOption } from "../../src/excel/saveSettings";
import { excelWorkbook } from "../../src/taskpane/bootstrap/excelWorkbook";
import { sampleInExcel } from "./sampleInExcel";
import { sheetNamed, snapshot } from "./workbookSnapshot";

jest.setTimeout(180_000);

/** 5 September 2023 */
const TODAY = 45_174;
const BUILT = { today: TODAY, now: TODAY + 0.5 };
const AUGUST_RUN_TO = 45_173;

async function julyThenAugustsExtracts(): Promise<void> {
  await sampleInExcel();
  await setOption("Reporting month", "2023-07");
  await buildClinic(BUILT);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Contacts");
    sheet.getUsedRange().getLastRow().getOffsetRange(1, 0).getResizedRange(0, -1).values = [
      ["C900001", AUGUST_RUN_TO],
    ];
    await context.sync();
  });
}

const july = async () =>
  sheetNamed(await snapshot(), "Clinic History").values.filter(([month]) => month === "2023-07");

it("asks, writes nothing, and builds July again only with the yes", async () => {
  await julyThenAugustsExtracts();
  const before = await snapshot();
  const outcome = await buildClinic(BUILT);
  expect(outcome).toMatchObject({
    state: "month-to-confirm",
    question: {
      sentence: "Your extracts run to 4 September 2023, and July 2023 is in the history. Build August 2023?",
    },
    sheetsWritten: [],
  });
  expect(await snapshot()).toEqual(before);
  expect(await buildClinic({ ...BUILT, replaceMonth: "yes" })).toMatchObject({ state: "complete" });
});

it("asks in the pane, and reports August once July is let go", async () => {
  await julyThenAugustsExtracts();
  const workbook = excelWorkbook();
  const found = await workbook.inspect();
  expect(found.monthQuestion).toMatchObject({ month: "2023-07", monthOfExtracts: "2023-08" });
  const history = await july();
  expect(history.length).toBeGreaterThan(50);
  const outcome = await workbook.build(
    { replaceMonth: false, anyway: false },
    () => undefined,
    new AbortController().signal,
  );
  expect(outcome).toMatchObject({ state: "month-to-confirm" });
  expect(await july()).toEqual(history);

  await workbook.changeSetting({ setting: "month", month: null });
  expect(await workbook.inspect()).toMatchObject({ monthQuestion: null, settings: { month: "2023-08" } });
  await buildClinic(BUILT);
  expect(await july()).toEqual(history);
});

it("does not ask again when an interrupted build of the same extracts is tried again", async () => {
  await julyThenAugustsExtracts();
  const interrupt = (monthOfExtracts: string) =>
    Excel.run(async (context) => {
      const text = lastBuildText({
        state: "incomplete",
        month: "2023-07",
        builtAt: BUILT.now,
        monthOfExtracts,
      });
      context.workbook.settings.add(BUILD_KEY, text);
      await context.sync();
    });
  await interrupt("2023-07");
  expect(await buildClinic(BUILT)).toMatchObject({ state: "month-to-confirm" });
  await interrupt("2023-08");
  expect((await inspectWorkbook({ today: TODAY })).report?.monthQuestion).not.toBeNull();
  expect(await buildClinic(BUILT)).toMatchObject({ state: "complete" });
});
