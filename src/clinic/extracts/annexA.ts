/** Ofsted's Annex A workbook: which of our lists each of its sheets is, and how it is read differently (SPEC §2). */
import { nameKey } from "../settings/names";
import type { ListId } from "./lists";
import type { CellValue } from "./worksheet";

export interface AnnexASheet {
  readonly sheet: string;
  readonly list: ListId;
  /** Columns without which the sheet cannot be read, beyond the list's own. */
  readonly alsoRequired: readonly string[];
  /** Only rows whose cell in `column` contains `words` count, compared as headings are. */
  readonly onlyRows: { readonly column: string; readonly words: string } | null;
  /** The date under "last visit" is that the child was seen, by whomever. */
  readonly lastVisitIsSeen: boolean;
}

const PLAIN_SHEET = {
  alsoRequired: [],
  onlyRows: null,
  lastVisitIsSeen: false,
} as const;

/** Lists 9 to 11 hold nothing that the pack counts. */
export const ANNEX_A: readonly AnnexASheet[] = [
  { ...PLAIN_SHEET, sheet: "List 1", list: "contacts" },
  { ...PLAIN_SHEET, sheet: "List 2", list: "early-help" },
  { ...PLAIN_SHEET, sheet: "List 3", list: "referrals" },
  { ...PLAIN_SHEET, sheet: "List 4", list: "assessments" },
  { ...PLAIN_SHEET, sheet: "List 5", list: "section-47" },
  {
    ...PLAIN_SHEET,
    sheet: "List 6",
    list: "cin-plans",
    alsoRequired: ["caseStatus"],
    onlyRows: { column: "caseStatus", words: "child in need plan" },
    lastVisitIsSeen: true,
  },
  { ...PLAIN_SHEET, sheet: "List 7", list: "cp-plans" },
  { ...PLAIN_SHEET, sheet: "List 8", list: "cla" },
];

/** The entry for a sheet of exactly this name, in any case; null for any other sheet. */
export function annexASheet(sheetName: string): AnnexASheet | null {
  return BY_NAME.get(sheetName.trim().toLowerCase()) ?? null;
}

const BY_NAME: ReadonlyMap<string, AnnexASheet> = new Map(
  ANNEX_A.map((entry) => [entry.sheet.toLowerCase(), entry]),
);

/** Whether a row counts by its cell in the column that `onlyRows` names. */
export function rowsThatCount(words: string): (cell: CellValue) => boolean {
  const wanted = nameKey(words);
  const answers = new Map<CellValue, boolean>();
  return (cell) => {
    let answer = answers.get(cell);
    if (answer === undefined) answers.set(cell, (answer = nameKey(String(cell)).includes(wanted)));
    return answer;
  };
}
