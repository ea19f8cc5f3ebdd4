/** A deck read back by readers that had no hand in writing it: jsdom for its XML, another library for its workbooks. */
import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";

export interface DeckTable {
  readonly name: string;
  readonly description: string;
  readonly hasHeaderRow: boolean;
  /** Where its rows end as the slide states their heights, in EMU from the top. */
  readonly bottom: number;
  readonly rows: readonly (readonly string[])[];
}

export interface DeckChart {
  readonly title: string;
  readonly description: string;
  /** Of each series, its name, its points by month (null = a gap) and its dash. */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly dash: string | null;
    readonly labelled: readonly number[];
  }[];
  readonly months: readonly string[];
  /** What "Edit data" opens. */
  readonly workbook: readonly (readonly (string | number | null)[])[];
}

export interface DeckSlide {
  readonly title: string;
  readonly texts: readonly string[];
  readonly tables: readonly DeckTable[];
  readonly charts: readonly DeckChart[];
  readonly notes: readonly string[];
  readonly shapeIds: readonly string[];
  /** Hundredths of a point, as the slide states them. */
  readonly sizes: readonly number[];
  /** Left, top, right, bottom of every shape that has a place of its own, in EMU. */
  readonly places: readonly (readonly [number, number, number, number])[];
  readonly hasNumber: boolean;
}

export function readDeck(bytes: Uint8Array): readonly DeckSlide[] {
  const parts = unzipSync(bytes);
  const { window } = new JSDOM("");
  const xml = (name: string): Document => {
    const part = parts[name];
    if (!part) throw new Error(`The deck lacks ${name}`);
    const parsed = new window.DOMParser().parseFromString(strFromU8(part), "application/xml");
    if (parsed.querySelector("parsererror")) throw new Error(`${name} is no XML`);
    return parsed;
  };
  const related = (name: string): Map<string, { readonly type: string; readonly target: string }> => {
    const folder = name.slice(0, name.lastIndexOf("/"));
    const rels = `${folder}/_rels/${name.slice(folder.length + 1)}.rels`;
    return new Map(
      all(xml(rels), "Relationship").map((node) => [
        node.getAttribute("Id") ?? "",
        {
          type: (node.getAttribute("Type") ?? "").replace(/^.*\//, ""),
          target: new URL(node.getAttribute("Target") ?? "", `file:///${folder}/`).pathname.slice(1),
        },
      ]),
    );
  };
  const root = "ppt/presentation.xml";
  const slides = related(root);
  return all(xml(root), "p:sldId").map((entry) => {
    const name = slides.get(entry.getAttribute("r:id") ?? "")?.target ?? "";
    const slide = xml(name);
    const links = related(name);
    const notes = [...links.values()].find(({ type }) => type === "notesSlide");
    const shapes = all(slide, "p:sp");
    const kindOf = (shape: Element) => all(shape, "p:ph")[0]?.getAttribute("type") ?? null;
    const isTitle = (shape: Element) => ["title", "ctrTitle"].includes(kindOf(shape) ?? "");
    const frames = all(slide, "p:graphicFrame");
    return {
      title: shapes.filter(isTitle).map(textIn).join("|"),
      texts: shapes.filter((shape) => !isTitle(shape)).flatMap((shape) => all(shape, "a:p").map(textIn)),
      tables: frames.filter((frame) => all(frame, "a:tbl").length > 0).map(tableIn),
      charts: frames.flatMap((frame) => {
        const id = all(frame, "c:chart")[0]?.getAttribute("r:id");
        const part = links.get(id ?? "")?.target;
        return part === undefined ? [] : [chartIn(frame, xml(part), workbookOf(part))];
      }),
      notes: notes ? all(xml(notes.target), "a:p").map(textIn) : [],
      shapeIds: all(slide, "p:cNvPr").map((node) => node.getAttribute("id") ?? ""),
      sizes: all(slide, "a:rPr").flatMap((node) =>
        node.hasAttribute("sz") ? [Number(node.getAttribute("sz"))] : [],
      ),
      places: [...all(slide, "p:xfrm"), ...all(slide, "a:xfrm")].flatMap((node) => placeOf(node)),
      hasNumber: shapes.some((shape) => kindOf(shape) === "sldNum"),
    };
  });

  function workbookOf(chart: string): DeckChart["workbook"] {
    const part = [...related(chart).values()].find(({ type }) => type === "package")?.target ?? "";
    const book = read(parts[part], { type: "array" });
    const [sheet = ""] = book.SheetNames;
    return utils.sheet_to_json(book.Sheets[sheet]!, { header: 1, raw: true, defval: null });
  }
}

function all(node: Document | Element, name: string): Element[] {
  return [...node.getElementsByTagName(name)];
}

function textIn(node: Element): string {
  return all(node, "a:t")
    .map((run) => run.textContent ?? "")
    .join("");
}

function placeOf(node: Element): [number, number, number, number][] {
  const [off, ext] = [all(node, "a:off")[0], all(node, "a:ext")[0]];
  const number = (from: Element | undefined, name: string) => Number(from?.getAttribute(name) ?? 0);
  const [x, y] = [number(off, "x"), number(off, "y")];
  return [[x, y, x + number(ext, "cx"), y + number(ext, "cy")]];
}

function nameOf(frame: Element) {
  const [named] = all(frame, "p:cNvPr");
  return { name: named?.getAttribute("name") ?? "", description: named?.getAttribute("descr") ?? "" };
}

function tableIn(frame: Element): DeckTable {
  return {
    ...nameOf(frame),
    bottom:
      Number(all(frame, "a:off")[0]?.getAttribute("y")) +
      all(frame, "a:tr").reduce((sum, row) => sum + Number(row.getAttribute("h")), 0),
    hasHeaderRow: all(frame, "a:tblPr")[0]?.getAttribute("firstRow") === "1",
    rows: all(frame, "a:tr").map((row) => all(row, "a:tc").map(textIn)),
  };
}

function chartIn(frame: Element, chart: Document, workbook: DeckChart["workbook"]): DeckChart {
  const points = (node: Element | undefined): readonly (string | null)[] => {
    if (!node) return [];
    const found = new Map(all(node, "c:pt").map((pt) => [Number(pt.getAttribute("idx")), pt.textContent]));
    return Array.from(
      { length: Number(all(node, "c:ptCount")[0]?.getAttribute("val")) },
      (_, i) => found.get(i) ?? null,
    );
  };
  const series = all(chart, "c:ser");
  const [title] = all(chart, "c:title");
  return {
    title: title ? textIn(title) : "",
    description: nameOf(frame).description,
    months: points(all(series[0]!, "c:cat")[0]).map(String),
    series: series.map((each) => ({
      name: points(all(each, "c:tx")[0])[0] ?? "",
      values: points(all(each, "c:val")[0]).map((value) => (value === null ? null : Number(value))),
      dash: all(all(each, "c:spPr")[0]!, "a:prstDash")[0]?.getAttribute("val") ?? null,
      labelled: all(each, "c:dLbl").map((label) => Number(all(label, "c:idx")[0]?.getAttribute("val"))),
    })),
    workbook,
  };
}
