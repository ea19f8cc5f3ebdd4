import { isBlankWord, readBetterWhen, readNumber, readText, readUnit } from "../../src/functions/cells";

it.each([[undefined], [null], [""], [0]])(
  "a blank cell, handed over as %p, is no word and no option",
  (cell) => {
    expect(isBlankWord(cell)).toBe(true);
    expect(readText(cell)).toBe("");
    expect(readUnit(cell)).toBe("days");
    expect(readBetterWhen(cell)).toBe("higher");
    expect(readNumber(cell, "count")).toBe(0);
  },
);
