/** Excel answers no request while it works out cells, and calls our functions in just that time. */
import { serialOf } from "../../src/clinic/calendar/serials";
import { buildClinic } from "../../src/excel/buildClinic";
import type * as Functions from "../../src/functions/functions";
import { sampleInExcel } from "../excel/sampleInExcel";
import { startExcelClient } from "./excelClient";

const TODAY = serialOf(2023, 8, 14);
const left = null as unknown as unknown[][]; // an argument left out, as Excel hands it over

let functions: typeof Functions;
let excel: Awaited<ReturnType<typeof sampleInExcel>>;

beforeAll(async () => {
  startExcelClient();
  excel = await sampleInExcel();
  await buildClinic({ today: TODAY, now: TODAY + 0.5 });
  functions = await import("../../src/functions/functions");
});
afterEach(() => excel.faults.clear());

/** Excel works until it has refused a request of ours. */
function calculateUntilRefused(): void {
  excel.faults.calculating(true);
  excel.faults.before(excel.requests.count + 2, () => excel.faults.calculating(false));
}

it("a date function called then answers when Excel has finished, and asks Excel no second time", async () => {
  calculateUntilRefused();
  const before = excel.requests.count;
  const asked = functions.dueDate([[serialOf(2023, 7, 3)]], [[20]], left);
  expect(excel.requests.count).toBe(before);
  expect(await asked).toEqual([[serialOf(2023, 7, 31)]]);
  expect(excel.requests.count).toBe(before + 2); // one refused, one answered
  await functions.monthEnd([[serialOf(2023, 7, 3)]], left);
  expect(excel.requests.count).toBe(before + 2);
});

it("a cell of figures called then fills itself when Excel has finished", async () => {
  calculateUntilRefused();
  const before = excel.requests.count;
  const shown = await new Promise<unknown>((resolve) => {
    const cell = { setResult: resolve, onCanceled: undefined };
    functions.value([["contacts"]], left, left, left, cell);
    expect(excel.requests.count).toBe(before);
  });
  expect(shown).toEqual([[expect.any(Number)]]);
});
