import * as fc from "fast-check";
import { readDate } from "../../../src/clinic/calendar/readDate";
import { formatDate, isoDate, partsOf, serialOf } from "../../../src/clinic/calendar/serials";

const JULY_31 = 45138;

describe("serials", () => {
  test("drops the time, in both date systems", () => {
    expect(readDate(JULY_31, false)).toBe(JULY_31);
    expect(readDate(JULY_31 + 0.999988, false)).toBe(JULY_31);
    expect(readDate(JULY_31 - 1462, true)).toBe(JULY_31);
  });

  test.each([0, -1, 0.5, -0.2, NaN, Infinity, -Infinity, 2_958_466, 1e12])("%p is no day", (value) => {
    expect(readDate(value, false)).toBe(-1);
  });

  test("the last day is the last in both systems", () => {
    expect(readDate(2_958_465, false)).toBe(2_958_465);
    expect(readDate(2_958_465 - 1462, true)).toBe(2_958_465);
    expect(readDate(2_958_465, true)).toBe(-1);
  });

  test("Excel's 29 February 1900 shifts only the days before it", () => {
    expect(serialOf(1900, 1, 1)).toBe(1);
    expect(serialOf(1900, 2, 28)).toBe(59);
    expect(serialOf(1900, 3, 1)).toBe(61);
    expect(isoDate(60)).toBe("1900-02-29");
    expect(readDate("28/02/1900", false)).toBe(59);
    expect(readDate("29/02/1900", false)).toBe(-1);
    expect(readDate("01/03/1900", false)).toBe(61);
  });
});

describe("text", () => {
  test.each([
    "31/07/2023",
    "31/7/23",
    "31.07.23",
    "31.07.2023",
    "31-07-2023",
    "31 07 2023",
    "31 / 07 / 2023",
    "31\u201307\u20132023",
    "31-Jul-23",
    "31-Jul-2023",
    "31 Jul 2023",
    "31 Jul '23",
    "31JUL2023",
    "31/Jul/2023",
    "31 July 2023",
    "31st July 2023",
    "31st of July, 2023",
    "Mon 31 July 2023",
    "Monday, 31 July 2023",
    "July 31, 2023",
    "Jul 31 2023",
    "2023-07-31",
    "2023/07/31",
    "2023-7-31",
    "2023-07-31T00:00:00",
    "2023-07-31T23:59:59.999Z",
    "2023-07-31T23:30:00+01:00",
    "2023-07-31 14:05:00.000",
    "31/07/2023 14:05",
    "31/07/2023 2:05 pm",
    "31/07/2023, 14:05:09",
    "31 July 2023 at 14.05",
    "31-Jul-23 00:00",
    "  31/07/2023  ",
    "\u00a031/07/2023\u00a0",
    "31\u00a0July\u00a02023",
  ])("%p is 31 July 2023, in both date systems", (text) => {
    expect(readDate(text, false)).toBe(JULY_31);
    expect(readDate(text, true)).toBe(JULY_31);
  });

  test("day comes first even where it could be a month", () => {
    expect(readDate("05/06/2023", false)).toBe(serialOf(2023, 6, 5));
    expect(readDate("07/31/2023", false)).toBe(-1);
  });

  test("two-digit years: 00 to 49 are this century", () => {
    expect(readDate("01/01/00", false)).toBe(serialOf(2000, 1, 1));
    expect(readDate("01/01/49", false)).toBe(serialOf(2049, 1, 1));
    expect(readDate("01/01/50", false)).toBe(serialOf(1950, 1, 1));
    expect(readDate("1-Sept-99", false)).toBe(serialOf(1999, 9, 1));
  });

  test.each(["", "  ", "\u00a0", "\t", "\u200b"])("%p is blank", (text) => {
    expect(readDate(text, false)).toBe(0);
  });

  test.each([
    "45138",
    "45138.5",
    "20230731",
    "31/02/2023",
    "29/02/2023",
    "31/06/2023",
    "00/07/2023",
    "31/13/2023",
    "31/07/223",
    "31/07/20233",
    "31/07",
    "July 2023",
    "2023-07",
    "31 Jly 2023",
    "31 Marchy 2023",
    "31 Mayday 2023",
    "31/07-2023",
    "31/07/2023 tbc",
    "31/07/2023 or 01/08/2023",
    "not recorded",
    "N/A",
    "#N/A",
    "-",
    "32 July 2023",
    "01/01/1899",
    "31/07/0023",
    "TRUE",
  ])("%p is no date", (text) => {
    expect(readDate(text, false)).toBe(-1);
  });

  test.each([true, false])("a truth value is no date (%p)", (value) => {
    expect(readDate(value, false)).toBe(-1);
  });
});

describe("round trips", () => {
  const anyDay = fc.integer({ min: 61, max: 2_958_465 });
  const thisCentury = fc.integer({ min: serialOf(1950, 1, 1), max: serialOf(2049, 12, 31) });

  test("parts and serial undo each other over every day that Excel has", () => {
    for (let serial = 61; serial <= serialOf(2110, 1, 1); serial++) {
      const { year, month, day } = partsOf(serial);
      if (serialOf(year, month, day) !== serial) throw new Error(`Serial ${serial} does not come back.`);
    }
    fc.assert(
      fc.property(anyDay, (serial) => {
        const { year, month, day } = partsOf(serial);
        expect(serialOf(year, month, day)).toBe(serial);
      }),
    );
  });

  test("agrees with the platform's own calendar", () => {
    fc.assert(
      fc.property(anyDay, (serial) => {
        expect(isoDate(serial)).toBe(new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  test("what is written out is read back", () => {
    const two = (n: number): string => String(n).padStart(2, "0");
    fc.assert(
      fc.property(thisCentury, (serial) => {
        const { year, month, day } = partsOf(serial);
        const forms = [
          formatDate(serial),
          isoDate(serial),
          `${isoDate(serial)}T09:30:00Z`,
          `${two(day)}/${two(month)}/${year}`,
          `${day}.${month}.${two(year % 100)}`,
          `${day}-${formatDate(serial).split(" ")[1]!.slice(0, 3)}-${two(year % 100)}`,
        ];
        for (const form of forms) expect([form, readDate(form, false)]).toEqual([form, serial]);
      }),
    );
  });

  test("any text at all gives a day, blank or unreadable, never an error", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const serial = readDate(text, false);
        expect(serial === 0 || serial === -1 || (serial > 0 && Number.isInteger(serial))).toBe(true);
      }),
    );
  });
});
