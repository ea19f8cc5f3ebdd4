/**
 * Writes src/clinic/calendar/bankHolidays.generated.ts: `npx tsx scripts/generateBankHolidays.ts`.
 * The days come from the date-holidays package (England, public holidays with their substitute days);
 * Saturdays and Sundays are left out, since nobody works on them in any case.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Holidays from "date-holidays";

const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;

/** Days that a proclamation made or moved and that the package must know; the run stops where it does not. */
const ONE_OFF_DAYS: readonly (readonly [date: string, reason: string])[] = [
  ["2020-05-08", "Early May bank holiday moved for the 75th anniversary of VE Day"],
  ["2022-06-02", "Spring bank holiday moved for the Platinum Jubilee"],
  ["2022-06-03", "Platinum Jubilee"],
  ["2022-09-19", "State Funeral of Queen Elizabeth II"],
  ["2023-05-08", "Coronation of King Charles III"],
];

const TARGET = join(__dirname, "../src/clinic/calendar/bankHolidays.generated.ts");

interface BankHoliday {
  readonly date: string;
  readonly name: string;
}

function bankHolidays(): readonly BankHoliday[] {
  const calendar = new Holidays("GB", "ENG", { types: ["public"] });
  const found: BankHoliday[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const holiday of calendar.getHolidays(year, "en")) {
      const date = holiday.date.slice(0, 10);
      if (!isWeekend(date)) found.push({ date, name: holiday.name.replace(/’/g, "'") });
    }
  }
  for (const [date, reason] of ONE_OFF_DAYS) {
    if (!found.some((holiday) => holiday.date === date)) throw new Error(`Missing: ${date}, ${reason}.`);
  }
  return found.sort((a, b) => a.date.localeCompare(b.date));
}

function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function source(holidays: readonly BankHoliday[]): string {
  const lines = holidays.map(({ date, name }) => {
    const [year, month, day] = date.split("-").map(Number);
    return `  [${year}, ${month}, ${day}, ${JSON.stringify(name)}],`;
  });
  return [
    "// Written by scripts/generateBankHolidays.ts from the date-holidays package: do not edit by hand.",
    "// The dates are data of that package, from Wikipedia's articles on public holidays, under CC BY-SA 3.0",
    "// (https://creativecommons.org/licenses/by-sa/3.0/); what is here is an extract of it, under the same licence.",
    "",
    "/** The first and last year that the list below covers. */",
    `export const FIRST_HOLIDAY_YEAR = ${FIRST_YEAR};`,
    `export const LAST_HOLIDAY_YEAR = ${LAST_YEAR};`,
    "",
    "/** Bank holidays of England and Wales that fall from Monday to Friday: year, month, day, name. */",
    "export const BANK_HOLIDAYS: readonly (readonly [year: number, month: number, day: number, name: string])[] = [",
    ...lines,
    "];",
    "",
  ].join("\n");
}

writeFileSync(TARGET, source(bankHolidays()));
