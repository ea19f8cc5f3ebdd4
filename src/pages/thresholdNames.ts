/**
 * Defined names through which live formulas and rules read Clinic Settings (SPEC §5). Each looks its value up by
 * the indicator's ID in whole columns, so that sorting, adding or moving rows never makes it read another's. As in a
 * build, a blank in its row is none; a wrong entry, a missing row and a missing column give the default.
 */
import type { CellValue } from "../clinic/cells/worksheet";
import { normalisedWording, type Catalogue } from "../clinic/indicators/catalogue";
import type { IndicatorEntry } from "../clinic/indicators/entry";
import type { IndicatorId } from "../clinic/indicators/ids";
import { DEFAULT_CASELOAD_THRESHOLD, OPTION_NAMES } from "../clinic/settings/readOptions";
import type { NamePlan } from "./plan";
import { quoted, tableName } from "./references";
import type { SettingsRows } from "../clinic/settings/settingsRows";
import { headingAt, placeSettings, placeSetup, wholeColumn } from "./settingsPlaces";
import type { SettingsPlace } from "./settingsPlaces";
import { NONE } from "./wording";

/** The number from which on caseloads are highlighted. */
export const CASELOAD_THRESHOLD = "Clinic_caseload_threshold";

/** Columns of ClinicStatuses: qualifying statuses, and from how many allocations on each is highlighted. */
export const STATUSES = "Clinic_statuses";
export const STATUS_LIMITS = "Clinic_status_limits";

/** A number, in points for a percent; "-" when the indicator has no target. */
export function targetName(id: IndicatorId): string {
  return tableName(`target-${id}`);
}

/** "higher", "lower", "near" or "-". */
export function betterName(id: IndicatorId): string {
  return tableName(`better-${id}`);
}

/** How far a miss may be and still be amber; 0 when there is no amber. */
export function amberName(id: IndicatorId): string {
  return tableName(`amber-${id}`);
}

export function planNames(settings: SettingsRows, catalogue: Catalogue): readonly NamePlan[] {
  const [options, targets] = placeSettings(settings);
  if (!options || !targets) return [];
  return [
    thresholdPlan(options),
    ...statusPlans(settings),
    ...catalogue.entries.flatMap((entry) => indicatorNames(entry, targets, catalogue)),
  ];
}

function thresholdPlan(options: SettingsPlace): NamePlan {
  const wanted = normalisedWording(OPTION_NAMES.caseloadThreshold);
  const key = keyAsTyped(options, "Setting", (typed) => normalisedWording(typed) === wanted);
  const cell = lookUp(options, "Setting", "Value", key ?? OPTION_NAMES.caseloadThreshold);
  const usable = `AND(ISNUMBER(${cell}),N(${cell})>=1,N(${cell})=INT(N(${cell})))`;
  return {
    name: CASELOAD_THRESHOLD,
    formula: orDefault(
      cell && `IF(${usable},${cell},${DEFAULT_CASELOAD_THRESHOLD})`,
      DEFAULT_CASELOAD_THRESHOLD,
    ),
    comment: "Caseloads at or above this are highlighted (Clinic Settings).",
  };
}

/** Without the table's column nothing is found in the name, and the option's number counts. */
function statusPlans(settings: SettingsRows): readonly NamePlan[] {
  const place = placeSetup(settings).find(({ table }) => table.name === "ClinicStatuses");
  const column = (heading: string): string => `=${(place && wholeColumn(place, heading)) ?? quoted(NONE)}`;
  return [
    { name: STATUSES, formula: column("Qualifying Status"), comment: "Qualifying statuses (Clinic Setup)." },
    {
      name: STATUS_LIMITS,
      formula: column("Highlight at or above"),
      comment: "Caseloads of each qualifying status are highlighted at or above this (Clinic Setup).",
    },
  ];
}

function indicatorNames(
  entry: IndicatorEntry,
  targets: SettingsPlace,
  catalogue: Catalogue,
): readonly NamePlan[] {
  const { id, wording, defaults } = entry;
  const key = keyAsTyped(targets, "ID", (typed) => catalogue.of(typed) === id) ?? id;
  const names = [
    { name: targetName(id), heading: "Target", formula: targetLookUp(entry, key, targets) },
    { name: amberName(id), heading: "Amber within", formula: amberLookUp(entry, key, targets) },
    {
      name: betterName(id),
      heading: "Better when",
      formula: betterLookUp(lookUp(targets, "ID", "Better when", key), defaults.betterWhen ?? NONE),
    },
  ];
  return names.map(({ name, heading, formula }) => ({
    name,
    formula,
    comment: `${heading} (Clinic Settings): ${wording}`.slice(0, LONGEST_COMMENT),
  }));
}

const LONGEST_COMMENT = 255;

/** Blank = no target, as "none" is (SPEC §3). */
function targetLookUp({ kind, defaults }: IndicatorEntry, key: string, targets: SettingsPlace): string {
  const cell = lookUp(targets, "ID", "Target", key);
  const fallback = defaults.target ?? quoted(NONE);
  if (cell === null) return orDefault(null, fallback);
  const asRatio = kind === "percent" && isPercentCell(key, targets, "Target");
  const most = kind !== "percent" ? null : asRatio ? 1 : 100;
  const target = asRatio ? inPoints(cell) : kind === "percent" ? pointsOrPercent(cell, key, targets) : cell;
  return orDefault(
    `IF(${isNumberUpTo(cell, most)},${target},IF(${isNone(cell)},${quoted(NONE)},${fallback}))`,
    fallback,
  );
}

/**
 * A cell that held points at the build and holds 1 or less now was typed as a percent: Excel has turned 92% into 0.92
 * and given the cell the format, which no formula sees. A bare 1 or less that the build found stays what it was.
 */
function pointsOrPercent(cell: string, key: string, targets: SettingsPlace): string {
  const typed = standingCell(key, targets, "Target")?.value;
  if (typeof typed === "number" && typed > 0 && typed <= 1) return cell;
  return `IF(AND(N(${cell})>0,N(${cell})<=1),${inPoints(cell)},${cell})`;
}

/** Blank = no amber, as "none" is (SPEC §3). */
function amberLookUp({ kind, defaults }: IndicatorEntry, key: string, targets: SettingsPlace): string {
  const cell = lookUp(targets, "ID", "Amber within", key);
  const fallback = defaults.amberWithin ?? 0;
  if (cell === null) return orDefault(null, fallback);
  const asRatio = kind === "percent" && isPercentCell(key, targets, "Amber within");
  return orDefault(
    `IF(${isNumberUpTo(cell, asRatio ? 1 : null)},${asRatio ? inPoints(cell) : cell},` +
      `IF(${isNone(cell)},0,${fallback}))`,
    fallback,
  );
}

function betterLookUp(cell: string | null, fallback: string): string {
  if (cell === null) return orDefault(null, quoted(fallback));
  const words = [...BETTER_WORDS, ...NONE_WORDS.map((word) => [word, NONE] as const)];
  const typed = words.map(([word]) => quoted(word)).join(",");
  const meant = words.map(([, meaning]) => quoted(meaning)).join(",");
  return orDefault(
    `IF(TRIM(${cell})="",${quoted(NONE)},CHOOSE(MATCH(TRIM(${cell}),{${typed}},0),${meant}))`,
    quoted(fallback),
  );
}

const BETTER_WORDS = [
  ["higher", "higher"],
  ["high", "higher"],
  ["lower", "lower"],
  ["low", "lower"],
  ["near", "near"],
  ["near target", "near"],
] as const;

/** As the settings reader takes them, in any case, as MATCH does. */
const NONE_WORDS = ["none", "nil", "no target", "n/a", "na", "-", "–", "—"] as const;

/** Blank or one of the words. */
function isNone(cell: string): string {
  return `OR(TRIM(${cell})="",ISNUMBER(MATCH(TRIM(${cell}),{${NONE_WORDS.map(quoted).join(",")}},0)))`;
}

function isNumberUpTo(cell: string, most: number | null): string {
  const upper = most === null ? "" : `,N(${cell})<=${most}`;
  return `AND(ISNUMBER(${cell}),N(${cell})>=0${upper})`;
}

/** A percent's target stands in points unless its cell is formatted as a percent (SPEC §3). */
function inPoints(cell: string): string {
  return `ROUND(100*${cell},6)`;
}

function orDefault(formula: string | null, fallback: string | number): string {
  return formula === null ? `=${fallback}` : `=IFERROR(${formula},${fallback})`;
}

/** The cell beside a key; null when the analyst has taken a heading away. */
function lookUp(place: SettingsPlace, keyHeading: string, heading: string, key: string): string | null {
  const keys = wholeColumn(place, keyHeading);
  const values = wholeColumn(place, heading);
  return keys === null || values === null ? null : `INDEX(${values},MATCH(${quoted(key)},${keys},0))`;
}

/** The key as the analyst's own row has it: the settings reader takes wordings and other spellings too. */
function keyAsTyped(place: SettingsPlace, heading: string, means: (typed: string) => boolean): string | null {
  const column = headingAt(place, heading);
  const keys = (place.table.standing?.rows ?? []).map((cells) => String(cells[column] ?? ""));
  return keys.find((typed) => typed.trim() !== "" && typed.length < LONGEST_COMMENT && means(typed)) ?? null;
}

function isPercentCell(key: string, targets: SettingsPlace, heading: string): boolean {
  const format = standingCell(key, targets, heading)?.format ?? "";
  return format.replaceAll(/"[^"]*"|\\./g, "").includes("%");
}

/** What the build found in the indicator's row; null without such a row or heading. */
function standingCell(
  key: string,
  targets: SettingsPlace,
  heading: string,
): { readonly value: CellValue; readonly format: string } | null {
  const { standing } = targets.table;
  const [row, column] = [
    standing?.rows.findIndex((cells) => String(cells[headingAt(targets, "ID")] ?? "") === key) ?? -1,
    headingAt(targets, heading),
  ];
  const value = standing?.rows[row]?.[column];
  return value === undefined ? null : { value, format: standing?.formats?.[row]?.[column] ?? "" };
}
