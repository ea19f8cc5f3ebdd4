import { buildClinic } from "../../src/excel/buildClinic";
import { onClinicBuilt } from "../../src/excel/buildEvents";
import { goTo } from "../../src/excel/goTo";
import { inspectWorkbook } from "../../src/excel/inspectWorkbook";
import { readPack } from "../../src/excel/readPack";
import { readWorkbook } from "../../src/excel/read/readWorkbook";
import { addTeam, mapTeam, setOption, setTarget } from "../../src/excel/saveSettings";
import { saveChoices } from "../../src/excel/host/choices";
import { readSample } from "../support/readSample";
import { sampleInExcel } from "./sampleInExcel";
import { sheetNamed, snapshot, type WorkbookSnapshot } from "./workbookSnapshot";

/** Whole builds, on a machine that others may be using. */
jest.setTimeout(120_000);

/** 14 August 2023 */
const TODAY = 45_152;
const BUILT = { today: TODAY, now: TODAY + 0.5 };

const isExtract = (name: string) => !name.startsWith("Clinic ");

function extractsOf(workbook: WorkbookSnapshot) {
  return workbook.sheets.filter((sheet) => isExtract(sheet.name));
}

describe("the sample workbook", () => {
  it("is read as it stands", async () => {
    await sampleInExcel();
    expect(await readWorkbook()).toEqual(await readSample());
  });

  it("is built in fourteen requests at the most, its extracts untouched", async () => {
    const excel = await sampleInExcel();
    const before = await snapshot();
    const { count } = excel.requests;
    let heard = 0;
    const stop = onClinicBuilt(() => heard++);
    const outcome = await buildClinic(BUILT);
    stop();
    expect(excel.requests.count - count).toBeLessThanOrEqual(14);
    expect(outcome).toMatchObject({ state: "complete", report: { month: "2023-07" } });
    expect(heard).toBe(1);
    const after = await snapshot();
    expect(extractsOf(after)).toEqual(extractsOf(before));
    expect(after.sheets.map((sheet) => sheet.name).filter((name) => !isExtract(name))).toEqual(
      outcome.sheetsWritten,
    );
  });

  it("gives the same workbook when it is built again, and says when it was built", async () => {
    await sampleInExcel();
    const found = await inspectWorkbook({ today: TODAY });
    expect(found).toMatchObject({ cannotBuild: null, lastBuild: null });
    expect(found.pages.find(({ page }) => page === "cin")?.sheet).toBeNull();
    await buildClinic(BUILT);
    const first = await snapshot();
    await buildClinic(BUILT);
    expect(await snapshot()).toEqual(first);
    const after = await inspectWorkbook({ today: TODAY });
    expect(after.lastBuild).toMatchObject({
      state: "complete",
      month: "2023-07",
      builtAt: BUILT.now,
      monthOfExtracts: "2023-07",
    });
    expect(after.pages.map(({ name, sheet }) => sheet === name)).not.toContain(false);
    expect(after.recognition.lists.length).toBe(found.recognition.lists.length);
  });

  it("keeps the analyst's choices, settings and names of teams", async () => {
    await sampleInExcel();
    await saveChoices({ contacts: [] });
    await setOption("Reporting month", "June 2023");
    await setTarget("cp-visits-10wd", "Target", 12);
    const { values, entered } = await inspectWorkbook({ today: TODAY });
    expect(values.choices).toEqual({ contacts: [] });
    expect(entered.options.month).toBe("2023-06");
    expect(entered.targets.get("cp-visits-10wd")?.target).toBe(12);
    await mapTeam("A new spelling", entered.teams[0]!.name);
    await addTeam("A new team", { Service: "BIT", Locality: "North" });
    const after = await inspectWorkbook({ today: TODAY });
    expect(after.entered.teams[0]?.otherNames).toContain("A new spelling");
    expect(after.entered.teams.at(-1)).toMatchObject({
      name: "A new team",
      service: "BIT",
      locality: "North",
      inClinicTables: true,
    });
  });

  it("has Clinic Settings made where a setting is saved before there is one", async () => {
    await sampleInExcel();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Clinic Settings").delete();
      await context.sync();
    });
    await setOption("Council name", "Anytown");
    const { entered, pages } = await inspectWorkbook({ today: TODAY });
    expect(entered.options.councilName).toBe("Anytown");
    expect(entered.teams.length).toBeGreaterThan(5);
    expect(pages.filter(({ sheet }) => sheet !== null).map(({ page }) => page)).toEqual([
      "settings",
      "setup",
    ]);
  });

  it("goes to a cell, and says so when the sheet is gone", async () => {
    await sampleInExcel();
    await goTo("CIN Plans", "B7");
    await Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      expect(selected.address).toBe("'CIN Plans'!B7");
    });
    await expect(goTo("No such sheet", "A1")).rejects.toThrow(/no sheet "No such sheet"/);
  });

  it("leaves the last pack alone when it is cancelled before writing", async () => {
    await sampleInExcel();
    const before = await snapshot();
    const controller = new AbortController();
    const outcome = await buildClinic({
      ...BUILT,
      signal: controller.signal,
      onProgress: ({ step }) => step === "calculating" && controller.abort(),
    });
    expect(outcome.state).toBe("cancelled-before-writing");
    expect(await snapshot()).toEqual(before);
  });

  it("ends with the cursor at A1 of the Summary, and hands its figures to worksheet functions", async () => {
    await sampleInExcel();
    await expect(readPack(["allocations"])).resolves.toBeNull();
    await buildClinic(BUILT);
    await Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      expect(selected.address).toBe("'Clinic Summary'!A1");
    });
    expect(sheetNamed(await snapshot(), "Clinic Summary").values[0]?.[0]).toMatch(/^Assurance Clinic/);
    const pack = await readPack(["allocations"]);
    expect(pack?.month).toBe("2023-07");
    expect(pack?.values.sheets.map(({ name }) => name)).toEqual(["Allocations"]);
    expect(pack?.values.history?.rows[0]?.[0]).toBe("2023-07");
  });
});
