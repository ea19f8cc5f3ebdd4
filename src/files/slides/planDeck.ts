/** The deck of SPEC §10 from the fixed pages: in the published order, with its titles. Pure: says what each slide shows. */
import { fixed, type FixedSheet } from "../workbook/fixedSheet";
import { INK } from "./look";
import { lineOf, pageSlides, wholePage } from "./pageSlides";
import { pageTables, type PageTable, withColumns } from "./pageTables";
import { CONTINUED } from "./placeTables";
import { CHARACTER, type Box, type DeckPlan, POINT, type SlidePlan, type TextFrame } from "./slidePlan";
import type { Stage } from "./stage";
import { linesIn } from "../../pages/layout/textWidth";

/** Tables of a service's caseloads, under the title that they have in common. */
export interface CaseloadGroup {
  readonly title: string;
  /** Titles of its tables. */
  readonly tables: readonly string[];
}

export interface DeckWords {
  /** "Assurance Clinic – July 2023" */
  readonly title: string;
  /** Under it: the council, for whom the copy is. */
  readonly subtitle: string;
  readonly footer: string;
  /** Said in the notes of every slide: who the copy is for, what is hidden. */
  readonly caveats: readonly string[];
}

/** Pages that are no slides of a meeting's. */
const NOT_SHOWN = new Set(["teams", "history", "out-of-time", "data-issues", "settings", "setup"]);
/** What a meeting looks up in a definition; the rest is on the page. */
const DEFINITION_COLUMNS = ["Indicator", "Rule", "Timescale", "Better when", "Target", "Amber within"];

export function planDeck(
  sheets: readonly FixedSheet[],
  groups: readonly CaseloadGroup[],
  words: DeckWords,
  stage: Stage,
): DeckPlan {
  const rules = rulesByIndicator(sheets);
  const slides = sheets
    .filter(({ page }) => !NOT_SHOWN.has(page))
    .flatMap((sheet) => slidesOf(sheet, groups, rules, stage));
  const first: SlidePlan = {
    layout: "title",
    title: words.title,
    subtitle: words.subtitle,
    frames: [],
    notes: [],
  };
  return {
    footer: words.footer,
    slides: [first, ...slides].map((slide) => ({ ...slide, notes: [...slide.notes, ...words.caveats] })),
  };
}

function slidesOf(
  sheet: FixedSheet,
  groups: readonly CaseloadGroup[],
  rules: ReadonlyMap<string, string>,
  stage: Stage,
): readonly SlidePlan[] {
  const notes = notesOf(sheet, rules);
  const whole = wholePage(sheet, notes);
  const page = { ...whole, tables: whole.tables.map(withoutKeys), titled: false, withCharts: false };
  switch (sheet.page) {
    case "summary":
      return messageSlides(sheet, stage, notes);
    case "demand":
      return page.tables.flatMap((table) =>
        pageSlides(
          { ...page, title: `${page.title}: ${lowerFirst(table.title)}`, tables: [table], sentence: "" },
          stage,
        ),
      );
    case "caseloads":
      return grouped(page.tables, groups).flatMap(({ title, tables }, i) =>
        pageSlides(
          {
            ...page,
            title: i === 0 ? title : `${withoutEndSign(title)}${afterDash(page.title)}`,
            tables,
            titled: tables.length > 1,
            sentence: i === 0 ? page.sentence : "",
          },
          stage,
        ),
      );
    case "definitions":
      return pageSlides(
        {
          ...page,
          sentence: "",
          notes: [],
          tables: page.tables.slice(0, 1).map((table) => withColumns(table, DEFINITION_COLUMNS)),
        },
        stage,
      );
    default:
      return pageSlides(wholePage(sheet, notes), stage);
  }
}

/** " – highlighting those at 20 or over": what the page's title says of all its tables. */
function afterDash(title: string): string {
  const dash = title.indexOf(" – ");
  return dash < 0 ? "" : title.slice(dash);
}

/** A service's title stands before its localities, often with a sign between: "Caseloads in Family Help:". */
function withoutEndSign(title: string): string {
  return title.replace(/[\s:;,\u2013-]+$/, "");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Each table by itself, unless a group holds it; groups stand where their first table does. */
function grouped(tables: readonly PageTable[], groups: readonly CaseloadGroup[]) {
  const told = new Set<CaseloadGroup>();
  return tables.flatMap((table) => {
    const group = groups.find((each) => each.tables.includes(table.title));
    if (!group) return [{ title: table.title, tables: [table] }];
    if (told.has(group)) return [];
    told.add(group);
    return [{ title: group.title, tables: tables.filter(({ title }) => group.tables.includes(title)) }];
  });
}

const MESSAGES = "Clinic_messages";
const MESSAGE_SIZE = 18;

function messageSlides(sheet: FixedSheet, stage: Stage, notes: readonly string[]): readonly SlidePlan[] {
  const table = sheet.tables.find(({ name }) => name === MESSAGES);
  const messages = (table?.rows ?? []).map((row) => String(fixed(row[0] ?? "") ?? ""));
  const paged = pagesOf(messages, stage.content);
  const against = pageTables(sheet).filter(({ name }) => name === "Clinic_headlines");
  const headlines = pageSlides(
    {
      title: "Headlines against targets",
      tables: against.map(withoutKeys),
      sheet,
      sentence: lineOf(sheet, "what-matters"),
      notes,
      titled: false,
      withCharts: false,
    },
    stage,
  );
  return [
    ...paged.map((paragraphs, i): SlidePlan => ({
      layout: "title-only",
      title: `Key messages${i === 0 ? "" : CONTINUED}`,
      subtitle: null,
      frames: [bullets(paragraphs, stage.content)],
      notes,
    })),
    ...headlines,
  ];
}

/** Links, and the columns by which a page's formulas find their figures, say nothing on a slide. */
function withoutKeys(table: PageTable): PageTable {
  return withColumns(table, table.headings.map(({ text }) => text).filter(isShown));
}

function isShown(heading: string): boolean {
  return !["Page", "ID", "Sheet", "Ref"].includes(heading);
}

function bullets(paragraphs: readonly string[], box: Box): TextFrame {
  return {
    kind: "text",
    name: "Key messages",
    box,
    size: MESSAGE_SIZE,
    bold: false,
    colour: INK,
    paragraphs,
    bulleted: true,
  };
}

/** As many messages on a slide as it holds. */
function pagesOf(messages: readonly string[], { width, height }: Box): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  let used = 0;
  for (const message of messages) {
    const lines = linesIn(message, width / CHARACTER - 6, { weight: "regular", size: MESSAGE_SIZE });
    const taken = (lines * 1.2 * MESSAGE_SIZE + 9) * POINT;
    if (used + taken > height && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages[pages.length - 1]?.push(message);
    used += taken;
  }
  return pages;
}

/** Title of table → its rule: the indicator's wording, as Clinic Definitions has it. */
function rulesByIndicator(sheets: readonly FixedSheet[]): ReadonlyMap<string, string> {
  const definitions = sheets.find(({ page }) => page === "definitions")?.tables[0];
  const at = (heading: string) => definitions?.headings.indexOf(heading) ?? -1;
  const [indicator, rule] = [at("Indicator"), at("Rule")];
  return new Map(
    (definitions?.rows ?? []).map((row) => [
      String(fixed(row[indicator] ?? "") ?? ""),
      String(fixed(row[rule] ?? "") ?? ""),
    ]),
  );
}

/** What the speaker needs: what the page says of its figures, what to be careful with, and how each is counted. */
function notesOf(sheet: FixedSheet, rules: ReadonlyMap<string, string>): readonly string[] {
  const shown = [
    ...sheet.tables.map(({ description }) => description.title),
    ...sheet.charts.map(({ title }) => title),
  ];
  const counted = [...new Set(shown)].flatMap((title) => {
    const rule = rules.get(title);
    return rule === undefined ? [] : [`${title}: ${rule}`];
  });
  return [lineOf(sheet, "what-matters"), lineOf(sheet, "note"), ...counted].filter((line) => line !== "");
}
