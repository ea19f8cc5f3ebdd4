/** How headings and sheet names are compared (SPEC §2). */
import { listSpec, LISTS } from "../lists/lists";
import type { ListId, ListSpec } from "../lists/lists";
import { nameKey } from "../cells/names";
import { NO_PLAN, plansNamed, withoutPlans } from "../lists/planWords";

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
  /** The plans that it names, as bits, and the bare name without them: "CP Visits" is CP and "visits". */
  readonly plans: number;
  readonly bareOfPlan: string;
}

export function plainSheetName(name: string): PlainSheetName {
  return OWN_NAMES.get(name) ?? makePlain(name);
}

function makePlain(name: string): PlainSheetName {
  const words = bareWords(name);
  return {
    plain: nameKey(name),
    bare: words.join(""),
    plans: plansNamed(words.join(" ")),
    bareOfPlan: nameKey(withoutPlans(words.join(" "))),
  };
}

export function nameFit(list: ListId, name: PlainSheetName): NameFit {
  const { plain, bare } = name;
  const names = namesOf(list);
  if (plain === names.own) return OWN_NAME;
  if (names.others.has(plain)) return OTHER_NAME;
  if (planInName(list, name) !== NO_PLAN) return LIKE_NAME;
  return bare !== "" && names.bare.has(bare) ? LIKE_NAME : NO_NAME;
}

/** The plan that the name of an event list's sheet says its rows are of ("CP Visits"), as bits; `NO_PLAN` where it says none. */
export function planInName(list: ListId, { plans, bareOfPlan }: PlainSheetName): number {
  return listSpec(list).byNameOnly && namesOf(list).bare.has(bareOfPlan) ? plans : NO_PLAN;
}

/** Words that people put round a list's name on a tab, and that say nothing about which list it is. */
const PADDING =
  /^(?:\d+|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|extracts?|list|report|data|sheet|raw|export|current|latest|table|copy|of|for|the|all|open|part|q[1-4]|v\d+|fy|ytd|ssd)$/;

function bareSheetName(name: string): string {
  return bareWords(name).join("");
}

function bareWords(name: string): readonly string[] {
  return wordsOf(name).filter((word) => word !== "" && !PADDING.test(word));
}

function wordsOf(name: string): readonly string[] {
  // As below, without the tables of Unicode.
  if (/^[\x20-\x7e]*$/.test(name)) {
    return name
      .replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3 $2$4")
      .toLowerCase()
      .replace(/([a-z])(\d{2,})/g, "$1 $2")
      .split(/[^a-z0-9]+/);
  }
  return name
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1$3 $2$4")
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
