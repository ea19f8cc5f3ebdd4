/** What a build asks of Excel, in actions: docs/performance.md says what they are made of. */
import { openWorkbook, type SimulatedExcel } from "../../simulator";
import { writingActions } from "../../simulator/host/requestHost";
import { buildClinic } from "../../src/excel/buildClinic";

const SAMPLE = "samples/clinic-2023-07.xlsx";
const JULY = { now: 45_139.5, today: 45_139, replaceMonth: "yes", installation: "one" } as const;

let excel: SimulatedExcel;
let first: Cost;
let again: Cost;

interface Cost {
  readonly requests: number;
  readonly actions: number;
  /** Of the actions, those that change the workbook. */
  readonly writes: number;
  readonly kilobytes: number;
}

async function cost(build: () => Promise<unknown>): Promise<Cost> {
  const { count, actions, bytesSent } = excel.requests;
  const writes = writingActions(excel.requests);
  await build();
  const now = excel.requests;
  return {
    requests: now.count - count,
    actions: now.actions - actions,
    writes: writingActions(now) - writes,
    kilobytes: (now.bytesSent - bytesSent) / 1024,
  };
}

beforeAll(async () => {
  excel = await openWorkbook(SAMPLE);
  excel.install();
  first = await cost(() => buildClinic(JULY));
  await Excel.run(async ({ workbook }) => {
    workbook.styles.getItem("Clinic Heading").fill.color = "#00703C";
    workbook.worksheets.getItem("Clinic Summary").getRange("AZ3").format.fill.color = "#FFE8B3";
    workbook.worksheets.getItem("Clinic Summary").getRange("AZ3").values = [["Ours"]];
  });
  again = await cost(() => buildClinic(JULY));
}, 300_000);

test("a first build keeps its budget", () => {
  expect(first.requests).toBeLessThanOrEqual(14);
  expect(first.actions).toBeLessThanOrEqual(5_800);
  expect(first.writes).toBeLessThanOrEqual(2_700);
  expect(first.kilobytes).toBeLessThanOrEqual(2_350);
});

test("a build of the same extracts keeps its budget", () => {
  expect(again.requests).toBeLessThanOrEqual(14);
  expect(again.actions).toBeLessThanOrEqual(1_200);
  expect(again.writes).toBeLessThanOrEqual(300);
  expect(again.kilobytes).toBeLessThanOrEqual(2_350);
});

interface Look {
  readonly style: string;
  readonly fill: string;
}

const lookOf = (cellsIn: (workbook: Excel.Workbook) => Excel.Range): Promise<Look> =>
  Excel.run(async (context) => {
    const range = cellsIn(context.workbook);
    range.load("style,format/fill/color");
    await context.sync();
    return { style: range.style, fill: range.format.fill.color };
  });

test("a heading style that somebody edited is kept by the next build, and headings have it", async () => {
  const heading = await lookOf(({ tables }) =>
    tables.getItem("Clinic_cin_visits_6w").getHeaderRowRange().getCell(0, 0),
  );
  expect(heading).toEqual({ style: "Clinic Heading", fill: "#00703C" });
});

test("a format of a manager's beside our tables is kept", async () => {
  const note = await lookOf(({ worksheets }) => worksheets.getItem("Clinic Summary").getRange("AZ3"));
  expect(note.fill).toBe("#FFE8B3");
});
