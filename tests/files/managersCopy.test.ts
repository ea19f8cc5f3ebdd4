import { type CopyOptions, managersCopy } from "../../src/files/managersCopy";
import { PAGES } from "../../src/pages/pageNames";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { ClinicReport } from "../../src/clinic/report";
import { ooxmlFaults } from "../support/ooxmlValidator";
import { partsAsText, readCopy, type CopyRead } from "../support/readCopy";
import { idsIn, readSample } from "../support/readSample";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { roundHalfUp } from "../../src/clinic/measures/measures";
import published from "../published/clinic-2023-07.json";

const TODAY = 45_152;
const CLINIC: CopyOptions = { audience: "clinic", suppressed: false, at: TODAY + 0.4, withHistory: false };

const OUT = path.resolve(__dirname, "../../out/tests");
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

let report: ClinicReport;
let bytes: Uint8Array;
let copy: CopyRead;
let parts: ReadonlyMap<string, string>;
let ids: readonly string[];

beforeAll(async () => {
  const values = await readSample();
  report = calculateClinic(values, TODAY);
  bytes = managersCopy(report, CLINIC);
  copy = readCopy(bytes);
  parts = partsAsText(bytes);
  ids = idsIn(values);
}, 60_000);

describe("the managers' copy", () => {
  it("opens on the Summary and holds the report pages only, in the pack's order", () => {
    const wanted = PAGES.map(({ sheet }) => sheet).filter((sheet) => copy.book.SheetNames.includes(sheet));
    expect(copy.book.SheetNames.filter((name) => wanted.includes(name))).toEqual(wanted);
    expect(copy.book.SheetNames[0]).toBe("Clinic Summary");
    for (const never of ["Clinic Out of Time", "Clinic Data Issues", "Clinic Settings", "Clinic History"])
      expect(copy.book.SheetNames).not.toContain(never);
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain('tabSelected="1"');
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain('activeCell="A1"');
  });

  it("takes History along by choice", () => {
    const withHistory = readCopy(managersCopy(report, { ...CLINIC, withHistory: true }));
    expect(withHistory.under("Published figures", "Month")).toHaveLength(report.history.length);
  });

  it.each(published.percentTables.map((table) => [table.title, table] as const))(
    "shows %s as published",
    (title, table) => {
      const rows = copy.under(title, "Team/Locality");
      const shown = rows.map(([team, denominator, numerator, share]) => [
        team,
        denominator,
        numerator,
        `${roundHalfUp(100 * Number(share), 1).toFixed(1)}%`,
      ]);
      expect(shown).toEqual(
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
    const whole = (row: readonly unknown[]) =>
      row.slice(1, 14).map((value) => (typeof value === "number" ? Math.round(value) : null));
    const month = copy.under("Demand in the month", "Indicator");
    expect(month.map((row) => [row[0], ...whole(row), String(row[14]).charAt(0)])).toEqual(
      flow.map(({ indicator, values, trend }) => [indicator, ...values, trend]),
    );
    const end = copy.under("Demand at month end", "Indicator");
    expect(end.map((row) => [row[0], ...whole(row), row[14], String(row[16]).charAt(0)])).toEqual(
      stock.map(({ indicator, values, target, directionOfTravel }) => [
        indicator,
        ...values,
        target ?? "-",
        directionOfTravel ?? "-",
      ]),
    );
  });

  it.each(published.caseloads.map((table) => [table.title, table] as const))(
    "shows %s as published",
    (title, { rows }) => {
      expect(
        copy.under(title, "No. of Allocations").map(([most, status, team]) => [most, status, team]),
      ).toEqual(rows.map(({ allocations, status, team }) => [allocations, status, team]));
    },
  );

  it("has a chart for each published one, each with alternative text", () => {
    const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
    for (const title of published.charts)
      expect(
        charts.filter(([, text]) => text.includes(`<a:t>${title.replace(/&/g, "&amp;")}</a:t>`)),
      ).toHaveLength(1);
    const frames = [...parts].flatMap(([name, text]) =>
      name.startsWith("xl/drawings/drawing")
        ? [...text.matchAll(/<xdr:cNvPr [^>]*>/g)].map(([tag]) => tag)
        : [],
    );
    expect(frames).toHaveLength(charts.length);
    expect(frames.filter((tag) => !/descr="[^"]{20,}"/.test(tag))).toEqual([]);
    const tables = [...parts].filter(([name]) => name.startsWith("xl/tables/"));
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(([, text]) => !/altTextSummary="[^"]{20,}"/.test(text))).toEqual([]);
  });

  it("has no formula, no rule, no name but what prints, and no link to what is not in it", () => {
    for (const [name, text] of parts) {
      if (!name.startsWith("xl/worksheets/")) continue;
      expect(text).not.toMatch(/<f[ >]|conditionalFormatting|dataValidation/);
      for (const [, sheet] of text.matchAll(/location="'([^']+)'!/g))
        expect(copy.book.SheetNames).toContain(sheet);
    }
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<definedName name="([^"]+)"/g)];
    expect([...new Set(names.map(([, name]) => name))].sort()).toEqual([
      "_xlnm.Print_Area",
      "_xlnm.Print_Titles",
    ]);
  });

  it("colours what the words say", () => {
    const sheet = copy.book.Sheets["Clinic Summary"]!;
    expect(sheet).toBeDefined();
    const styles = parts.get("xl/styles.xml") ?? "";
    for (const fill of ["FFD5EDDB", "FFFFE8B3", "FFF8D7DA"]) expect(styles).toContain(fill);
  });

  it("says its title, its language and its council", () => {
    const core = parts.get("docProps/core.xml") ?? "";
    expect(core).toContain("<dc:title>Assurance Clinic – July 2023</dc:title>");
    expect(core).toContain("<dc:language>en-GB</dc:language>");
    const { councilName } = report.settings;
    if (councilName !== "")
      expect(parts.get("docProps/app.xml")).toContain(`<Company>${councilName}</Company>`);
  });

  it("holds no child's and no worker's ID in any part", () => {
    const known = new Set(ids.filter((id) => id.length > 3));
    expect(known.size).toBeGreaterThan(500);
    const words = [...parts.values()].flatMap((text) => text.split(/[^\p{L}\p{N}_-]+/u));
    expect(words.filter((word) => known.has(word))).toEqual([]);
  });

  it("is a file in which Microsoft's validator finds nothing", async () => {
    await mkdir(OUT, { recursive: true });
    const file = path.join(OUT, "managers-copy.xlsx");
    await writeFile(file, bytes);
    expect(await ooxmlFaults(file)).toEqual([]);
  });

  it("for the council names no team and no worker's line", () => {
    const council = partsAsText(managersCopy(report, { ...CLINIC, audience: "council" }));
    const all = [...council.values()].join("\n");
    const teams = report.settings.teams.flatMap(({ name, shortName }) => [name, shortName]);
    // Early Help is a list too, and its figures are the council's.
    const named = teams.filter(
      (team) => team.length > 4 && team !== "Early Help" && new RegExp(`\\b${escaped(team)}\\b`).test(all),
    );
    expect(named).toEqual([]);
    const read = readCopy(managersCopy(report, { ...CLINIC, audience: "council" }));
    const table = report.tables.find(({ id }) => id === "cin-visits-6w")!;
    const rows = read.under(table.title, "Team/Locality");
    expect(rows.at(-1)!.slice(1, 3)).toEqual([table.total.denominator, table.total.numerator]);
    expect(rows.slice(0, -1).map(([locality]) => locality)).toEqual(
      expect.arrayContaining(["Central", "East", "West"]),
    );
    const loads = read.under("Workers and their allocations", "Caseloads");
    const bit = report.caseloads.find(({ id }) => id === "caseloads-bit")!;
    expect(loads.find(([title]) => title === bit.title)?.[1]).toBe(bit.rows.length);
  });

  it("for those outside shows the council's figures alone, small numbers suppressed", () => {
    const read = readCopy(managersCopy(report, { ...CLINIC, audience: "outside" }));
    const table = report.tables.find(({ id }) => id === "cin-visits-6w")!;
    expect(read.under(table.title, "Team/Locality").map((row) => row.slice(0, 3))).toEqual([
      ["All clinic teams", table.total.denominator, table.total.numerator],
    ]);
    for (const name of read.book.SheetNames)
      expect(read.rows(name).flat().join(" ")).toContain("[c] = a number from one to five");
  });
});
