/** What a condition of Clinic Setup says (SPEC §3: With, Only where), once it is read. */

export type Comparison = "=" | "<>" | ">=" | "<=" | ">" | "<";
export type PeriodUnit = "days" | "working days" | "months";

export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

export type Clause =
  /** `=`: the cell is one of the values; `<>`: it is none of them; the others have one value, a number or a date. */
  | {
      readonly says: "compares";
      readonly heading: string;
      readonly comparison: Comparison;
      readonly values: readonly string[];
    }
  | { readonly says: "contains"; readonly heading: string; readonly values: readonly string[] }
  | { readonly says: "filled"; readonly heading: string; readonly isFilled: boolean }
  /** An earlier row of the same child has a date under the heading that lies no further back than the period. */
  | { readonly says: "follows earlier"; readonly heading: string; readonly within: Period }
  | { readonly says: "open longer"; readonly than: Period };

/** Every clause must hold. */
export type Condition = readonly Clause[];

/** What cannot be read, and what to type instead: plain sentences without what stands in a row. */
export interface Fault {
  readonly message: string;
  readonly fix: string;
}

/** `texts`: each clause as it was typed. */
export type ParsedCondition =
  | { readonly condition: Condition; readonly texts: readonly string[]; readonly fault: null }
  | { readonly condition: null; readonly texts: readonly []; readonly fault: Fault };

/** Headings that a condition reads, in the order met, each once. */
export function headingsIn(condition: Condition): readonly string[] {
  return [...new Set(condition.flatMap((clause) => ("heading" in clause ? [clause.heading] : [])))];
}
