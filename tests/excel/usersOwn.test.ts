/** What the user made and the pack must not take: names and tables that bear our names (SPEC §5). */
import { newWorkbook } from "../../simulator";
import { writePlan } from "../../src/excel/writePlan";
import { sheetPlan, tablePlan, workbookPlan } from "./plans";
import { snapshot } from "./workbookSnapshot";

jest.setTimeout(120_000);

const PLAN = workbookPlan(
  [sheetPlan("cin", "Clinic CIN", [tablePlan("Clinic_a", 0, [["Team 1", 10, 1]])])],
  [{ name: "Clinic_target_a", formula: "=IFERROR(1/0,90)", comment: "" }],
);

async function inUsersSheet(make: (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2:C3").values = [
      ["Cost", "Hours"],
      [5, 6],
    ];
    make(sheet, context.workbook);
    await context.sync();
  });
}

beforeEach(() => {
  newWorkbook().install();
});

test.each<[string, (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void]>([
  ["name that we give a setting", (sheet, { names }) => names.add("clinic_TARGET_a", sheet.getRange("B3"))],
  ["constant of that name before the first build", (_, { names }) => names.add("Clinic_target_a", "=60")],
  ["name that is one of our tables'", (sheet, { names }) => names.add("Clinic_a", sheet.getRange("B3"))],
  ["table with one of our names", (sheet) => void (sheet.tables.add("B2:C3", true).name = "Clinic_target_a")],
])("a %s is refused by name and left as it is", async (_, make) => {
  await inUsersSheet(make);
  const before = await snapshot();
  await expect(writePlan(PLAN)).rejects.toMatchObject({
    name: "ClinicError",
    message: expect.stringMatching(/of yours called "Clinic_/),
  });
  expect(await snapshot()).toEqual(before);
});

test("our own names are taken for ours in every later build, with the settings' columns or without", async () => {
  await writePlan(PLAN);
  await writePlan({ ...PLAN, names: [{ name: "Clinic_target_a", formula: '="-"', comment: "" }] });
  await writePlan(PLAN);
  expect((await snapshot()).names).toEqual([["Clinic_target_a", "=IFERROR(1/0,90)"]]);
});

test("a name of ours that the user has since pointed elsewhere is the user's", async () => {
  await writePlan(PLAN);
  await inUsersSheet((_, { names }) => (names.getItem("Clinic_target_a").formula = "=Sheet1!$B$3"));
  await expect(writePlan(PLAN)).rejects.toThrow(/called "Clinic_target_a"/);
});
