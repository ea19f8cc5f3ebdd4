/**
 * Codes of IDs that are a few capital letters and digits, as nearly all are. Such an ID is two whole numbers, so it is
 * found in a table of numbers: of a list of hundreds of thousands of rows no text need be hashed or compared.
 */
export interface PlainIds {
  /** The code that the ID was given; `next`, which it then keeps, for an ID not met before; `NOT_PLAIN` for any other text. */
  codeOf(text: string, next: number): number;
  /** The code that the ID was given; `NOT_PLAIN` for any other text, and one not met. */
  find(text: string): number;
}

export const NOT_PLAIN = -1;

/** Ten signs of 36, told from no sign, in two halves: each half is below 2³¹. */
const LETTERS_A_HALF = 5;
const SIGNS = 37;

/** @param expected about how many IDs there will be; more do no harm. */
export function createPlainIds(expected: number): PlainIds {
  let capacity = 1024;
  while (capacity < expected) capacity *= 2;
  /** By place: first half, second half, code + 1; all 0 where the place is free. */
  let table = new Int32Array(3 * capacity);
  let count = 0;
  /** The two halves of the ID asked for last. */
  const sought = new Int32Array(2);

  /** Start of the place where the ID is, or where it belongs. */
  function placeOf(first: number, second: number): number {
    let place = mixed(first, second) & (capacity - 1);
    for (;;) {
      const at = 3 * place;
      if (table[at + 2] === 0 || (table[at] === first && table[at + 1] === second)) return at;
      place = (place + 1) & (capacity - 1);
    }
  }

  function grow(): void {
    const old = table;
    capacity *= 2;
    table = new Int32Array(3 * capacity);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      const at = placeOf(old[from]!, old[from + 1]!);
      table[at] = old[from]!;
      table[at + 1] = old[from + 1]!;
      table[at + 2] = old[from + 2]!;
    }
  }

  /** Start of the text's place; -1 for a text that is not plain. */
  function placeOfText(text: string): number {
    const { length } = text;
    if (length === 0 || length > 2 * LETTERS_A_HALF) return -1;
    let first = 0;
    let second = 0;
    for (let i = 0; i < length; i++) {
      const sign = signOf(text.charCodeAt(i));
      if (sign === 0) return -1;
      if (i < LETTERS_A_HALF) first = first * SIGNS + sign;
      else second = second * SIGNS + sign;
    }
    sought[0] = first;
    sought[1] = second;
    return placeOf(first, second);
  }

  return {
    codeOf(text, next) {
      const at = placeOfText(text);
      if (at < 0) return NOT_PLAIN;
      const code = table[at + 2]! - 1;
      if (code >= 0) return code;
      table[at] = sought[0]!;
      table[at + 1] = sought[1]!;
      table[at + 2] = next + 1;
      if (4 * ++count > 3 * capacity) grow();
      return next;
    },
    find(text) {
      const at = placeOfText(text);
      return at < 0 ? NOT_PLAIN : table[at + 2]! - 1;
    },
  };
}

/** 1 to 10 for a digit, 11 to 36 for a capital letter, 0 for anything else. */
function signOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 47;
  return code >= 65 && code <= 90 ? code - 54 : 0;
}

/** Spreads IDs that follow one another over the table. */
function mixed(first: number, second: number): number {
  const product = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return product ^ (product >>> 15);
}
