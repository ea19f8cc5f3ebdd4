import fc from "fast-check";
import {
  BODY_FONT,
  HEADING_FONT,
  TITLE_FONT,
  linesIn,
  textWidth,
  widthFor,
} from "../../../src/pages/layout/textWidth";

const words = fc
  .array(fc.stringMatching(/^[A-Za-z0-9%().,–’-]{1,14}$/), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(" "));

test("is Arial's own width, with a little for the screen", () => {
  // Ten digits of 556 thousandths at 11 points are 81.5 pixels, which are 11.65 characters of seven.
  expect(textWidth("0123456789")).toBeCloseTo(11.65 * 1.03, 1);
  expect(textWidth("Denominator", HEADING_FONT)).toBeGreaterThan(textWidth("Denominator"));
  expect(textWidth("CIN", TITLE_FONT) / textWidth("CIN", HEADING_FONT)).toBeCloseTo(14 / 11, 6);
  expect(textWidth("short\na longer line")).toBe(textWidth("a longer line"));
});

test("a text breaks at spaces, and within a word that is wider than its column", () => {
  expect(linesIn("one two", 60)).toBe(1);
  expect(linesIn("Number of children", widthFor("Number of"))).toBe(2);
  expect(linesIn("x".repeat(100), textWidth("x".repeat(26)))).toBe(4);
  expect(linesIn("one\ntwo", 60)).toBe(2);
  expect(linesIn("", 5)).toBe(1);
});

test("never fewer lines in a narrower column, and enough room for all letters", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 3, max: 80 }), (text, width) => {
      const lines = linesIn(text, width);
      expect(linesIn(text, width - 1)).toBeGreaterThanOrEqual(lines);
      expect(lines * width).toBeGreaterThanOrEqual(textWidth(text.replaceAll(" ", "")));
    }),
  );
});

test("the narrowest column for so many lines is just wide enough", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), (text, lines) => {
      const width = widthFor(text, BODY_FONT, lines);
      expect(linesIn(text, width)).toBeLessThanOrEqual(lines);
      expect(width).toBeLessThanOrEqual(Math.max(1.5, textWidth(text) + 1));
    }),
  );
});
