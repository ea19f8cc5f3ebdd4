/** Key messages of the Summary, in plain English (SPEC §5): how many are red, furthest from target, moved most. */
import { addMonths, monthInWords } from "../calendar/months";
import { indicatorEntry } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { DemandMonthEndRow, DemandMonthRow, FigureKind, Headline, TeamTable } from "../report";
import { missOf, shown } from "./measures";

/** How many sentences of each sort: what a meeting can take in. */
const MOST = 3;
/** The demand figure that changed most, by share of the month before. */
const MOST_DEMAND = 1;

export interface Told {
  readonly month: string;
  readonly headlines: readonly Headline[];
  readonly tables: readonly TeamTable[];
  readonly demand: readonly (DemandMonthRow | DemandMonthEndRow)[];
}

/** Most important first. */
export function keyMessages(told: Told): readonly string[] {
  return [...howMany(told), ...furthest(told), ...movedMost(told), ...demandMovedMost(told)];
}

function howMany({ headlines, month }: Told): readonly string[] {
  const judged = headlines.filter((line) => line.rag !== null);
  if (judged.length === 0) return [`No indicator with a target has a figure for ${monthInWords(month)}.`];
  const count = (colour: Headline["rag"]) => judged.filter((line) => line.rag === colour).length;
  const [green, amber, red] = [count("green"), count("amber"), count("red")];
  const of = judged.length === 1 ? "The one indicator" : `Of the ${judged.length} indicators`;
  if (judged.length === 1) return [`${of} with a target and a figure is ${judged[0]!.rag}.`];
  return [`${of} with a target and a figure, ${red} ${be(red)} red, ${amber} amber and ${green} green.`];
}

/** The largest misses among reds; a stable sort leaves ties in pack order. */
function furthest({ headlines, tables }: Told): readonly string[] {
  return headlines
    .filter((line) => line.rag === "red")
    .map((line) => ({ line, miss: missAsShown(line) }))
    .sort((a, b) => b.miss - a.miss)
    .slice(0, MOST)
    .map(({ line }, place) => {
      const opening = place === 0 ? "Furthest from its target: " : "Also far from its target: ";
      const figure = `${nameOf(line)}, at ${figureInWords(line.kind, line.value)} against ${targetInWords(line)}`;
      return `${opening}${figure}${worstTeam(line, tables)}.`;
    });
}

function worstTeam(line: Headline, tables: readonly TeamTable[]): string {
  const rows = tables.find((table) => table.id === line.id)?.rows ?? [];
  let worst = { team: "", percent: null as number | null, miss: 0 };
  for (const { team, percent } of rows) {
    const miss = missOf(shown("percent", percent), line.target, line.betterWhen) ?? 0;
    if (miss > worst.miss) worst = { team, percent, miss };
  }
  return worst.team === ""
    ? ""
    : `; ${worst.team} misses it most, at ${figureInWords("percent", worst.percent)}`;
}

function nameOf({ id }: { readonly id: IndicatorId }): string {
  return indicatorEntry(id).nameInMessages;
}

function missAsShown({ kind, value, target, betterWhen }: Headline): number {
  return missOf(shown(kind, value), target, betterWhen) ?? 0;
}

function movedMost({ headlines, month }: Told): readonly string[] {
  const before = monthInWords(addMonths(month, -1));
  return headlines
    .map((line) => ({ line, by: movement(line.kind, line.previous, line.value) }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, MOST)
    .map(({ line, by }, place) => {
      const opening = place === 0 ? `Moved most since ${before}: ` : "Also moved: ";
      const direction = line.travel === null ? "" : `, ${line.travel}`;
      return `${opening}${nameOf(line)} ${fromTo(line.kind, line.previous, line.value, by)}${direction}.`;
    });
}

/** Counts differ in size, so the largest change among them is the largest share of the month before. */
function demandMovedMost({ demand, month }: Told): readonly string[] {
  const before = monthInWords(addMonths(month, -1));
  return demand
    .filter(({ kind }) => kind === "count")
    .map(({ id, values }) => ({
      name: nameOf({ id }),
      previous: values.at(-2) ?? null,
      value: values.at(-1) ?? null,
    }))
    .map((row) => ({ ...row, by: movement("count", row.previous, row.value) }))
    .filter(({ by, previous }) => by !== 0 && previous !== null && previous > 0)
    .sort((a, b) => Math.abs(b.by) / b.previous! - Math.abs(a.by) / a.previous!)
    .slice(0, MOST_DEMAND)
    .map(
      ({ name, previous, value, by }) =>
        `Demand that changed most since ${before}: ${name} ${fromTo("count", previous, value, by)}.`,
    );
}

function movement(kind: FigureKind, previous: number | null, value: number | null): number {
  return previous === null || value === null
    ? 0
    : shown("percent", shown(kind, value) - shown(kind, previous));
}

function fromTo(kind: FigureKind, previous: number | null, value: number | null, by: number): string {
  return `${by > 0 ? "rose" : "fell"} from ${figureInWords(kind, previous)} to ${figureInWords(kind, value)}`;
}

/** "97.7%", "1,804" */
export function figureInWords(kind: FigureKind, value: number | null): string {
  if (value === null) return "no figure";
  const figure = shown(kind, value);
  return kind === "percent" ? `${figure.toFixed(1)}%` : withThousands(figure);
}

function targetInWords({ kind, target, betterWhen }: Headline): string {
  const figure = kind === "percent" ? `${target}%` : withThousands(target ?? 0);
  return betterWhen === "near"
    ? `a target of ${figure}`
    : `a target of ${figure} or ${betterWhen === "lower" ? "less" : "more"}`;
}

function withThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function be(count: number): string {
  return count === 1 ? "is" : "are";
}
