/** The preview of an indicator of the council's own: the build's figure, and rows with the reason why they count or do not. */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import type { MeasureDraft } from "../../../../src/clinic/calculate/preview/measureDraft";
import {
  previewInSteps,
  type MeasurePreview,
  type PreviewFigures,
} from "../../../../src/clinic/calculate/preview/previewMeasure";
import type { WorkbookValues } from "../../../../src/clinic/cells/worksheet";
import { day } from "../../../support/madeList";
import { LAST, TWINS, withTwins } from "../../../support/ownTwins";
import { readSample } from "../../../support/readSample";
import { draftOf, TEN, workbookOfTen } from "../../../support/tenOfCouncils";

const TODAY = day("2023-08-14");

function preview(draft: MeasureDraft, values: WorkbookValues = workbookOfTen(() => false)): MeasurePreview {
  const steps = previewInSteps(values, draft, TODAY);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function figuresOf(draft: MeasureDraft, values?: WorkbookValues): PreviewFigures {
  const { figures, faults, reason } = preview(draft, values);
  if (!figures) throw new Error(`No figures: ${reason ?? ""} ${JSON.stringify(faults)}`);
  return figures;
}

/** "A: because", in the order shown. */
const said = (rows: PreviewFigures["rows"]["counted"]): string[] =>
  rows.map(({ child, because }) => `${child}: ${because}`);

test.each(Object.entries(TEN))("%s comes to what is worked by hand before it is saved", (id, { byHand }) => {
  const { total, teams, month } = figuresOf(draftOf(id));
  expect(month).toBe("2023-07");
  const [numerator, denominator] = typeof byHand === "number" ? [byHand, null] : byHand;
  expect(total).toMatchObject({ numerator, denominator });
  expect(teams).toEqual([expect.objectContaining({ team: "Alder", numerator, denominator })]);
});

test("the twelve built-in tables as drafts are the tables of the build, team by team", async () => {
  const values = await readSample();
  const built = calculateClinic(withTwins(values), 45_152);
  for (const [id, entries, target] of TWINS) {
    const draft = draftOf("re-referrals-12m");
    const blank = Object.fromEntries(Object.keys(draft.entries).map((column) => [column, ""]));
    const row = { ID: `my-${id}`, Title: "Mine", Page: "My checks", ...entries, ...target };
    const text = Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, String(cell)]));
    const own = { was: `my-${id}`, entries: { ...blank, ...text } as MeasureDraft["entries"] };
    // The settings that the form leaves to ClinicTargets stand in the workbook.
    const figures = figuresOf(own, withTwins(values));
    const table = built.tables.find((each) => each.id === `my-${id}`)!;
    expect(figures.teams).toEqual(
      table.rows.map(({ team, denominator, numerator, percent }) => ({
        team,
        denominator,
        numerator,
        percent,
      })),
    );
    expect(figures.total).toMatchObject({
      denominator: table.total.denominator,
      numerator: table.total.numerator,
    });
    expect(figures.rows.countedRows).toBe(table.total.denominator);
    expect(figures.rule).toBe(built.definitions.find((each) => each.id === `my-${id}`)!.rule);
  }
});

test("rows that count say whether they are in the numerator, the others why they are left out", () => {
  const { rows } = figuresOf(draftOf("re-referrals-12m"));
  expect(said(rows.counted)).toEqual([
    "A: In the numerator.",
    "D: In the numerator.",
    "B: In the denominator only: not met: follows earlier within 12 months of Referred on.",
    "C: In the denominator only: not met: follows earlier within 12 months of Referred on.",
    "D: In the denominator only: not met: follows earlier within 12 months of Referred on.",
  ]);
  expect(said(rows.leftOut)).toEqual([
    "A: Referred on is before 1 July 2023.",
    "B: Referred on is before 1 July 2023.",
  ]);
  expect(rows.counted[0]).toMatchObject({
    team: "Alder",
    sheet: "Front door",
    row: 3,
    cells: [{ heading: "Referred on", text: "10 July 2023" }],
  });
  expect(rows.reasons).toEqual([{ because: "Referred on is before 1 July 2023.", rows: 2 }]);
});

test("each reason is shown before a second row of the same", () => {
  const { rows } = figuresOf(draftOf("assessments-past-45wd"));
  expect(new Set(rows.leftOut.map(({ because }) => because)).size).toBe(rows.reasons.length);
  expect(rows.counted.every(({ because }) => because === "Counted.")).toBe(true);
});

test("a clause of Only where that a row does not meet is named, and its cell shown", () => {
  const { rows } = figuresOf(
    draftOf("three-placements", {
      "Only where": "Placements this year not blank and Placements this year < 4",
    }),
  );
  const ofA = rows.leftOut.find(({ child }) => child === "A");
  expect(ofA?.because).toBe("Only where is not met: Placements this year < 4.");
  expect(ofA?.cells).toContainEqual({ heading: "Placements this year", text: "4" });
  expect(said(rows.leftOut)).toContain("D: Closed is on or before 31 July 2023.");
  expect(said(rows.leftOut)).toContain("E: Opened is after 31 July 2023.");
});

test("of several rows of one child the others say which one counts", () => {
  const { rows, total } = figuresOf(draftOf("missing-episodes", { Each: "child" }));
  expect(total.numerator).toBe(2);
  expect(said(rows.leftOut)).toContain("A: Another row of the same child is counted.");
});

test("a team that is not in the clinic tables is a reason, and so is what is not yet due", async () => {
  const values = await readSample();
  const cin = {
    ID: "mine",
    Title: "Mine",
    Page: "My checks",
    List: "CIN Plans",
    Counted: "open at month end",
  };
  const blank = Object.fromEntries(Object.keys(draftOf("missing-episodes").entries).map((c) => [c, ""]));
  const draft = (more: object): MeasureDraft => ({
    was: null,
    entries: {
      ...blank,
      ...cin,
      Measure: LAST,
      Date: "Last CIN Visit Date",
      Timescale: "42",
      ...more,
    } as MeasureDraft["entries"],
  });
  const { rows } = figuresOf(draft({}), values);
  expect(rows.reasons.map(({ because }) => because)).toContain("Its team is not in the clinic tables.");
  expect(rows.countedRows + rows.leftOutRows).toBe(
    values.sheets.find(({ name }) => name === "CIN Plans")!.rows.length - 1,
  );
});

describe("what is wrong in a field", () => {
  const faultOf = (changes: Partial<MeasureDraft["entries"]>, id = "re-referrals-12m") =>
    preview(draftOf(id, changes)).faults.map(({ column }) => column);

  test.each([
    ["ID", { ID: "Not an ID" }],
    ["ID", { ID: "" }],
    ["Title", { Title: "" }],
    ["Page", { Page: "" }],
    ["With", { With: "" }],
    ["With", { With: "Referred on" }],
    ["With", { With: "No such heading = 1" }],
    ["List", { List: "No such sheet" }],
    ["Counted by", { "Counted by": "No such heading" }],
    ["Only where", { "Only where": "Age > 16" }],
  ] as const)("is told beside %s: %j", (column, changes) => {
    const { faults, figures } = preview(draftOf("re-referrals-12m", changes));
    expect(faults.map((fault) => fault.column)).toEqual([column]);
    expect(figures).toBeNull();
  });

  test("is in the words of the data issue that the row would have", () => {
    const draft = draftOf("re-referrals-12m", { With: "Referred on" });
    const [fault] = preview(draft).faults;
    const saved = workbookOfTen((id) => ["re-referrals-12m", "missing-episodes"].includes(id));
    const measures = saved.settings.find(({ name }) => name === "ClinicMeasures")!;
    const at = measures.headings.indexOf("With");
    const wrong = {
      ...measures,
      rows: measures.rows.map((row) =>
        row.map((cell, i) => (i === at && row[0] === "re-referrals-12m" ? "Referred on" : cell)),
      ),
    };
    const settings = [...saved.settings.filter(({ name }) => name !== "ClinicMeasures"), wrong];
    const issue = calculateClinic({ ...saved, settings: [...settings] }, TODAY).issues.find(
      ({ sheet }) => sheet === "Clinic Setup",
    );
    expect([fault?.message, fault?.fix]).toEqual([issue?.message, issue?.fix]);
  });

  test("a timescale that is missing, or is none, is told beside it", () => {
    expect(faultOf({ Timescale: "", Unit: "" }, "return-interviews-3d")).toEqual(["Timescale"]);
    expect(faultOf({ Timescale: "soon" }, "return-interviews-3d")).toContain("Timescale");
  });

  test("a value that no row has is a query, and the figure is shown all the same", () => {
    const { faults, figures } = preview(draftOf("care-leavers-in-touch", { With: "In touch = Jes" }));
    expect(faults).toMatchObject([{ column: "With", severity: "query" }]);
    expect(figures?.total).toMatchObject({ numerator: 0, denominator: 4 });
  });

  test("a table of the workbook that lacks a column says so where the field is filled", () => {
    const values = workbookOfTen((id) => id === "missing-episodes");
    const settings = values.settings.map((table) =>
      table.name === "ClinicMeasures"
        ? { ...table, headings: table.headings.map((each) => (each === "With" ? "My note" : each)) }
        : table,
    );
    expect(preview(draftOf("re-referrals-12m"), { ...values, settings }).faults[0]).toMatchObject({
      column: "With",
      message: "The table ClinicMeasures has no column “With”.",
    });
  });

  test("an ID or a title that another row has is told, and a row that is changed is not its own double", () => {
    const values = workbookOfTen((id) => id === "missing-episodes");
    const again = preview(draftOf("missing-episodes"), values);
    expect(again.faults.map(({ column }) => column)).toEqual(["ID"]);
    const changed = preview({ ...draftOf("missing-episodes"), was: "missing-episodes" }, values);
    expect(changed).toMatchObject({ faults: [], figures: { total: { numerator: 3 } } });
  });
});

test("one that is switched off has its figure, and is said to be left out of the pack", () => {
  const values = workbookOfTen((id) => id === "return-interviews-3d");
  const settings = values.settings.map((table) =>
    table.name === "ClinicTargets"
      ? {
          ...table,
          rows: table.rows.map((row) => row.map((cell, i) => (table.headings[i] === "Show" ? "No" : cell))),
        }
      : table,
  );
  const draft = { ...draftOf("return-interviews-3d"), was: "return-interviews-3d" };
  expect(figuresOf(draft, { ...values, settings })).toMatchObject({
    isSwitchedOff: true,
    total: { numerator: 1, denominator: 3 },
  });
  expect(figuresOf(draft, values).isSwitchedOff).toBe(false);
});

test("dates that cannot be read are counted, and shown as no date", () => {
  const values = workbookOfTen(() => false);
  const sheets = values.sheets.map((sheet) =>
    sheet.name === "Missing"
      ? { ...sheet, rows: sheet.rows.map((row, i) => (i === 1 ? [row[0]!, "soon", row[2]!] : row)) }
      : sheet,
  );
  const { unread, rows, total } = figuresOf(draftOf("missing-episodes"), { ...values, sheets });
  expect(total.numerator).toBe(2);
  expect(unread).toEqual([
    { message: "The date under Went missing cannot be read, so it counts as blank.", cells: 1 },
  ]);
  expect(rows.leftOut).toContainEqual(
    expect.objectContaining({
      because: "Went missing has no date.",
      cells: [{ heading: "Went missing", text: "not a date" }],
    }),
  );
});
