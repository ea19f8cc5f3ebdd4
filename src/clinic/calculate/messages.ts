/** Key messages of the Summary, in plain English (SPEC §5): how many are red, furthest from target, moved most. */
import { withThousands } from "../cells/counts";
import { inSentence } from "../cells/names";
import { addMonths, monthInWords } from "../calendar/months";
import type { Catalogue } from "../indicators/catalogue";
import { listsNumerator as isListed } from "../indicators/listed";
import type {
  ClinicReport,
  DemandMonthEndRow,
  DemandMonthRow,
  Headline,
  Reconciliation,
  TeamTable,
} from "../report";
import type { FigureKind } from "../measures/terms";
import { isUsual } from "../measures/change";
import { missOf, shown } from "../measures/measures";
import { outsideTables } from "./reconcile";

/** How many sentences of each sort: what a meeting can take in. */
const MOST = 3;
/** The demand figure that changed most, by share of the month before. */
const MOST_DEMAND = 1;

export interface Told {
  readonly catalogue: Catalogue;
  readonly month: string;
  readonly headlines: readonly Headline[];
  readonly tables: readonly TeamTable[];
  readonly demand: readonly (DemandMonthRow | DemandMonthEndRow)[];
  readonly reconciliations: readonly Reconciliation[];
  readonly usualChanges: ClinicReport["usualChanges"];
}

/** Most important first. */
export function keyMessages(told: Told): readonly string[] {
  return [
    ...howMany(told),
    ...furthest(told),
    ...movedMost(told),
    ...demandMovedMost(told),
    ...notCompared(told),
    ...notCounted(told),
  ];
}

function howMany({ headlines, month }: Told): readonly string[] {
  const judged = headlines.filter((line) => line.rag !== null);
  if (judged.length === 0) return [`No indicator with a target has a figure for ${monthInWords(month)}.`];
  const count = (colour: Headline["rag"]) => judged.filter((line) => line.rag === colour).length;
  const [green, amber, red] = [count("green"), count("amber"), count("red")];
  const of = judged.length === 1 ? "The one indicator" : `Of the ${judged.length} indicators`;
  const [only] = judged;
  if (judged.length === 1 && only) return [`${of} with a target and a figure is ${only.rag}.`];
  return [`${of} with a target and a figure, ${red} ${be(red)} red, ${amber} amber and ${green} green.`];
}

/** The largest misses among reds; a stable sort leaves ties in pack order. */
function furthest({ headlines, tables, catalogue }: Told): readonly string[] {
  return headlines
    .filter((line) => line.rag === "red")
    .map((line) => ({ line, miss: missAsShown(line) }))
    .sort((a, b) => b.miss - a.miss)
    .slice(0, MOST)
    .map(({ line }, place) => {
      const opening = place === 0 ? "Furthest from its target: " : "Also far from its target: ";
      const figure = `${line.nameInMessages}, at ${figureInWords(line.kind, line.value)} against ${targetInWords(line)}`;
      return `${opening}${figure}${mostOutOfTime(line, tables, catalogue)}.`;
    });
}

/** The team with most children out of time, by number: a tiny team's percent says little. Named only where it is worse than all together. */
function mostOutOfTime(line: Headline, tables: readonly TeamTable[], catalogue: Catalogue): string {
  const table = tables.find(({ id }) => id === line.id);
  const entry = catalogue.entry(line.id);
  if (!table || entry.family !== "by team") return "";
  const listsNumerator = isListed(entry, line.betterWhen);
  const out = ({ denominator, numerator }: { readonly denominator: number; readonly numerator: number }) =>
    listsNumerator ? numerator : denominator - numerator;
  const most = Math.max(0, ...table.rows.map(out));
  const worst = table.rows.find((row) => most > 0 && out(row) === most);
  const missOfAll = missAsShown(line);
  const missOfWorst = missOf(shown("percent", worst?.percent ?? null), line.target, line.betterWhen) ?? 0;
  if (!worst || missOfWorst <= missOfAll) return "";
  const all = withThousands(out(table.total));
  const which = listsNumerator ? "" : " out of time";
  return `; ${withThousands(most)} of the ${all}${which} ${be(most)} with ${inSentence(worst.team)}`;
}

function missAsShown({ kind, value, target, betterWhen }: Headline): number {
  return missOf(shown(kind, value), target, betterWhen) ?? 0;
}

function movedMost({ headlines, month, usualChanges }: Told): readonly string[] {
  const before = monthInWords(addMonths(month, -1));
  return headlines
    .filter(({ breakReason }) => breakReason === undefined)
    .map((line) => ({ line, by: movement(line.kind, line.previous, line.value) }))
    .filter(({ line, by }) => !isUsual(by, usualChanges[line.id]))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, MOST)
    .map(({ line, by }, place) => {
      const opening = place === 0 ? `Moved most since ${before}: ` : "Also moved: ";
      const direction = line.travel === null ? "" : `, ${line.travel}`;
      return `${opening}${line.nameInMessages} ${fromTo(line.kind, line.previous, line.value, by)}${direction}.`;
    });
}

/** Counts differ in size, so the largest change among them is the largest share of the month before. */
function demandMovedMost({ demand, month, usualChanges }: Told): readonly string[] {
  const before = monthInWords(addMonths(month, -1));
  return demand
    .filter(({ kind }) => kind === "count")
    .map(({ id, nameInMessages, values }) => ({
      usual: usualChanges[id],
      name: nameInMessages,
      previous: values.at(-2) ?? null,
      value: values.at(-1) ?? null,
    }))
    .map((row) => ({ ...row, by: movement("count", row.previous, row.value) }))
    .flatMap((row) => {
      const { by, usual, previous } = row;
      const isTold = !isUsual(by, usual) && previous !== null && previous > 0;
      return isTold ? [{ ...row, previous, share: Math.abs(by) / previous }] : [];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_DEMAND)
    .map(
      ({ name, previous, value, by }) =>
        `Demand that changed most since ${before}: ${name} ${fromTo("count", previous, value, by)}.`,
    );
}

/** Figures that were counted otherwise last month, together where the reason is one. */
function notCompared({ headlines, month }: Told): readonly string[] {
  const before = monthInWords(addMonths(month, -1));
  const reasons = new Map<string, string[]>();
  for (const { nameInMessages, breakReason } of headlines) {
    if (breakReason !== undefined)
      reasons.set(breakReason, [...(reasons.get(breakReason) ?? []), nameInMessages]);
  }
  return [...reasons].map(([reason, names]) => {
    const more = names.length > MOST ? `; and ${names.length - MOST} more` : "";
    return `[b] Not compared with ${before}, since ${reason}: ${names.slice(0, MOST).join("; ")}${more}.`;
  });
}

/** Whom the tables by team leave out, once for each group of children. */
function notCounted({ reconciliations, catalogue }: Told): readonly string[] {
  const groups = new Map([...reconciliations].reverse().map((each) => [each.headline, each] as const));
  return [...groups.values()].reverse().flatMap((each) => {
    const outside = outsideTables(each);
    if (outside === 0) return [];
    const counted = withThousands(each.tableTotal);
    const all = withThousands(each.tableTotal + outside);
    return [
      `${catalogue.entry(each.headline).nameInMessages}: ${counted} of ${all} are with clinic teams; tables by team leave out the others.`,
    ];
  });
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

function be(count: number): string {
  return count === 1 ? "is" : "are";
}
