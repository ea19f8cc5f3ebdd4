import { newWorkbook } from "../../simulator";
import type { ClinicError } from "../../src/excel/host/clinicError";
import { sampleInExcel } from "../excel/sampleInExcel";
import { sheetNamed, snapshot } from "../excel/workbookSnapshot";

jest.setTimeout(60_000);

/** What the ribbon's function needs of Office; Excel itself is the simulated one. */
function installOffice(): { shown: number } {
  const pane = { shown: 0 };
  const office = globalThis.Office as unknown as Record<string, unknown>;
  Object.assign(globalThis, {
    Office: {
      ...office,
      actions: { associate: (name: string, action: unknown) => associated.set(name, action) },
      addin: {
        showAsTaskpane: () => {
          pane.shown++;
          return Promise.resolve();
        },
      },
    },
  });
  return pane;
}

const associated = new Map<string, unknown>();

describe("the ribbon's button", () => {
  it("is there under its name, and where nothing can be built says so in the pane and completes", async () => {
    newWorkbook().install();
    const pane = installOffice();
    const { buildClinicTables } = await import("../../src/commands/commands");
    const { onProblemForPane } = await import("../../src/excel/paneMessage");
    expect(associated.get("buildClinicTables")).toBeInstanceOf(Function);

    const problems: ClinicError[] = [];
    onProblemForPane((problem) => problems.push(problem));
    let completed = 0;
    await buildClinicTables({ completed: () => completed++ });
    expect(completed).toBe(1);
    expect(pane.shown).toBe(1);
    expect(problems.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/\.$/)]);

    await Excel.run(async (context) => {
      context.workbook.worksheets.load("items/name");
      await context.sync();
      expect(context.workbook.worksheets.items.map(({ name }) => name)).toEqual(["Sheet1"]);
    });
  });

  it("sends the pane to the build step where a published month would be replaced, and writes nothing", async () => {
    await sampleInExcel();
    const pane = installOffice();
    const { buildClinicTables } = await import("../../src/commands/commands");
    const { onStepForPane } = await import("../../src/excel/paneMessage");
    const { setOption } = await import("../../src/excel/saveSettings");
    await setOption("Reporting month", "2023-06");
    await buildClinicTables({ completed: () => undefined });
    expect(pane.shown).toBe(0);
    const before = await snapshot();
    expect(JSON.stringify(sheetNamed(before, "Clinic History").values)).toContain("2023-06");

    await buildClinicTables({ completed: () => undefined });
    expect(pane.shown).toBe(1);
    expect(await snapshot()).toEqual(before);
    const steps: string[] = [];
    onStepForPane((step) => steps.push(step))();
    expect(steps).toEqual(["build"]);
  });
});
