/** Excel.PageLayout: margins in points, paper by name, print area and titles as names of the sheet. */
import { type Area, formatAbsoluteArea, isWholeRows, parseArea, quoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import type { Margins, PrintSetup } from "../model/print";
import type { Sheet } from "../model/sheet";
import { newId } from "../model/workbook";
import { asReference } from "../formulas/references";
import {
  type Argument,
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  type Json,
  numberArgument,
  recordArgument,
  textArgument,
  wordArgument,
} from "../host/hostObject";
import { type ObjectContext, rangeIn } from "./context";
import { rangeAreasObject } from "./rangeAreas";
import { rangeObject } from "./range";

interface PageTarget {
  readonly context: ObjectContext;
  readonly sheet: Sheet;
}

export const pageLayoutObject = (context: ObjectContext, sheet: Sheet): HostObject =>
  hostObject(PAGE, { context, sheet });

const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
};
const POINTS_PER_INCH = 72;

function setup({ sheet }: PageTarget): PrintSetup {
  sheet.touched = true;
  return sheet.print;
}

const margin = (key: keyof Margins) => ({
  get: ({ sheet }: PageTarget): Json => sheet.print.margins[key] * POINTS_PER_INCH,
  set: (target: PageTarget, value: Json): void => {
    const points = numberArgument(value);
    if (points < 0) throw new HostFault("InvalidArgument");
    const print = setup(target);
    print.margins = { ...print.margins, [key]: points / POINTS_PER_INCH };
  },
});

const box = (
  key: "centreHorizontally" | "centreVertically" | "gridlines" | "headings" | "blackAndWhite" | "draft",
) => ({
  get: ({ sheet }: PageTarget): Json => sheet.print[key],
  set: (target: PageTarget, value: Json): void => {
    setup(target)[key] = booleanArgument(value);
  },
});

/** The sheet's name for Excel's own use; none for null. */
function setBuiltIn({ context, sheet }: PageTarget, name: string, formula: string | null): void {
  const { workbook } = context;
  workbook.names = workbook.names.filter((each) => !(each.scope === sheet.id && each.name === name));
  if (formula === null) return;
  workbook.names.push({
    id: newId(workbook),
    name,
    scope: sheet.id,
    formula,
    comment: "",
    visible: true,
    rest: {},
  });
}

const builtIn = ({ context, sheet }: PageTarget, name: string): string | null =>
  context.workbook.names.find((each) => each.scope === sheet.id && each.name === name)?.formula ?? null;

const PRINT_AREA = "_xlnm.Print_Area";
const PRINT_TITLES = "_xlnm.Print_Titles";

function areaIn(argument: Argument): Area {
  const area =
    rangeIn(argument)?.area ??
    (typeof argument === "string" ? parseArea(argument.replace(/^.*!/, "")) : null);
  if (!area) throw new HostFault("InvalidArgument");
  return area;
}

/** "'It''s, so'!$A:$B,'It''s, so'!$1:$1": commas within a sheet's name part nothing. */
function partsOf(formula: string): readonly string[] {
  return formula.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).filter((part) => part !== "");
}

/** Title rows and title columns share one name. */
function titles(target: PageTarget): { rows: string | null; columns: string | null } {
  const parts = partsOf(builtIn(target, PRINT_TITLES) ?? "");
  const rows = parts.find((part) => /!\$?\d+:\$?\d+$/.test(part)) ?? null;
  const columns = parts.find((part) => part !== rows) ?? null;
  return { rows, columns };
}

function setTitles(target: PageTarget, part: Partial<{ rows: string | null; columns: string | null }>): void {
  const { rows, columns } = { ...titles(target), ...part };
  const spelling = [columns, rows].filter((each) => each !== null).join(",");
  setBuiltIn(target, PRINT_TITLES, spelling === "" ? null : spelling);
}

function titleRange(target: PageTarget, spelling: string | null): HostObject | null {
  const area = spelling === null ? null : asReference(spelling)?.area;
  return area ? rangeObject(target.context, target.sheet, area) : null;
}

const onSheet = ({ sheet }: PageTarget, area: Area): string =>
  `${quoteSheetName(sheet.name)}!${formatAbsoluteArea(area)}`;

function setZoom(target: PageTarget, value: Json): void {
  const given = recordArgument(value);
  const print = setup(target);
  const { scale, horizontalFitToPages, verticalFitToPages } = given;
  if (scale != null) {
    const percent = numberArgument(scale);
    if (percent < 10 || percent > 400) throw new HostFault("InvalidArgument");
    print.scale = percent;
    print.fit = null;
    return;
  }
  const pages = (count: Json | undefined): number | null =>
    count == null || count === 0 ? null : numberArgument(count);
  print.fit = { wide: pages(horizontalFitToPages), tall: pages(verticalFitToPages) };
}

function zoomOf({ sheet }: PageTarget): Json {
  const { fit, scale } = sheet.print;
  if (!fit) return { scale };
  return { horizontalFitToPages: fit.wide ?? 0, verticalFitToPages: fit.tall ?? 0 };
}

const PAGE: HostClass<PageTarget> = {
  name: "PageLayout",
  properties: {
    Orientation: {
      get: ({ sheet }) => sheet.print.orientation,
      set(target, value) {
        setup(target).orientation = wordArgument(value, ["Portrait", "Landscape"]);
      },
    },
    PaperSize: {
      get: ({ sheet }) => Object.keys(PAPERS).find((name) => PAPERS[name] === sheet.print.paper) ?? null,
      set(target, value) {
        setup(target).paper = PAPERS[wordArgument(value, Object.keys(PAPERS))]!;
      },
    },
    Zoom: { get: zoomOf, set: setZoom },
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    HeaderMargin: margin("header"),
    FooterMargin: margin("footer"),
    CenterHorizontally: box("centreHorizontally"),
    CenterVertically: box("centreVertically"),
    PrintGridlines: box("gridlines"),
    PrintHeadings: box("headings"),
    BlackAndWhite: box("blackAndWhite"),
    DraftMode: box("draft"),
  },
  navigation: { HeadersFooters: (target) => hostObject(GROUP, target) },
  methods: {
    SetPrintArea(target, area) {
      const areas = typeof area === "string" ? area.split(",").map(areaIn) : [areaIn(area)];
      setBuiltIn(target, PRINT_AREA, areas.map((each) => onSheet(target, each)).join(","));
    },
    SetPrintTitleRows(target, rows) {
      const { row, rows: count } = areaIn(rows);
      const whole = { row, rows: count, column: 0, columns: 16_384 };
      if (typeof rows === "string" && !isWholeRows(areaIn(rows))) throw new HostFault("InvalidArgument");
      setTitles(target, { rows: onSheet(target, whole) });
    },
    SetPrintTitleColumns(target, columns) {
      const { column, columns: count } = areaIn(columns);
      setTitles(target, { columns: onSheet(target, { row: 0, rows: 1_048_576, column, columns: count }) });
    },
    SetPrintMargins(target, unit, options) {
      const factor = { Points: 1 / 72, Inches: 1, Centimeters: 1 / 2.54 }[
        wordArgument(unit, ["Points", "Inches", "Centimeters"])
      ];
      const print = setup(target);
      const margins: Record<string, number> = { ...print.margins };
      for (const [key, size] of Object.entries(recordArgument(options))) {
        if (!(key in margins)) throw new HostFault("InvalidArgument");
        margins[key] = numberArgument(size) * factor;
      }
      print.margins = margins as unknown as Margins;
    },
    GetPrintAreaOrNullObject(target) {
      const formula = builtIn(target, PRINT_AREA);
      const areas = formula === null ? [] : partsOf(formula);
      if (areas.length < 2) return titleRange(target, formula);
      const addresses = areas.map((area) => area.slice(area.lastIndexOf("!") + 1).replaceAll("$", ""));
      return rangeAreasObject(target.context, target.sheet, addresses.join(","));
    },
    GetPrintTitleRowsOrNullObject: (target) => titleRange(target, titles(target).rows),
    GetPrintTitleColumnsOrNullObject: (target) => titleRange(target, titles(target).columns),
  },
};

type PageKind = "odd" | "even" | "first";

const GROUP: HostClass<PageTarget> = {
  name: "HeaderFooterGroup",
  properties: {
    State: { get: () => "Default" },
    UseSheetMargins: { get: () => true },
    UseSheetScale: { get: () => true },
  },
  navigation: {
    DefaultForAllPages: (target) => hostObject(HEADER_FOOTER, { ...target, kind: "odd" }),
    OddPages: (target) => hostObject(HEADER_FOOTER, { ...target, kind: "odd" }),
    EvenPages: (target) => hostObject(HEADER_FOOTER, { ...target, kind: "even" }),
    FirstPage: (target) => hostObject(HEADER_FOOTER, { ...target, kind: "first" }),
  },
};

interface HeaderTarget extends PageTarget {
  readonly kind: PageKind;
}

/** "&LLeft&CCentre&RRight" cut into its three. */
function readSections(text: string): Readonly<Record<"L" | "C" | "R", string>> {
  const sections = { L: "", C: "", R: "" };
  let at: "L" | "C" | "R" = "C";
  for (let index = 0; index < text.length; index++) {
    const next = text[index + 1];
    if (text[index] === "&" && (next === "L" || next === "C" || next === "R")) {
      at = next;
      index++;
    } else if (text[index] === "&" && next === "&") {
      sections[at] += "&&";
      index++;
    } else sections[at] += text[index];
  }
  return sections;
}

const section = (where: "Header" | "Footer", side: "L" | "C" | "R") => ({
  get: ({ sheet, kind }: HeaderTarget): Json =>
    readSections(sheet.print.headerFooter[`${kind}${where}`])[side],
  set: (target: HeaderTarget, value: Json): void => {
    const print = setup(target);
    const key = `${target.kind}${where}` as const;
    const sections = { ...readSections(print.headerFooter[key]), [side]: textArgument(value) };
    const spelling = (["L", "C", "R"] as const)
      .map((each) => (sections[each] === "" ? "" : `&${each}${sections[each]}`))
      .join("");
    if (spelling.length > 255) throw new HostFault("InvalidArgument");
    print.headerFooter = { ...print.headerFooter, [key]: spelling };
  },
});

const HEADER_FOOTER: HostClass<HeaderTarget> = {
  name: "HeaderFooter",
  properties: {
    LeftHeader: section("Header", "L"),
    CenterHeader: section("Header", "C"),
    RightHeader: section("Header", "R"),
    LeftFooter: section("Footer", "L"),
    CenterFooter: section("Footer", "C"),
    RightFooter: section("Footer", "R"),
  },
};
