/**
 * The one implementation of what a figure is and how it stands: percents, rates, rounding, RAG, trend,
 * direction of travel and "within the last …" (SPEC §4). Tables, pages and worksheet functions all call these.
 *
 * RAG, trend and direction compare what they are given: hand them the figure as `shown`.
 */
import type { WorkingCalendar } from "../calendar/workingDays";
import type { FigureKind, Rag, Travel, Trend } from "./terms";
import type { BetterWhen, TimeUnit } from "./terms";

const DECIMALS_SHOWN: Readonly<Record<FigureKind, number>> = { count: 0, rate: 0, percent: 1 };

/** Misses and distances are differences of decimals: equal to six places is equal, as on the sheets. */
const DECIMALS_COMPARED = 6;

/** numerator ÷ denominator, as the sheets' % cells hold it, to be formatted; null when the denominator is 0. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** numerator ÷ denominator as a percent (0–100), unrounded; null when the denominator is 0. */
export function percent(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : (100 * numerator) / denominator;
}

/** count ÷ population × `per`, unrounded; null without a population above 0. */
export function rate(count: number, population: number | null, per = 10_000): number | null {
  return population === null || population <= 0 ? null : (count * per) / population;
}

/**
 * Rounds the decimal that the number stands for, halves away from zero as Excel does: 6.25 → 6.3, 1.005 → 1.01
 * (to two places). Exact for every percent and rate of whole numbers, since a quotient that is exactly a half
 * reads as that half.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  const size = Math.abs(value);
  const rounded = isFarFromHalf(size, decimals)
    ? Math.round(size * 10 ** decimals) / 10 ** decimals
    : shiftPoint(Math.round(shiftPoint(size, decimals)), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Whether no binary fraction can tip the rounding: so it is for nearly every figure, and multiplying then does. */
function isFarFromHalf(size: number, decimals: number): boolean {
  const shifted = size * 10 ** decimals;
  const fraction = shifted - Math.floor(shifted);
  return decimals >= 0 && decimals <= 6 && shifted < 1e9 && Math.abs(fraction - 0.5) > 1e-4;
}

/** The figure as the pack shows it: counts and rates whole, percents to one decimal, half up. */
export function shown(kind: FigureKind, value: number): number;
export function shown(kind: FigureKind, value: number | null): number | null;
export function shown(kind: FigureKind, value: number | null): number | null {
  return value === null ? null : roundHalfUp(value, DECIMALS_SHOWN[kind]);
}

/** The raw movement from one figure to the next; null when either is missing. */
export function trend(previous: number | null, current: number | null): Trend | null {
  if (previous === null || current === null) return null;
  const movement = roundHalfUp(current - previous, DECIMALS_COMPARED);
  return movement > 0 ? "up" : movement < 0 ? "down" : "flat";
}

/**
 * Whether performance moved the better or the worse way: 71 → 70 is improving where lower is better. "near"
 * measures the distance from the target, so it needs one. Null when it cannot be said.
 */
export function travel(
  previous: number | null,
  current: number | null,
  betterWhen: BetterWhen | null,
  target: number | null,
): Travel | null {
  if (previous === null || current === null || betterWhen === null) return null;
  if (betterWhen === "near" && target === null) return null;
  const before = shortfall(previous, target ?? 0, betterWhen);
  const now = shortfall(current, target ?? 0, betterWhen);
  const gained = roundHalfUp(before - now, DECIMALS_COMPARED);
  return gained > 0 ? "improving" : gained < 0 ? "worsening" : "same";
}

/**
 * Green meets the target (equal meets it), amber misses it by no more than `amberWithin`, red is all else.
 * Null without a figure, a target or a better direction; no amber when `amberWithin` is null.
 */
export function rag(
  value: number | null,
  target: number | null,
  betterWhen: BetterWhen | null,
  amberWithin: number | null,
): Rag | null {
  const miss = missOf(value, target, betterWhen);
  if (miss === null) return null;
  if (miss <= 0) return "green";
  return amberWithin !== null && miss <= roundHalfUp(amberWithin, DECIMALS_COMPARED) ? "amber" : "red";
}

/** By how much a figure misses its target: 0 or less meets it; null where there is nothing to miss. */
export function missOf(
  value: number | null,
  target: number | null,
  betterWhen: BetterWhen | null,
): number | null {
  if (value === null || target === null || betterWhen === null) return null;
  return roundHalfUp(shortfall(value, target, betterWhen), DECIMALS_COMPARED);
}

/**
 * Whether something last done on `last` is within `timescale` of the as-at date (serials; 0 = never).
 * A date after the as-at date is not in time: it does not show what happened before.
 */
export function inTime(
  last: number,
  asAt: number,
  timescale: number,
  unit: TimeUnit,
  calendar: WorkingCalendar,
): boolean {
  return last > 0 && last <= asAt && elapsed(last, asAt, unit, calendar) <= timescale;
}

/** Days, or working days, after `from` up to and including `to`; days that are not working days add none. */
export function elapsed(from: number, to: number, unit: TimeUnit, calendar: WorkingCalendar): number {
  return unit === "days" ? to - from : calendar.index(to) - calendar.index(from);
}

function shortfall(value: number, target: number, betterWhen: BetterWhen): number {
  if (betterWhen === "higher") return target - value;
  if (betterWhen === "lower") return value - target;
  return Math.abs(value - target);
}

/** Moves the decimal point in the number's own decimal text, so that no binary fraction creeps in. */
function shiftPoint(value: number, places: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
