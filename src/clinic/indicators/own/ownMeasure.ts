/** A row of ClinicMeasures (SPEC §3), understood: what the council's own indicator counts, before any list is read. */
import type { Condition } from "../../conditions/condition";
import type { ListId } from "../../lists/lists";
import type { Timescale } from "../entry";
import type { TeamPage } from "../teamPages";
import type { OwnId } from "../ids";
import type { COUNTED_WORDS, MEASURE_WORDS, MeasureRow } from "./measureRows";

export type MeasureKind = (typeof MEASURE_WORDS)[number];
export type CountedKind = (typeof COUNTED_WORDS)[number];
export type Each = "row" | "child" | "child and date";

/** Where its rows are: a list of SPEC §2, or a sheet by its name. */
export type OwnSource =
  /** `typed`: as the row has it; a sheet of that name comes first where it is read as no such list. */
  | { readonly from: "list"; readonly list: ListId; readonly typed: string }
  | { readonly from: "sheet"; readonly sheet: string };

/** The columns that a measure may name by their headings; "" = the list's own, or none. */
export interface OwnHeadings {
  readonly by: string;
  readonly start: string;
  readonly end: string;
  readonly date: string;
  readonly due: string;
  readonly frequency: string;
  readonly team: string;
}

export interface OwnMeasure {
  readonly id: OwnId;
  readonly title: string;
  /** null = a count, which is a row of Clinic Demand. */
  readonly page: TeamPage | null;
  readonly measure: MeasureKind;
  readonly source: OwnSource;
  readonly each: Each;
  readonly counted: CountedKind;
  /** Counted on the day that the timescale ends: "due". */
  readonly countedWhenDue: boolean;
  readonly headings: OwnHeadings;
  /** When the first one is due; null = within the timescale. */
  readonly firstDue: Timescale | null;
  readonly with: Condition | null;
  readonly withText: string;
  readonly onlyWhere: Condition | null;
  readonly onlyWhereText: string;
  readonly hasChart: boolean;
  readonly row: MeasureRow;
}
