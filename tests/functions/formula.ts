/** Reads the formulas of the guide's examples: literals, array constants, DATE() and arguments left out. */
import { serialOf } from "../../src/clinic/calendar/serials";

export interface Formula {
  readonly name: string;
  /** As Excel hands them over; null = left out. */
  readonly argumentsOf: readonly (unknown[][] | null)[];
}

export function readFormula(text: string): Formula {
  const match = /^=CLINIC\.([A-Z]+)\((.*)\)$/.exec(text);
  if (!match) throw new Error(`Not a formula of the guide: ${text}`);
  const [, name = "", inside = ""] = match;
  return { name, argumentsOf: split(inside, ",").map(readArgument) };
}

function readArgument(text: string): unknown[][] | null {
  if (text.trim() === "") return null;
  const array = /^\{(.*)\}$/.exec(text);
  if (!array) return [[readLiteral(text)]];
  return split(array[1] ?? "", ";").map((row) => split(row, ",").map(readLiteral));
}

function readLiteral(text: string): unknown {
  const date = /^DATE\((\d+),(\d+),(\d+)\)$/.exec(text);
  if (date) return serialOf(Number(date[1]), Number(date[2]), Number(date[3]));
  const quoted = /^"(.*)"$/.exec(text);
  if (quoted) return quoted[1];
  const value = Number(text);
  if (Number.isNaN(value)) throw new Error(`Not a literal: ${text}`);
  return value;
}

/** Splits at `separator` outside quotes, braces and brackets. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && "({".includes(character)) depth++;
    if (!quoted && ")}".includes(character)) depth--;
    if (character === separator && depth === 0 && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
