/** What a build asks of Excel, in actions: docs/performance.md says what they are made of. */
import { openWorkbook, type SimulatedExcel } from "../../simulator";
import { writingActions } from "../../simulator/host/requestHost";
import { OPTION_NAMES } from "../../src/clinic/settings/readOptions";
import { buildClinic } from "../../src/excel/buildClinic";
import { setOption } from "../../src/excel/saveSettings";

const SAMPLE = "samples/clinic-2023-07.xlsx";
const JULY = { now: 45_139.5, today: 45_139, replaceMonth: "yes", installation: "one" } as const;
/** The same extracts, some hours later. */
const AGAIN = { ...JULY, now: 45_139.75 } as const;

interface Cost {
  readonly requests: number;
  readonly actions: number;
  /** Of the actions, those that change the workbook. */
  readonly writes: number;
  readonly kilobytes: number;
}

async function cost(excel: SimulatedExcel, build: () => Promise<unknown>): Promise<Cost> {
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

async function sample(): Promise<SimulatedExcel> {
  const excel = await openWorkbook(SAMPLE);
  excel.install();
  return excel;
}

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

describe("a first build, and a build of the same extracts", () => {
  let first: Cost;
  let again: Cost;

  beforeAll(async () => {
    const excel = await sample();
    first = await cost(excel, () => buildClinic(JULY));
    await Excel.run(async ({ workbook }) => {
      workbook.styles.getItem("Clinic Heading").fill.color = "#00703C";
      workbook.worksheets.getItem("Clinic Summary").getRange("AZ3").format.fill.color = "#FFE8B3";
      workbook.worksheets.getItem("Clinic Summary").getRange("AZ3").values = [["Ours"]];
    });
    again = await cost(excel, () => buildClinic(AGAIN));
  }, 300_000);

  test("the first keeps what it is down to", () => {
    expect(first.requests).toBeLessThanOrEqual(14);
    expect(first.actions).toBeLessThanOrEqual(4_750);
    expect(first.writes).toBeLessThanOrEqual(2_150);
    expect(first.kilobytes).toBeLessThanOrEqual(1_150);
  });

  test("the second keeps its budget", () => {
    expect(again.requests).toBeLessThanOrEqual(14);
    expect(again.actions).toBeLessThanOrEqual(1_200);
    expect(again.writes).toBeLessThanOrEqual(300);
    expect(again.kilobytes).toBeLessThanOrEqual(200);
  });

  test("a heading style that somebody edited is kept, and headings have it", async () => {
    const heading = await lookOf(({ tables }) =>
      tables.getItem("Clinic_cin_visits_6w").getHeaderRowRange().getCell(0, 0),
    );
    expect(heading).toEqual({ style: "Clinic Heading", fill: "#00703C" });
  });

  test("a format of a manager's beside our tables is kept", async () => {
    const note = await lookOf(({ worksheets }) => worksheets.getItem("Clinic Summary").getRange("AZ3"));
    expect(note.fill).toBe("#FFE8B3");
  });
});

test("next month's build keeps what it is down to", async () => {
  const excel = await sample();
  await buildClinic(JULY);
  await setOption(OPTION_NAMES.month, "2023-06");
  await buildClinic(JULY);
  await setOption(OPTION_NAMES.month, "2023-07");
  const july = await cost(excel, () => buildClinic(AGAIN));
  expect(july.requests).toBeLessThanOrEqual(14);
  // Other teams are on the pages than in June: tables, and what stands below them, move.
  expect(july.actions).toBeLessThanOrEqual(3_400);
  expect(july.writes).toBeLessThanOrEqual(1_200);
}, 300_000);
