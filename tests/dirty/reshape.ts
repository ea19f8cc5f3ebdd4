/** The same extracts in another shape: nothing that an analyst would say has changed. */
import { partsOf } from "../../src/clinic/calendar/serials";
import { LISTS } from "../../src/clinic/lists/lists";
import type { CellValue, SheetValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import type { HandTeam } from "../support/byHand";

/** A stream of whole numbers below n: the same for the same seed. */
export type Chance = (n: number) => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = [...things];
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

export type Reshape = (values: WorkbookValues, chance: Chance) => WorkbookValues;

const ofSheets =
  (change: (sheet: SheetValues, chance: Chance) => SheetValues): Reshape =>
  (values, chance) => ({ ...values, sheets: values.sheets.map((sheet) => change(sheet, chance)) });

const ofCells = (change: (cell: CellValue, chance: Chance, heading: string) => CellValue): Reshape =>
  ofSheets((sheet, chance) => {
    const [headings = [], ...rows] = sheet.rows;
    const changed = rows.map((row) => row.map((cell, c) => change(cell, chance, String(headings[c]))));
    return { ...sheet, rows: [headings, ...changed] };
  });

export const rowsInAnyOrder = ofSheets((sheet, chance) => {
  const [headings = [], ...rows] = sheet.rows;
  return { ...sheet, rows: [headings, ...shuffled(rows, chance)] };
});

export const columnsInAnyOrder = ofSheets((sheet, chance) => {
  const order = shuffled(
    sheet.rows[0]!.map((_, c) => c),
    chance,
  );
  return { ...sheet, rows: sheet.rows.map((row) => order.map((c) => row[c] ?? "")) };
});

export const sheetsInAnyOrder: Reshape = (values, chance) => ({
  ...values,
  sheets: shuffled(values.sheets, chance),
});

/** Columns that nobody knows, blank ones, blank rows, and titles above the headings. */
export const moreAboutTheSheet = ofSheets((sheet, chance) => {
  const at = chance(sheet.rows[0]!.length + 1);
  const wider = sheet.rows.map((row, r) => {
    const unknown =
      r === 0 ? ["Ward", "", "Key worker's telephone"] : [["Bevois", "Bargate"][chance(2)]!, "", 23];
    return [...row.slice(0, at), ...unknown, ...row.slice(at)];
  });
  const titles = Array.from({ length: chance(4) }, (_, i) => [
    `Extract ${i}`,
    ...(i === 1 ? ["run 01/08/2023"] : []),
  ]);
  const spaced = wider.slice(1).flatMap((row) => (chance(4) === 0 ? [[], row] : [row]));
  return {
    ...sheet,
    firstRow: chance(6),
    firstColumn: chance(6),
    rows: [...titles, wider[0]!, ...spaced, []],
  };
});

/** Every heading under one of the names that its list accepts. */
export const headingsOfOtherSystems = ofSheets((sheet, chance) => {
  const list = LISTS.find(({ name }) => name === sheet.name);
  const [headings = [], ...rows] = sheet.rows;
  const renamed = headings.map((heading) => {
    const column = list?.columns.find((c) => c.heading === heading || c.otherNames.includes(String(heading)));
    if (!column || list?.id === "past-figures") return heading;
    const names = [column.heading, ...column.otherNames];
    return respelt(names[chance(names.length)]!, chance);
  });
  return { ...sheet, rows: [renamed, ...rows] };
});

/** Any day in one of the forms of SPEC §9: no number of another kind is as large. */
export const datesInAnyForm = ofCells((cell, chance) => {
  const serial = typeof cell === "number" && cell > 30_000 ? cell : null;
  if (serial === null) return cell;
  const { year, month, day } = partsOf(serial);
  const [dd, mm] = [day, month].map((n) => String(n).padStart(2, "0"));
  const name = "January February March April May June July August September October November December".split(
    " ",
  );
  const forms: readonly CellValue[] = [
    serial,
    serial + 0.75,
    `${dd}/${mm}/${year}`,
    `${day}/${month}/${year}`,
    `${dd}.${mm}.${String(year).slice(2)}`,
    `${dd}-${name[month - 1]!.slice(0, 3)}-${String(year).slice(2)}`,
    `${day} ${name[month - 1]!} ${year}`,
    `${year}-${mm}-${dd}`,
    `${year}-${mm}-${dd}T08:30:00`,
    `\u00a0${dd}/${mm}/${year} 14:05 `,
  ];
  return forms[chance(forms.length)]!;
});

const TEAM_HEADING = /^Allocated.Team$/;

/** Every known team under any of its names, in any spelling that is compared alike. */
export const teamsByAnyName = (teams: readonly HandTeam[]): Reshape =>
  ofCells((cell, chance, heading) => {
    if (!TEAM_HEADING.test(heading)) return cell;
    const team = teams.find(({ name, short }) => name === cell || short === cell);
    if (!team) return cell;
    return respelt([team.name, team.short][chance(2)]!, chance);
  });

export const idsInAnySpelling = ofCells((cell, chance, heading) => {
  if (!/^(?:Child Unique|Worker) ID$/.test(heading) || typeof cell !== "string" || cell.trim() === "")
    return cell;
  const id = cell.trim();
  return [id, id.toLowerCase(), id.toUpperCase(), ` ${id}`, `${id}\u00a0`, `\u200b${id}`][chance(6)]!;
});

function respelt(text: string, chance: Chance): string {
  const spellings = [
    text,
    text.toUpperCase(),
    text.toLowerCase(),
    text.replace(/ /g, "_"),
    text.replace(/ /g, "\u00a0"),
    ` ${text.replace(/ /g, "  ")}. `,
    `“${text}”`,
    text.replace(/ /g, ""),
  ];
  return spellings[chance(spellings.length)]!;
}
