import {
  isBlankWord,
  readBetterWhen,
  readDay,
  readNumber,
  readText,
  readUnit,
} from "../../src/functions/cells";

it.each([[undefined], [null], [""], [0]])(
  "a blank cell, handed over as %p, is no word, no option and no day",
  (cell) => {
    expect(isBlankWord(cell)).toBe(true);
    expect(readText(cell)).toBe("");
    expect(readUnit(cell)).toBe("days");
    expect(readBetterWhen(cell)).toBe("higher");
    expect(readNumber(cell, "count")).toBe(0);
    for (const date1904 of [false, true]) expect(readDay(cell, "date", date1904)).toBe(0);
  },
);
