/** The settings tables offer the words that their columns take, down to the last row, after the first build and later ones. */
import { readWorkbook } from "../../../src/excel/read/readWorkbook";
import { buildClinic } from "../../../src/excel/buildClinic";
import { addTeam } from "../../../src/excel/saveSettings";
import { ANALYST_TABLES } from "../../../src/clinic/settings/settingsTables";
import { BUILT, prepare } from "../../reliability/faultTable";

/** Whole builds, on a machine that others may be using. */
jest.setTimeout(120_000);

/** "ClinicTargets, Unit": the words offered. */
async function offered(): Promise<Readonly<Record<string, string>>> {
  const tables = (await readWorkbook()).settings.filter(({ name }) => name in ANALYST_TABLES);
  return Excel.run(async (context) => {
    const asked = tables.flatMap(({ name, headings }) =>
      headings.map((heading, at) => {
        const body = context.workbook.tables.getItem(name).getDataBodyRange().getColumn(at);
        body.dataValidation.load("type,rule");
        return { column: `${name}, ${heading}`, body };
      }),
    );
    await context.sync();
    return Object.fromEntries(
      asked.flatMap(({ column, body }) => {
        const { type, rule } = body.dataValidation;
        // Another type where the rows of a column do not all have the same.
        return type === "None" ? [] : [[column, type === "List" ? String(rule.list?.source) : type]];
      }),
    );
  });
}

const YES_NO = "Yes,No";
const WORDS = {
  "ClinicTargets, Better when": "higher,lower,near",
  "ClinicTargets, Unit": "days,working days",
  "ClinicTargets, Not yet due": "in time,excluded",
  "ClinicTargets, Teams": "clinic,all",
  "ClinicTargets, Show": YES_NO,
  "ClinicTeams, In clinic tables": YES_NO,
  "ClinicServices, Caseloads": "one table,by locality,none",
  "ClinicServices, Disabled children": YES_NO,
  "ClinicMeasures, Each": "row,child,child and date",
  "ClinicMeasures, Chart": YES_NO,
};

test("a first build gives them, and a later one gives them to rows that were added", async () => {
  await prepare("first build");
  await buildClinic(BUILT);
  const first = await offered();
  expect(first).toMatchObject(WORDS);
  expect(first["ClinicTeams, Service"]?.split(",")).toEqual(expect.arrayContaining(["Other"]));
  await addTeam("A new team", { Service: "BIT" });
  await buildClinic(BUILT);
  expect(await offered()).toEqual(first);
});
