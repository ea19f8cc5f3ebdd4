/** How headings and sheet names are compared (SPEC §2). */
import { listSpec, LISTS } from "./lists";
import type { ListId, ListSpec } from "./lists";
import { nameKey } from "../settings/names";

/** A heading as it is compared, without what stands in brackets: "CIN Start Date (dd/mm/yyyy)". */
export function plainHeadingWithoutBrackets(text: string): string {
  return plainHeading(text.replace(/\([^)]*\)|\[[^\]]*\]/g, " "));
}

/** Headings are compared as names are: without case, spaces, underscores, punctuation, quotes or line breaks. */
export const plainHeading = nameKey;

/** How well a sheet's name is a list's: the list's own name, another name for it, a name with a date or the like about it, or not at all. */
export const OWN_NAME = 3;
export const OTHER_NAME = 2;
export const LIKE_NAME = 1;
export const NO_NAME = 0;
export type NameFit = typeof OWN_NAME | typeof OTHER_NAME | typeof LIKE_NAME | typeof NO_NAME;

/** A sheet's name as it is held against each list's: made once a sheet. */
export interface PlainSheetName {
  readonly plain: string;
  /** Without dates, "extract" and the like. */
  readonly bare: string;
}

export function plainSheetName(name: string): PlainSheetName {
  return OWN_NAMES.get(name) ?? makePlain(name);
}

function makePlain(name: string): PlainSheetName {
  return { plain: nameKey(name), bare: bareSheetName(name) };
}

export function nameFit(list: ListId, { plain, bare }: PlainSheetName): NameFit {
  const names = namesOf(list);
  if (plain === names.own) return OWN_NAME;
  if (names.others.has(plain)) return OTHER_NAME;
  return bare !== "" && names.bare.has(bare) ? LIKE_NAME : NO_NAME;
}

/** Words that people put round a list's name on a tab, and that say nothing about which list it is. */
const PADDING =
  /^(?:\d+|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|extracts?|list|report|data|sheet|raw|export|current|latest|table|copy|of|for|the|all|open|part|q[1-4]|v\d+|fy|ytd)$/;

function bareSheetName(name: string): string {
  return wordsOf(name)
    .filter((word) => word !== "" && !PADDING.test(word))
    .join("");
}

function wordsOf(name: string): readonly string[] {
  // As below, without the tables of Unicode.
  if (/^[\x20-\x7e]*$/.test(name)) {
    return name
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .replace(/([a-z])(\d{2,})/g, "$1 $2")
      .split(/[^a-z0-9]+/);
  }
  return name
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/(\p{L})(\d{2,})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u);
}

interface PlainNames {
  readonly own: string;
  readonly others: ReadonlySet<string>;
  readonly bare: ReadonlySet<string>;
}

/** Most sheets are named just as the list is. */
const OWN_NAMES: ReadonlyMap<string, PlainSheetName> = new Map(
  LISTS.map(({ name }) => [name, makePlain(name)]),
);

const plainNames = new Map<ListId, PlainNames>(LISTS.map((spec) => [spec.id, plainNamesOf(spec)]));

function plainNamesOf(spec: ListSpec): PlainNames {
  return {
    own: nameKey(spec.name),
    others: new Set(spec.otherNames.map(nameKey)),
    bare: new Set([spec.name, ...spec.otherNames].map(bareSheetName)),
  };
}

function namesOf(list: ListId): PlainNames {
  return plainNames.get(list) ?? plainNamesOf(listSpec(list));
}
