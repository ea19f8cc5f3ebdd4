/** PCT, RATE, TREND, TRAVEL and RAG over cells: the pack's own measures (SPEC §7). */
import { rag, rate, ratio, travel, trend } from "../clinic/measures/measures";
import type { Rag, Travel, Trend } from "../clinic/measures/terms";
import type { Result } from "./arrays";
import { isBlank, isBlankWord, readBetterWhen, readNumber } from "./cells";
import { divisionByZero, invalidNumber, invalidValue } from "./errors";

const TREND_ARROWS: Readonly<Record<Trend, string>> = { up: "↑", down: "↓", flat: "→" };
const TRAVEL_ARROWS: Readonly<Record<Travel, string>> = { improving: "↑", worsening: "↓", same: "→" };
const RAG_WORDS: Readonly<Record<Rag, string>> = { green: "Green", amber: "Amber", red: "Red" };

/** A ratio, to be formatted as a percent; `ifZero` where the denominator is 0, else #DIV/0!. */
export function percentOfCells(numerator: unknown, denominator: unknown, ifZero: unknown): Result {
  const quotient = ratio(readNumber(numerator, "numerator"), readNumber(denominator, "denominator"));
  if (quotient !== null) return quotient;
  if (ifZero === undefined) throw divisionByZero();
  return ifZero as Result;
}

/** Per 10,000 unless `per` says otherwise: 0, which nothing is per, does not. No population is #DIV/0!, one below 0 #NUM!. */
export function rateOfCells(count: unknown, population: unknown, per: unknown): Result {
  const people = readNumber(population, "population");
  const perPeople = isBlankWord(per) ? undefined : readNumber(per, "per");
  const figure = rate(readNumber(count, "count"), people, perPeople);
  if (figure === null) throw people === 0 ? divisionByZero() : invalidNumber();
  return figure;
}

export function trendOfCells(previous: unknown, current: unknown): Result {
  const moved = trend(readNumber(previous, "previous figure"), readNumber(current, "current figure"));
  return TREND_ARROWS[moved ?? "flat"];
}

/** Where nearer is better it needs the target. */
export function travelOfCells(
  previous: unknown,
  current: unknown,
  betterWhen: unknown,
  target: unknown,
): Result {
  const better = readBetterWhen(betterWhen);
  const aim = target === undefined ? null : readNumber(target, "target");
  const before = readNumber(previous, "previous figure");
  const moved = travel(before, readNumber(current, "current figure"), better, aim);
  if (moved === null) throw invalidValue("Where nearer is better, give the target.");
  return TRAVEL_ARROWS[moved];
}

/** No amber when `amberWithin` is left out or blank. */
export function ragOfCells(
  value: unknown,
  target: unknown,
  betterWhen: unknown,
  amberWithin: unknown,
): Result {
  const within = isBlank(amberWithin) ? null : readNumber(amberWithin, "amber within");
  if (within !== null && within < 0) throw invalidNumber();
  const better = readBetterWhen(betterWhen);
  return ragWord(rag(readNumber(value, "value"), readNumber(target, "target"), better, within));
}

/** "-" where there is nothing to judge. */
export function ragWord(judged: Rag | null): string {
  return judged === null ? "-" : RAG_WORDS[judged];
}
