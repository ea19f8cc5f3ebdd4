/** All that one file says, as a reader with patience takes it down: tables, points of charts, and every text in any part. */
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import type { ClinicReport } from "../../src/clinic/report";
import { copyPages, type CopyOptions, managersCopy } from "../../src/files/managersCopy";
import { slides } from "../../src/files/slides";
import { fixed } from "../../src/files/workbook/fixedSheet";
import { seriesTableName } from "../../src/pages/layout/seriesTable";
import { readDeck } from "./readDeck";

/** Numbers as the reader sees them: percents as parts of one. */
export type Said = number | string | null;

export interface SaidTable {
  readonly title: string;
  readonly headings: readonly string[];
  /** The total, if there is one, is the last and begins with "Total". */
  readonly rows: readonly (readonly Said[])[];
}

export interface FileSays {
  readonly tables: readonly SaidTable[];
  /** By indicator. */
  readonly points: ReadonlyMap<string, readonly (number | null)[]>;
  readonly sentences: readonly string[];
}

export function saidByCopy(report: ClinicReport, options: CopyOptions): FileSays {
  const tables = copyPages(report, options).flatMap((page) => page.tables);
  const drawn = new Map(report.series.map(({ id }) => [seriesTableName(id), id]));
  return {
    tables: tables
      .filter(({ name }) => !drawn.has(name))
      .map(({ description, headings, rows, total }) => ({
        title: description.title,
        headings,
        rows: [...rows, ...(total ? [total] : [])].map((row) => row.map(fixed)),
      })),
    points: new Map(
      tables.flatMap(({ name, rows }) => {
        const id = drawn.get(name);
        const values = rows.map((row) => fixed(row[1] ?? null));
        return id === undefined
          ? []
          : [[id, values.map((value) => (typeof value === "number" ? value : null))] as const];
      }),
    ),
    sentences: textsIn(managersCopy(report, options)),
  };
}

export function saidBySlides(report: ClinicReport, options: CopyOptions): FileSays {
  const bytes = slides(report, { ...options, template: null });
  const deck = readDeck(bytes);
  const tables = new Map<string, SaidTable>();
  for (const table of deck.flatMap((slide) => slide.tables)) {
    const title = table.name.replace(/^Table: /, "").replace(/ \(continued\)$/, "");
    const [headings = [], ...rows] = table.rows;
    const said = rows.map((row) => row.map(inNumbers));
    tables.set(title, { title, headings, rows: [...(tables.get(title)?.rows ?? []), ...said] });
  }
  const points = new Map<string, readonly (number | null)[]>();
  for (const { title, series, workbook } of deck.flatMap((slide) => slide.charts)) {
    const drawn = report.series.find((each) => each.title === title);
    if (!drawn) throw new Error(`A chart of nothing: ${title}`);
    points.set(drawn.id, series[0]?.values ?? []);
    const behind = workbook.slice(1).map((row) => row[1] ?? null);
    if (JSON.stringify(behind) !== JSON.stringify(series[0]?.values))
      throw new Error(`The workbook behind “${title}” says something else than its chart`);
  }
  return { tables: [...tables.values()], points, sentences: textsIn(bytes) };
}

/** "1,234" and "97.7%" as numbers; words stay words. */
function inNumbers(text: string): Said {
  if (text === "") return null;
  const plain = text.replaceAll(",", "");
  if (/^[+-]?\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (/^\d+(\.\d+)?%$/.test(plain)) return Math.round(Number(plain.slice(0, -1)) * 10) / 1000;
  return text;
}

const TEXTS = new Set(["t", "a:t", "dc:title", "dc:subject", "dc:description", "Company", "f"]);
const ATTRIBUTES = ["descr", "altText", "altTextSummary", "title", "tooltip"];

/** Every different text of every part: cells, headings, notes, alternative texts, properties. */
function textsIn(bytes: Uint8Array): readonly string[] {
  const { window } = new JSDOM("");
  const found = new Set<string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(name) || /theme|slideMaster|slideLayout|styles\.xml$/.test(name)) continue;
    const xml = new window.DOMParser().parseFromString(strFromU8(part), "application/xml");
    for (const node of xml.getElementsByTagName("*")) {
      // Read as a table.
      if (isInTable(node)) continue;
      if (node.nodeName === "a:p" || node.nodeName === "si") found.add(node.textContent?.trim() ?? "");
      else if (TEXTS.has(node.nodeName) && node.parentNode?.nodeName !== "si")
        found.add(node.textContent?.trim() ?? "");
      for (const attribute of ATTRIBUTES) found.add(node.getAttribute(attribute)?.trim() ?? "");
    }
  }
  return [...found].filter((text) => text !== "");
}

function isInTable(node: Element): boolean {
  for (let up: Node | null = node; up !== null; up = up.parentNode) if (up.nodeName === "a:tbl") return true;
  return false;
}
