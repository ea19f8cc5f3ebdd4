import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { monthLabel } from "../../src/clinic/calendar/months";
import { BUILT_IN } from "../../src/clinic/indicators/catalogue";
import type { ClinicReport } from "../../src/clinic/report";
import { slides } from "../../src/files/slides";
import { ownGround, TemplateRefused } from "../../src/files/slides/ground";
import published from "../published/clinic-2023-07.json";
import { ooxmlFaults } from "../support/ooxmlValidator";
import { partsAsText } from "../support/readCopy";
import { type DeckSlide, readDeck } from "../support/readDeck";
import { publishedReport, teamTable } from "../support/publishedReport";
import { idsIn, readSample } from "../support/readSample";

const OUT = join(__dirname, "..", "..", "out", "slides");
const TODAY = 45_152;
const AS_FOR_THE_CLINIC = {
  audience: "clinic",
  suppressed: false,
  withHistory: false,
  at: TODAY + 0.4,
  template: null,
} as const;
const WIDTH = 12_192_000;
const HEIGHT = 6_858_000;

let report: ClinicReport;
let bytes: Uint8Array;
let deck: readonly DeckSlide[];
let ids: readonly string[];

beforeAll(async () => {
  const values = await readSample();
  report = calculateClinic(values, TODAY);
  bytes = slides(report, AS_FOR_THE_CLINIC);
  deck = readDeck(bytes);
  ids = idsIn(values);
});

/** The rows of a table under its heading, from all the slides that it is on. */
function rowsOf(name: RegExp): readonly (readonly string[])[] {
  return deck.flatMap(({ tables }) =>
    tables.filter((table) => name.test(table.name)).flatMap(({ rows }) => rows.slice(1)),
  );
}

describe("the deck of the published pack", () => {
  it("has the published slides in their order", () => {
    const titles = deck.map(({ title }) => title.replace(/ \(continued\)$/, ""));
    const order = titles.filter((title, i) => title !== titles[i - 1]);
    expect(order[0]).toMatch(/^Assurance Clinic – July 2023/);
    const wanted = [
      "Key messages",
      "Context of Demand: demand in the month",
      "Context of Demand: demand at month end",
      "20+ Caseloads",
      "Caseloads in BIT – highlighting those at 20 or over",
      "% of Single Assessments within 45 and 20 working days",
      "CIN Performance",
      "ICPC timeliness",
      "CP performance – duration and visits",
      "CP performance – core groups and supervision",
      "Children in our Care visits performance",
      "Children in our Care performance – Supervision",
      "Definitions",
    ];
    expect(order.filter((title) => wanted.includes(title))).toEqual(wanted);
  });

  it.each(published.percentTables.map((table) => [table.title, table] as const))(
    "shows %s as published",
    (title, table) => {
      const rows = rowsOf(
        new RegExp(`^Table: ${title.replace(/[.*+?^${}()|[\]\\%]/g, "\\$&")}( \\(continued\\))?$`),
      );
      expect(
        rows.map(([team, denominator, numerator, share]) => [
          team,
          Number(denominator),
          Number(numerator),
          share?.replace(" [u]", ""),
        ]),
      ).toEqual(
        [...table.rows, { team: "Total", ...table.total }].map((row) => [
          row.team,
          row.denominator,
          row.numerator,
          row.percent,
        ]),
      );
    },
  );

  it("shows the context of demand as published: thirteen months, trend, target, direction", () => {
    const { flow, stock } = published.contextOfDemand;
    const numbers = (row: readonly string[]) =>
      row.slice(1, 14).map((cell) => Number(cell.replaceAll(",", "")));
    const month = rowsOf(/^Table: Demand in the month/);
    expect(month.map((row) => [row[0], ...numbers(row), row[14]?.charAt(0)])).toEqual(
      flow.map(({ indicator, values, trend }) => [indicator, ...values, trend]),
    );
    const end = rowsOf(/^Table: Demand at month end/);
    expect(end.map((row) => [row[0], ...numbers(row), row[14], row[16]?.charAt(0)])).toEqual(
      stock.map(({ indicator, values, target, directionOfTravel }) => [
        indicator,
        ...values,
        target === null ? "-" : String(target),
        directionOfTravel ?? "-",
      ]),
    );
  });

  it.each(published.caseloads.map((table) => [table.title, table] as const))(
    "shows %s as published",
    (title, { rows }) => {
      const plain = title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const shown = rowsOf(new RegExp(`^Table: ${plain}( \\(continued\\))?$`));
      expect(shown.map(([most, status, team]) => [Number(most), status, team])).toEqual(
        rows.map(({ allocations, status, team }) => [allocations, status, team]),
      );
    },
  );

  it.each(published.charts)("draws “%s” with the report's thirteen months", (title) => {
    const charts = deck.flatMap((slide) => slide.charts).filter((each) => each.title === title);
    const series = report.series.find((each) => each.title === title)!;
    const stored = series.values.map((value) =>
      value === null || series.kind !== "percent" ? value : value / 100,
    );
    expect(charts.map(({ series: [first] }) => first?.values)).toEqual([stored]);
    expect(charts[0]?.months).toEqual(report.months.map(monthLabel));
    expect(charts[0]?.series[0]?.labelled).toEqual([12]);
  });

  it("dashes the target and no other line", () => {
    for (const { series } of deck.flatMap(({ charts }) => charts)) {
      expect(series[0]?.dash).not.toBe("dash");
      if (series[1]) expect(series[1].dash).toBe("dash");
    }
  });

  it("opens the same figures behind each chart", () => {
    const charts = deck.flatMap((slide) => slide.charts);
    expect(charts).toHaveLength(BUILT_IN.charted.length);
    for (const { workbook, months, series } of charts) {
      expect(workbook.slice(1).map(([month, figure]) => [month, figure])).toEqual(
        months.map((month, i) => [month, series[0]?.values[i] ?? null]),
      );
    }
  });

  it("holds no child and no worker, in any part, embedded workbooks too", () => {
    const parts = partsAsText(bytes);
    expect([...parts.keys()].filter((name) => name.includes("!"))).not.toEqual([]);
    const known = ids.filter((id) => id.length > 3);
    expect(known.length).toBeGreaterThan(1000);
    const all = [...parts.values()].join("\n");
    const words = new Set(all.split(/[^\p{L}\p{N}-]+/u));
    expect(known.filter((id) => words.has(id))).toEqual([]);
  });

  it("says in the notes what the page says, and how each figure is counted", () => {
    const cin = deck.find(({ title }) => title === "CIN Performance");
    expect(cin?.notes.join("\n")).toMatch(/% of CIN visits within last 6 weeks: CIN plans open/);
  });

  it("is sound to Microsoft's validator", async () => {
    mkdirSync(OUT, { recursive: true });
    const file = join(OUT, "clinic-2023-07.pptx");
    writeFileSync(file, bytes);
    expect(await ooxmlFaults(file)).toEqual([]);
  });
});

/** What holds on every slide of every deck. */
function expectReadable(slidesRead: readonly DeckSlide[]): void {
  for (const slide of slidesRead) {
    expect(slide.title).not.toBe("");
    expect(slide.title).not.toContain("|");
    expect(new Set(slide.shapeIds).size).toBe(slide.shapeIds.length);
    expect(slide.sizes.filter((size) => size < 1000)).toEqual([]);
    for (const table of slide.tables) {
      expect(table.hasHeaderRow).toBe(true);
      expect(table.description).not.toBe("");
      expect(table.rows.length).toBeGreaterThan(1);
    }
    for (const chart of slide.charts) expect(chart.description).not.toBe("");
    const beyond = slide.places.filter(
      ([left, top, right, bottom]) => left < 0 || top < 0 || right > WIDTH || bottom > HEIGHT,
    );
    expect({ slide: slide.title, beyond }).toEqual({ slide: slide.title, beyond: [] });
  }
  expect(slidesRead.slice(1).every(({ hasNumber }) => hasNumber)).toBe(true);
}

describe("any council's deck", () => {
  const BASE = publishedReport();
  const withTeams = (names: readonly string[]): ClinicReport => ({
    ...BASE,
    tables: BASE.tables.map(({ id, title }) =>
      teamTable(
        { id, title, rows: names.map((team, i) => ({ team, denominator: 8 + i, numerator: 5 + (i % 3) })) },
        BASE.settings,
      ),
    ),
  });
  const LONG = "Integrated Family Help and Protection Team of the Northern Locality "
    .repeat(3)
    .slice(0, 200)
    .trim();

  it.each([
    ["the published one", BASE],
    ["no team", withTeams([])],
    ["one team", withTeams(["Only Team"])],
    ["sixty teams", withTeams(Array.from({ length: 60 }, (_, i) => `Team ${String(i).padStart(2, "0")}`))],
    ["names of 200 characters", withTeams([LONG, `${LONG} 2`, `${LONG} 3`])],
    ["names that try everything", withTeams(['"A" & <b>', "\u0000\u0007x", "_x0041_", "=1+1", "Équipe – 2"])],
    [
      "months without figures",
      {
        ...BASE,
        series: BASE.series.map((series) => ({
          ...series,
          values: series.values.map(() => null),
          target: null,
        })),
      },
    ],
    ["no messages and no caseloads", { ...BASE, messages: [], caseloads: [] }],
  ])("%s: every slide can be read", async (name, council) => {
    const made = slides(council, AS_FOR_THE_CLINIC);
    const read = readDeck(made);
    expectReadable(read);
    const { y, height } = ownGround().stage.content;
    const intoFooter = read.flatMap(({ tables }) => tables).filter(({ bottom }) => bottom > y + height);
    expect(intoFooter.map((table) => table.name)).toEqual([]);
    mkdirSync(OUT, { recursive: true });
    const file = join(OUT, `${name.replaceAll(" ", "-")}.pptx`);
    writeFileSync(file, made);
    expect(await ooxmlFaults(file)).toEqual([]);
  });

  it("repeats the headings of a table that goes on", () => {
    const read = readDeck(
      slides(withTeams(Array.from({ length: 60 }, (_, i) => `Team ${i}`)), AS_FOR_THE_CLINIC),
    );
    const parts = read.flatMap(({ tables }) => tables).filter(({ name }) => /^Table: Core group/.test(name));
    expect(parts.length).toBeGreaterThan(1);
    for (const { rows } of parts)
      expect(rows[0]).toEqual(["Team/Locality", "Denominator", "Numerator", "%", "RAG"]);
    expect(parts.slice(1).every(({ name }) => name.endsWith("(continued)"))).toBe(true);
    expect(parts.flatMap(({ rows }) => rows.slice(1))).toHaveLength(61);
  });
});

describe("a council's own template", () => {
  /** Our deck under another master, as a .potx with slides of its own. */
  function template(change: (name: string, text: string) => string = (_, text) => text): Uint8Array {
    const parts = unzipSync(slides(publishedReport(), AS_FOR_THE_CLINIC));
    return zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => {
          if (!/\.(xml|rels)$/.test(name)) return [name, part];
          const text = strFromU8(part)
            .replace("presentation.main+xml", "template.main+xml")
            .replace('name="Clinic"', 'name="Council of Mere"');
          return [name, strToU8(change(name, text))];
        }),
      ),
    );
  }

  it("gives the deck its master, layouts and theme, and none of its slides", async () => {
    const made = slides(report, { ...AS_FOR_THE_CLINIC, template: template() });
    const parts = partsAsText(made);
    expect(parts.get("ppt/theme/theme1.xml")).toContain("Council of Mere");
    expect(parts.get("[Content_Types].xml")).not.toContain("template.main+xml");
    expect(readDeck(made).map(({ title }) => title)).toEqual(deck.map(({ title }) => title));
    expect([...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      deck.length,
    );
    mkdirSync(OUT, { recursive: true });
    const file = join(OUT, "template.pptx");
    writeFileSync(file, made);
    expect(await ooxmlFaults(file)).toEqual([]);
  });

  it("leaves nothing of its slides behind", () => {
    const secret = template((name, text) =>
      /^ppt\/(slides|notesSlides)\//.test(name) ? text.replace(/CIN Performance/g, "A child of Mere") : text,
    );
    const made = slides(report, { ...AS_FOR_THE_CLINIC, template: secret });
    expect([...partsAsText(made).values()].join()).not.toContain("A child of Mere");
  });

  it.each([
    ["no zip", strToU8("Dear all, attached is the template")],
    ["no presentation", zipSync({ "hello.txt": strToU8("hello") })],
  ])("that is %s is refused in plain words", (_, file) => {
    expect(() => slides(report, { ...AS_FOR_THE_CLINIC, template: file })).toThrow(TemplateRefused);
  });

  it("without a layout that has a title is refused in plain words", () => {
    const untitled = template((name, text) =>
      /slideLayouts\/slideLayout/.test(name) ? text.replace(/<p:sp>.*<\/p:sp>/s, "") : text,
    );
    expect(() => slides(report, { ...AS_FOR_THE_CLINIC, template: untitled })).toThrow(/“Title Only” layout/);
  });
});
