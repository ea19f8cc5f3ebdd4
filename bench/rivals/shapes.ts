import type { CellValue } from "../../src/clinic/cells/worksheet";

/** Each sheet and settings table by name, as rows of cells; tables with their headings. */
export type RivalWorkbook = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** What all three are held to. */
export interface RivalFigures {
  readonly demand: Readonly<Record<string, number | null>>;
  /** Rows of [team, denominator, numerator]. */
  readonly tables: Readonly<
    Record<string, { readonly rows: readonly (readonly unknown[])[]; readonly total: readonly number[] }>
  >;
  readonly series: Readonly<Record<string, number | null>>;
  /** Rows of [allocations, status, team]. */
  readonly caseloads: Readonly<Record<string, readonly (readonly unknown[])[]>>;
}
