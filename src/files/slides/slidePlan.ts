/** A deck on paper: what each slide shows, before any markup. Lengths in EMU (914,400 to the inch), type sizes in points. */
import type { RulePlan } from "../../pages/plan";
import type { LineChartLook } from "../lineChart";

export const INCH = 914_400;
export const POINT = 12_700;
/** Excel's unit of width, in which the pages are planned: seven pixels of a 96th of an inch. */
export const CHARACTER = (7 / 96) * INCH;

/** A rectangle of the slide. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SlideCell {
  readonly text: string;
  readonly align: "left" | "right" | "centre";
  readonly bold: boolean;
  /** The fill of RAG or of a highlighted caseload; the word or figure is always there too. */
  readonly fill: RulePlan["look"] | null;
}

export interface TableFrame {
  readonly kind: "table";
  readonly box: Box;
  readonly name: string;
  /** Alternative text. */
  readonly description: string;
  readonly size: number;
  readonly columnWidths: readonly number[];
  readonly headings: readonly SlideCell[];
  readonly rows: readonly (readonly SlideCell[])[];
  readonly rowHeights: readonly number[];
  readonly headingHeight: number;
  /** Whether the last row is the table's total. */
  readonly hasTotal: boolean;
}

export interface ChartFrame {
  readonly kind: "chart";
  readonly box: Box;
  readonly name: string;
  readonly description: string;
  readonly look: LineChartLook;
  readonly months: readonly string[];
  readonly figureName: string;
  readonly numberFormat: string;
  /** null = a month without a figure. */
  readonly figures: readonly (number | null)[];
  readonly targets: readonly (number | null)[];
}

export interface TextFrame {
  readonly kind: "text";
  readonly box: Box;
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** A paragraph each. */
  readonly paragraphs: readonly string[];
  readonly bulleted: boolean;
}

export type Frame = TableFrame | ChartFrame | TextFrame;

export interface SlidePlan {
  readonly layout: "title" | "title-only";
  readonly title: string;
  /** Of a title slide. */
  readonly subtitle: string | null;
  /** In the order in which they are read. */
  readonly frames: readonly Frame[];
  /** What the speaker has before them, a paragraph each. */
  readonly notes: readonly string[];
}

export interface DeckPlan {
  readonly slides: readonly SlidePlan[];
  /** At the foot of each slide: council and month. */
  readonly footer: string;
}
