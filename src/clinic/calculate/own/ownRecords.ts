/** The rows of a council's own indicator as they are counted, and what a preview of them shows. */
import type { CellValue } from "../../cells/worksheet";
import type { Clause } from "../../conditions/condition";
import type { Records } from "../../extracts/readList";
import type { ReadColumn } from "../../indicators/own/ownCohort";

export interface OwnRecords extends Records {
  /** As found under a heading of the sheet; or the team's service or locality, or the child's age. */
  cell(heading: string): (row: number) => CellValue;
  /** The heading that one of the measure's columns is read from; null = none. */
  headingOf(column: ReadColumn): string | null;
  /** The clauses of a condition, each as typed, with the rows that meet it. */
  clauses(column: ConditionColumn): readonly ClauseAsked[];
}

export type ConditionColumn = "With" | "Only where";

export interface ClauseAsked {
  readonly clause: Clause;
  readonly text: string;
  readonly isMet: (row: number) => boolean;
}
