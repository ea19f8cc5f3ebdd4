/** Header rows are looked for in so many rows, from the sheet's first (SPEC §2). */
export const HEADER_ROWS = 50;
