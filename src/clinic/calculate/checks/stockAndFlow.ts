/**
 * Last month's open plans + started − ended = this month's, for CIN, CP and CLA. What is left over was recorded late,
 * moved between teams, or is missing from the extract.
 */
import { certain } from "../../cells/certain";
import { inSentence } from "../../cells/names";
import { addMonths, monthInWords } from "../../calendar/months";
import type { ReadList } from "../../extracts/readList";
import type { StockAndFlow } from "../../findings";
import type { IndicatorId } from "../../indicators/ids";
import type { Terms } from "../../indicators/entry";
import { listSpec } from "../../lists/lists";
import type { ListId } from "../../lists/lists";
import type { HistoryRow } from "../../report";
import type { ListsRead } from "../needs";
import type { MonthFigures } from "../monthFigures";
import type { ValuesOf } from "../months";
import { byCharacter } from "../teamCounts";
import type { TeamCounts } from "../teamCounts";

/** The headline counts that come to a list's open children. */
const STOCKS: readonly { readonly list: ListId; readonly headlines: readonly IndicatorId[] }[] = [
  { list: "cin-plans", headlines: ["cin-not-cwd", "cin-cwd"] },
  { list: "cp-plans", headlines: ["cp"] },
  { list: "cla", headlines: ["cla"] },
];

type Flow = StockAndFlow["flows"][number];

export interface Flowing {
  readonly lists: ListsRead;
  readonly month: MonthFigures;
  readonly valuesOf: ValuesOf;
  readonly history: readonly HistoryRow[];
  readonly terms: Terms;
  readonly reportingMonth: string;
}

export function stockAndFlow(flowing: Flowing): StockAndFlow | null {
  const flows = STOCKS.flatMap(({ list, headlines }) => flowOf(list, headlines, flowing));
  const uneven = flows.filter(({ remainder, teams }) => remainder !== 0 || teams.length > 0);
  if (uneven.length === 0) return null;
  const before = monthInWords(addMonths(flowing.reportingMonth, -1));
  return {
    kind: "stock-and-flow",
    flows: uneven,
    sentence: `What started and ended does not add up from ${before} to this month: late recording, moves between teams, or plans that the extract lacks.`,
    lines: uneven.map((flow) => lineOf(flow, before)),
    offers: [],
  };
}

function flowOf(
  id: ListId,
  headlines: readonly IndicatorId[],
  { lists, month, valuesOf, history, terms, reportingMonth }: Flowing,
): Flow[] {
  const list = lists.get(id);
  if (!list?.has("start") || !list.has("end")) return [];
  const lastMonth = total(headlines.map((headline) => valuesOf(headline).at(-2) ?? null));
  const thisMonth = total(headlines.map((headline) => valuesOf(headline).at(-1) ?? null));
  if (lastMonth === null || thisMonth === null) return [];
  const { started, ended } = movements(list, terms);
  const moved = { started: sumOf(started), ended: sumOf(ended) };
  const table = tableOf(certain(headlines[0]), month.tables.values());
  return [
    {
      list: id,
      lastMonth,
      ...moved,
      thisMonth,
      remainder: thisMonth - (lastMonth + moved.started - moved.ended),
      teams: table ? byTeam(table, { started, ended }, history, addMonths(reportingMonth, -1), terms) : [],
    },
  ];
}

/** Plans by team code: those that started in the month, and those that were open before it or in it and ended by its end. */
function movements(list: ReadList, { monthStart, monthEnd, teams }: Terms) {
  const start = list.dates("start");
  const end = list.dates("end");
  const codes = list.teams();
  const started = new Int32Array(teams.length);
  const ended = new Int32Array(teams.length);
  for (let row = 0; row < list.rowCount; row++) {
    const from = start[row]!;
    const to = end[row]!;
    if (from === 0 || from > monthEnd || (to > 0 && to < from)) continue;
    const team = codes[row]!;
    if (from >= monthStart) count(started, team);
    if (to >= monthStart && to <= monthEnd) count(ended, team);
  }
  return { started, ended };
}

/** A list without a team column: the first place serves for all. */
function count(counts: Int32Array, team: number): void {
  counts[Math.max(0, team)]!++;
}

/** A table whose denominators are the list's open plans; those that leave out what is not yet due are not. */
function tableOf(headline: IndicatorId, tables: Iterable<TeamCounts>): TeamCounts | null {
  for (const counts of tables) {
    if (counts.entry.headline === headline && counts.settings.notYetDue !== "excluded") return counts;
  }
  return null;
}

function byTeam(
  { entry, denominator }: TeamCounts,
  { started, ended }: { readonly started: Int32Array; readonly ended: Int32Array },
  history: readonly HistoryRow[],
  month: string,
  { teams }: Terms,
): Flow["teams"] {
  const published = new Map(
    history
      .filter((row) => row.month === month && row.indicator === entry.id)
      .map((row) => [row.team, row.denominator ?? 0]),
  );
  published.delete("Total");
  if (published.size === 0) return [];
  return teams
    .flatMap(({ name }, code) => {
      const now = denominator[code]!;
      if (now === 0 && !published.has(name)) return [];
      const remainder = now - ((published.get(name) ?? 0) + started[code]! - ended[code]!);
      return remainder === 0 ? [] : [{ team: name, remainder }];
    })
    .sort((a, b) => Math.abs(b.remainder) - Math.abs(a.remainder) || byCharacter(a.team, b.team));
}

const TEAMS_NAMED = 6;

function lineOf(
  { list, lastMonth, started, ended, thisMonth, remainder, teams }: Flow,
  before: string,
): string {
  const sum = `${listSpec(list).name}: ${lastMonth} at the end of ${before} + ${started} started − ${ended} ended = ${lastMonth + started - ended}, and ${thisMonth} are open: ${signed(remainder)}.`;
  if (teams.length === 0) return sum;
  const named = teams
    .slice(0, TEAMS_NAMED)
    .map(({ team, remainder: left }) => `${inSentence(team)} ${signed(left)}`);
  const more = teams.length > TEAMS_NAMED ? `, and ${teams.length - TEAMS_NAMED} more` : "";
  return `${sum} By team: ${named.join(", ")}${more}.`;
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : count < 0 ? `−${-count}` : "no difference";
}

function total(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

function sumOf(counts: Int32Array): number {
  return counts.reduce((sum, each) => sum + each, 0);
}
