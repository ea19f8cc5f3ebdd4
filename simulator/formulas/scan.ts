/**
 * Cuts a formula (en-US, without "=") into pieces, losing nothing: joined again they are the formula.
 * Only what references are made of is told apart; the rest is punctuation.
 */

export type Piece =
  | {
      readonly kind: "reference";
      readonly text: string;
      readonly sheet: string | null;
      readonly cells: string;
    }
  | { readonly kind: "structured"; readonly text: string; readonly table: string; readonly inside: string }
  | { readonly kind: "name"; readonly text: string; readonly sheet: string | null; readonly name: string }
  | { readonly kind: "function" | "text" | "number" | "error" | "space" | "other"; readonly text: string };

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const REFERENCE = new RegExp(
  String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![A-Za-z0-9_.(\[!?\\])`,
  "y",
);
const SHEET = /(?:'(?:[^']|'')+'|[A-Za-z_\u00c0-\uffff][A-Za-z0-9_.\u00c0-\uffff]*)!/y;
const WORD = /[A-Za-z_\\\u00c0-\uffff][A-Za-z0-9_.\\?\u00c0-\uffff]*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?/y;
const ERROR = /#(?:REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/iy;
const SPACE = /[ \t\r\n]+/y;

export function scanFormula(formula: string): readonly Piece[] {
  let pieces = scanned.get(formula);
  if (!pieces) {
    if (scanned.size >= MOST_SCANNED) scanned.clear();
    scanned.set(formula, (pieces = scan(formula)));
  }
  return pieces;
}

/** A column of a table has one text in every row, and each is looked at many times over. */
const scanned = new Map<string, readonly Piece[]>();
const MOST_SCANNED = 2_000;

function scan(formula: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const match = (pattern: RegExp, from: number): string | null => {
    pattern.lastIndex = from;
    return pattern.exec(formula)?.[0] ?? null;
  };
  while (at < formula.length) {
    const piece = pieceAt(formula, at, match);
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function pieceAt(
  formula: string,
  at: number,
  match: (pattern: RegExp, from: number) => string | null,
): Piece {
  const letter = formula[at]!;
  if (letter === '"') return { kind: "text", text: quoted(formula, at) };
  const space = match(SPACE, at);
  if (space) return { kind: "space", text: space };
  if (letter === "[") return structured(formula, at, "");
  const prefix = match(SHEET, at);
  if (prefix) {
    const from = at + prefix.length;
    const cells = match(REFERENCE, from) ?? match(ERROR, from);
    const sheet = prefix.slice(0, -1);
    if (cells) return { kind: "reference", text: prefix + cells, sheet, cells };
    const name = match(WORD, from);
    if (name) return { kind: "name", text: prefix + name, sheet, name };
  }
  const cells = match(REFERENCE, at);
  if (cells) return { kind: "reference", text: cells, sheet: null, cells };
  const error = match(ERROR, at);
  if (error) return { kind: "error", text: error };
  const number = match(NUMBER, at);
  if (number) return { kind: "number", text: number };
  const word = match(WORD, at);
  if (word) {
    const next = formula[at + word.length];
    if (next === "[") return structured(formula, at, word);
    if (next === "(") return { kind: "function", text: word };
    return { kind: "name", text: word, sheet: null, name: word };
  }
  return { kind: "other", text: letter };
}

function quoted(formula: string, at: number): string {
  let end = at + 1;
  while (end < formula.length) {
    if (formula[end] === '"') {
      if (formula[end + 1] !== '"') return formula.slice(at, end + 1);
      end++;
    }
    end++;
  }
  return formula.slice(at);
}

/** Table[…] or […]: brackets nest, an apostrophe takes the next character as it is. */
function structured(formula: string, at: number, table: string): Piece {
  const open = at + table.length;
  let depth = 0;
  for (let end = open; end < formula.length; end++) {
    const letter = formula[end];
    if (letter === "'") end++;
    else if (letter === "[") depth++;
    else if (letter === "]" && --depth === 0) {
      return {
        kind: "structured",
        text: formula.slice(at, end + 1),
        table,
        inside: formula.slice(open + 1, end),
      };
    }
  }
  return { kind: "other", text: formula[at]! };
}

/** The formula with each of its pieces spelt as `spell` says; null leaves a piece as it is. */
export function respell(formula: string, spell: (piece: Piece) => string | null): string {
  return scanFormula(formula)
    .map((piece) => spell(piece) ?? piece.text)
    .join("");
}
