/**
 * What a team's name says of it (SPEC §3 ClinicTeams): its short name, service and locality, and whether
 * it is likely to belong in the clinic tables. Only a start: the analyst's own entry always wins.
 */
import { nameKey } from "../cells/names";
import type { GuessedService, Team } from "./team";

/** Long forms and what they are for short. */
const SHORT_FORMS: readonly (readonly [long: RegExp, short: string])[] = [
  [/\bbrief intervention(?: team)?\b/i, "BIT"],
  [/\bsocial work(?:ers)? with families\b/i, "SWF"],
  [/\bchildren with disabilit(?:ies|y)(?: team)?\b/i, "CWD"],
];

const SERVICES: readonly (readonly [sign: RegExp, service: GuessedService])[] = [
  [/\bb\.?i\.?t\b|\bbrief intervention\b/i, "BIT"],
  [/\bs\.?w\.?f\b|\bsocial work(?:ers)? with families\b/i, "SWF"],
  [
    /\bc\.?w\.?d\b|\bdisab|\bc\.?d\.?t\b|\bd\.?c\.?t\b|\b0 ?(?:-|\u2013|to) ?25\b|\bsend\b|\bcomplex needs\b/i,
    "CWD",
  ],
  [/\bfront ?line\b/i, "Frontline"],
];

/**
 * Teams that stand outside the clinic tables in the published pack (CWD, looked after, young people, the
 * front door, early help), and teams of the same kind under the names that other councils give them.
 */
const OUTSIDE_CLINIC =
  /\blooked after\b|\bcla\b|\blac\b|\bcic\b|\bin (?:our )?care\b|\byoung people|\bleaving care\b|\bcare leaver|\bthrough ?care\b|\bafter ?care\b|\bpermanence\b|\bpathways?\b|\bmash\b|\bmulti.?agency safeguarding\b|\bfront door\b|\bearly help\b|\bfamily hub|\bemergency duty\b|\bedt\b|\bout of hours\b|\bfoster|\badopt|\bkinship\b|\bconnected (?:persons?|carers?)\b|\bunaccompanied\b|\buasc\b|\byouth\b/i;

const COMPASS = /\b(?:(?:north|south|mid|central)[ -])?(?:north|south|east|west|central)\b/i;

/** The row of ClinicTeams that a team first met in an extract starts with. */
export function guessTeam(name: string): Team {
  const service = guessService(name);
  const inCore = service === "BIT" || service === "SWF" || service === "Frontline";
  return {
    name,
    shortName: guessShortName(name),
    otherNames: [],
    service,
    locality: guessLocality(name),
    inClinicTables: inCore || (service !== "CWD" && !OUTSIDE_CLINIC.test(name)),
    origin: "known",
  };
}

/**
 * The row of a team met under several spellings. As in the published pack, a brief intervention team's full
 * name is the long one, and the other services' is the short one with the long one beside it.
 */
export function guessTeamOf(spellings: readonly string[]): Team {
  const byLength = [...spellings].sort((a, b) => a.length - b.length);
  const name = (guessService(byLength[0] ?? "") === "BIT" ? byLength.at(-1) : byLength[0]) ?? "";
  const team = guessTeam(name);
  const said = new Set([nameKey(name), nameKey(team.shortName)]);
  const otherNames = spellings.filter((spelling) => {
    const isNew = !said.has(nameKey(spelling));
    said.add(nameKey(spelling));
    return isNew;
  });
  return { ...team, otherNames };
}

/** "Brief Intervention Team East 1" is "BIT East 1" for short; other names are short as they stand. */
export function guessShortName(name: string): string {
  return SHORT_FORMS.reduce((short, [long, brief]) => short.replace(long, brief), name);
}

export function guessService(name: string): GuessedService {
  return SERVICES.find(([sign]) => sign.test(name))?.[1] ?? "Other";
}

/**
 * A point of the compass anywhere in the name; for a BIT or SWF team, whose names are service, place and
 * number, also any other place: "SWF Riverside 2" is in Riverside. "" where the name tells none.
 */
export function guessLocality(name: string): string {
  const compass = COMPASS.exec(name);
  if (compass) return inTitleCase(compass[0]);
  const service = guessService(name);
  if (service !== "BIT" && service !== "SWF") return "";
  const place = guessShortName(name)
    .replace(/\b[bs]\.?[iw]\.?[tf]\b\.?/i, " ")
    .replace(/\b(?:teams?|service|hub|duty|\d+|[a-d])\b/gi, " ")
    .replace(/[^\p{L}\p{N}'’-]+/gu, " ")
    .replace(/(?:^|\s)[-'’]+(?=\s|$)/g, " ");
  return inTitleCase(place.trim());
}

/** A word in capitals or small letters is set with one capital; a mixed one stands. */
function inTitleCase(words: string): string {
  return words
    .trim()
    .split(/[\s]+/)
    .map((word) =>
      word === word.toUpperCase() || word === word.toLowerCase()
        ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
        : word,
    )
    .join(" ");
}
