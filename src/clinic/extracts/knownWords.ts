/**
 * The columns whose words choose what is counted (SPEC §3 ClinicWords), which of their words are known, and what a word
 * that is not can be said to mean.
 */
import { nameKey } from "../cells/names";
import type { CellValue } from "../cells/worksheet";
import { meansIcpc } from "../lists/outcomeWords";
import type { ListId } from "../lists/lists";
import { NO_PLAN, PLAN_BITS, plansInWords, plansNamed } from "../lists/planWords";
import { meansCinPlan } from "../lists/statusWords";

/** What the settings say of words. */
export interface WordSettings {
  /** Entries of the option "S47 outcomes that mean ICPC". */
  readonly icpcOutcomes: readonly string[];
  readonly statuses: readonly { readonly status: string }[];
}

export interface WordColumn {
  readonly list: ListId;
  /** Key of the list's column. */
  readonly column: string;
  readonly isKnown: (word: CellValue, settings: WordSettings) => boolean;
  /** Words that it may be said to mean. */
  readonly meanings: (settings: WordSettings) => readonly string[];
}

const planColumn = (list: ListId): WordColumn => ({
  list,
  column: "plan",
  isKnown: (word) => plansNamed(word) !== NO_PLAN,
  meanings: () => Object.values(PLAN_BITS).map(plansInWords),
});

const NO_ICPC = "No ICPC";
const CIN_PLAN = "CIN plan";

export const WORD_COLUMNS: readonly WordColumn[] = [
  planColumn("visits"),
  planColumn("core-groups"),
  planColumn("supervisions"),
  {
    list: "cin-plans",
    column: "caseStatus",
    isKnown: (word) => meansCinPlan(word) || OFSTEDS_CODE.test(String(word).trim()),
    meanings: () => [CIN_PLAN],
  },
  {
    list: "section-47",
    column: "outcome",
    isKnown: (word, { icpcOutcomes }) => meansIcpc(icpcOutcomes)(word) || meansNoIcpc(String(word)),
    meanings: ({ icpcOutcomes }) => [icpcOutcomes[0] ?? "ICPC", NO_ICPC],
  },
  {
    list: "allocations",
    column: "status",
    isKnown: (word, { statuses }) =>
      A_STATUS.test(String(word)) || statuses.some(({ status }) => nameKey(status) === nameKey(String(word))),
    meanings: ({ statuses }) => [...new Set(["SW", "NQSW", "ASYE", ...statuses.map(({ status }) => status)])],
  },
];

/** "a) LAC", "d": Annex A's code says what a row is, whatever the words after it. */
const OFSTEDS_CODE = /^[a-z] ?(?:\).*)?$/i;

const DENIES = /\b(?:no|not|without|nfa|un(?:substantiated|founded))\b/i;
const A_CONFERENCE = /\b(?:conference|icpc|cpc|cpcc)\b/i;
const ANOTHER_END =
  /\b(?:clos(?:e|ed|ure)|end(?:ed)?|cancelled|abandoned|cin|child(?:ren)? in need|section 17|s17|early help|universal|signpost(?:ed|ing)?|step(?:ped)? down|transfer(?:red)?|assessment|family support)\b/i;

/** Outcomes that lead to no conference, however they are worded; one that speaks of a conference has to say that there is none. */
function meansNoIcpc(outcome: string): boolean {
  return DENIES.test(outcome) || (ANOTHER_END.test(outcome) && !A_CONFERENCE.test(outcome));
}

/** Words of a job or a qualification in social work. */
const A_STATUS =
  /\b(?:[a-z]{0,3}sw\d?|asye|aysw|aye|social work(?:er)?|newly qualified|(?:un|pre|post)?-?qualified|senior|principal|practitioner|student|trainee|apprentice|step[ -]?up|frontline|agency|locum|manager|assistant|support worker|family worker|personal advis[eo]r|pa)\b/i;
