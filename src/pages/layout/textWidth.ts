/**
 * How much room Arial takes, in Excel's unit of column width (a digit of the default font: seven pixels at 100 %), so
 * that columns and rows can be planned without a screen. A little more than the letters' own widths, since screens
 * round them up.
 */

export interface Font {
  readonly weight: "regular" | "bold";
  /** Points. */
  readonly size: number;
}

export const BODY_FONT: Font = { weight: "regular", size: 11 };
export const HEADING_FONT: Font = { weight: "bold", size: 11 };
export const TITLE_FONT: Font = { weight: "bold", size: 14 };

/** Of a text on one line; of its longest line where it has several. */
export function textWidth(text: string, font: Font = BODY_FONT): number {
  return Math.max(...text.split("\n").map((line) => lineWidth(line, font)));
}

/** Lines that a cell of `width` characters breaks a text into, at its spaces and within words that are too long. */
export function linesIn(text: string, width: number, font: Font = BODY_FONT): number {
  return text.split("\n").reduce((lines, line) => lines + wrapped(line, width, font), 0);
}

/** The narrowest column, in half characters, that holds a text on `lines` lines at the most. */
export function widthFor(text: string, font: Font = BODY_FONT, lines = 1): number {
  let width = Math.max(1, Math.floor((2 * textWidth(text, font)) / lines) / 2);
  while (linesIn(text, width, font) > lines) width += 0.5;
  return width;
}

function wrapped(line: string, width: number, font: Font): number {
  const space = lineWidth(" ", font);
  let lines = 1;
  let used = 0;
  for (const word of line.split(" ")) {
    const length = lineWidth(word, font);
    if (used > 0 && used + space + length > width) {
      lines += 1;
      used = 0;
    }
    const broken = Math.max(0, Math.ceil(length / width) - 1);
    lines += broken;
    used += (used > 0 ? space : 0) + length - broken * width;
  }
  return lines;
}

const PIXELS_A_POINT = 96 / 72;
const PIXELS_A_CHARACTER = 7;
const SCREENS_ROUND_UP = 1.03;

function lineWidth(line: string, { weight, size }: Font): number {
  const widths = THOUSANDTHS[weight];
  let sum = 0;
  for (const letter of line) sum += widths[letter.charCodeAt(0) - FIRST] ?? beyondAscii(letter);
  return (sum / 1000) * size * (PIXELS_A_POINT / PIXELS_A_CHARACTER) * SCREENS_ROUND_UP;
}

/** Letters with accents, then dashes and quotes, then arrows and all other scripts. */
function beyondAscii(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x0250) return 667;
  return code >= 0x2010 && code <= 0x201f ? 556 : 1000;
}

const FIRST = 32;

/** Advance widths of " " to "~", in thousandths of the size. */
const THOUSANDTHS: Readonly<Record<Font["weight"], readonly number[]>> = {
  regular: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ],
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
    556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
    556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
    333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ],
};
