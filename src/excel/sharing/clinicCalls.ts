/**
 * Whether a formula calls a function of the CLINIC namespace. Pure. Texts, sheet names in apostrophes and what stands
 * between brackets (columns of tables, other workbooks) are no calls, whatever they say.
 */
export function callsClinic(formula: string): boolean {
  return formula.startsWith("=") && MENTION.test(formula) && CALL.test(withoutQuotes(formula));
}

const MENTION = /clinic[._]/i;

/** Excel shows CLINIC.PCT; where the add-in is not loaded it can show the file's own spelling, _xldudf_CLINIC_PCT. */
const CALL = /(?:^|[^\w.\\?\u0080-\uffff])(?:clinic\.|_xldudf_clinic_)\w[\w.]*\s*\(/i;

const TEXT = /"(?:[^"]|"")*"/y;
const SHEET = /'(?:[^']|'')*'/y;

/** A blank for each text, quoted sheet name and bracket with all that is in it. */
function withoutQuotes(formula: string): string {
  let rest = "";
  let at = 0;
  while (at < formula.length) {
    const length = quotedLength(formula, at);
    rest += length === 0 ? formula.charAt(at) : " ";
    at += Math.max(length, 1);
  }
  return rest;
}

function quotedLength(formula: string, at: number): number {
  const letter = formula[at];
  if (letter === "[") return bracketLength(formula, at);
  if (letter !== '"' && letter !== "'") return 0;
  const quoted = letter === '"' ? TEXT : SHEET;
  quoted.lastIndex = at;
  return quoted.exec(formula)?.[0].length ?? 0;
}

/** Brackets nest; within them an apostrophe takes the next letter as it is. */
function bracketLength(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    const letter = formula[at];
    if (letter === "'") at++;
    else if (letter === "[") depth++;
    else if (letter === "]" && --depth === 0) return at - from + 1;
  }
  return 0;
}
