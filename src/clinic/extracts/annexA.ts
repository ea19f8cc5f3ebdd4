/** Ofsted's Annex A workbook: which of our lists each of its sheets is, and how it is read differently (SPEC §2). */
import { certain } from "../cells/certain";
import type { ListId } from "../lists/lists";

export interface AnnexASheet {
  /** Its number in Annex A. */
  readonly number: number;
  readonly list: ListId;
  /** Columns without which the sheet cannot be read, beyond the list's own. */
  readonly alsoRequired: readonly string[];
  /** Only rows whose case status means a child in need plan count. */
  readonly onlyCinPlans: boolean;
  /** The date under "last visit" is that the child was seen, by whomever. */
  readonly lastVisitIsSeen: boolean;
}

const PLAIN_SHEET = { alsoRequired: [], onlyCinPlans: false, lastVisitIsSeen: false } as const;

/** Lists 9 to 11 hold nothing that the pack counts. */
const ANNEX_A: readonly AnnexASheet[] = [
  { ...PLAIN_SHEET, number: 1, list: "contacts" },
  { ...PLAIN_SHEET, number: 2, list: "early-help" },
  { ...PLAIN_SHEET, number: 3, list: "referrals" },
  { ...PLAIN_SHEET, number: 4, list: "assessments" },
  { ...PLAIN_SHEET, number: 5, list: "section-47" },
  { number: 6, list: "cin-plans", alsoRequired: ["caseStatus"], onlyCinPlans: true, lastVisitIsSeen: true },
  { ...PLAIN_SHEET, number: 7, list: "cp-plans" },
  { ...PLAIN_SHEET, number: 8, list: "cla" },
];

/**
 * The entry for a sheet whose name says "list", "Annex A" or "AA" and a number, in any spelling: List_6, List6,
 * "AnnexA List 6", AA_6_children_in_need. null for any other sheet, and for the numbers 9 to 11.
 */
export function annexASheet(sheetName: string): AnnexASheet | null {
  const number = numberOf(sheetName);
  return ANNEX_A.find((entry) => entry.number === number) ?? null;
}

/** Lists 9 to 11: adoption, and adopters. */
export function holdsNothingCounted(sheetName: string): boolean {
  const number = numberOf(sheetName);
  return number >= 9 && number <= 11;
}

/** 0 = not a sheet of Annex A by its name. */
function numberOf(sheetName: string): number {
  const words =
    sheetName
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex(
    (word, i) => /^\d+$/.test(word) && SAYS_ANNEX_A.test(words.slice(0, i).join(" ")),
  );
  return at < 0 ? 0 : Number(words[at]);
}

const SAYS_ANNEX_A = /(?:^| )(?:(?:annexa)?list|lists|annex a|annexa|aa)$/;

/** Headings, as names are compared, that of our lists and Annex A's only List 6 has. */
const ONLY_LIST_6: readonly string[] = [
  "primaryneedcode",
  "reasonforclosure",
  "datechildwaslastseen",
  "datechildlastseen",
];
const ENOUGH_OF_LIST_6 = 2;

/** Whether a header row that has a case status is that of List 6, whatever the sheet is called. @param headings compared as names are. */
export function isList6(headings: readonly string[]): boolean {
  return ONLY_LIST_6.filter((heading) => headings.includes(heading)).length >= ENOUGH_OF_LIST_6;
}

export const LIST_6: AnnexASheet = certain(ANNEX_A.find(({ number }) => number === 6));
