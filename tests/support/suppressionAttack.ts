/**
 * An attack on a suppressed file: all that its tables, headlines and charts say is put to an integer programme, which is
 * asked how many values each hidden count can still have. It knows what any reader may know: that tables of one cohort
 * count the same plans, that totals are sums, that a rate is a count by the population.
 */
import loadHighs from "highs";
import { INDICATORS, TEAM_TABLES } from "../../src/clinic/indicators/catalogue";
import { monthLabel } from "../../src/clinic/calendar/months";
import type { ClinicReport } from "../../src/clinic/report";
import { tableName } from "../../src/pages/references";
import { seriesTableName } from "../../src/pages/layout/seriesTable";
import { fixed, type FixedSheet, type FixedTable } from "../../src/files/workbook/fixedSheet";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

export interface Narrowed {
  readonly cell: string;
  /** Values it can still have, at most `ENOUGH` of them. */
  readonly candidates: readonly number[];
}

const ENOUGH = 5;
const HIDDEN = "[c]";
/** More than any count of a made-up council: the programme must be bounded. */
const MOST = 10_000;

let highs: Promise<Highs> | null = null;

/** The hidden counts that are narrowed to fewer than five values. */
export async function attack(
  pages: readonly FixedSheet[],
  report: ClinicReport,
): Promise<readonly Narrowed[]> {
  highs ??= loadHighs();
  const solver = await highs;
  const told = readFile(pages, report);
  const narrowed: Narrowed[] = [];
  for (const [cell, variable] of told.hidden) {
    const candidates = possible(solver, told.constraints, told.variables, variable);
    if (candidates.length < ENOUGH) narrowed.push({ cell, candidates });
  }
  return narrowed;
}

interface Told {
  readonly variables: ReadonlySet<string>;
  /** In the words of an LP file: "n1 + n2 - N = 0". */
  readonly constraints: readonly string[];
  readonly hidden: ReadonlyMap<string, string>;
}

function readFile(pages: readonly FixedSheet[], report: ClinicReport): Told {
  const tables = pages.flatMap((page) => page.tables);
  const variables = new Set<string>();
  const constraints: string[] = [];
  const hidden = new Map<string, string>();
  const variable = (...words: readonly string[]): string => {
    const name = `v_${words.join("_").replace(/[^A-Za-z0-9]/g, "_")}`;
    variables.add(name);
    return name;
  };
  const tell = (name: string, cell: unknown, place: string): void => {
    if (cell === HIDDEN) hidden.set(place, name);
    else if (typeof cell === "number") constraints.push(`${name} = ${cell}`);
  };
  const population = report.settings.population ?? 0;
  const teams = new Map<string, string>();
  const teamVariable = (team: string): string => {
    if (!teams.has(team)) teams.set(team, `t${teams.size}`);
    return teams.get(team)!;
  };

  for (const entry of TEAM_TABLES) {
    const table = tables.find(({ name }) => name === tableName(entry.id));
    if (!table) continue;
    const at = (heading: string): number => table.headings.indexOf(heading);
    // Care planning may leave out children who are not yet due: its own denominators, no larger than the cohort's.
    const own = entry.id === "cla-care-planning" ? entry.id : (entry.headline ?? entry.id);
    const rows = table.rows.map((row) => row.map(fixed));
    const whole = table.total === null ? null : table.total.map(fixed);
    const totalN = variable("n", entry.id, "total");
    const totalD = variable("d", own, "total");
    const names = rows.map((row) => teamVariable(String(row[0])));
    rows.forEach((row, i) => {
      const n = variable("n", entry.id, names[i]!);
      const d = variable("d", own, names[i]!);
      constraints.push(`${d} - ${n} >= 0`, `${d} >= 1`);
      tell(n, row[at("Numerator")], `${entry.id} ${row[0]} numerator`);
      tell(d, row[at("Denominator")], `${entry.id} ${row[0]} denominator`);
      tellShare(constraints, n, d, row[at("%")], row[at("Denominator")]);
      if (own !== entry.headline && entry.headline !== null)
        constraints.push(`${variable("d", entry.headline, names[i]!)} - ${d} >= 0`);
    });
    if (rows.length > 0) {
      constraints.push(
        `${rows.map((_, i) => variable("n", entry.id, names[i]!)).join(" + ")} - ${totalN} = 0`,
      );
      constraints.push(`${rows.map((_, i) => variable("d", own, names[i]!)).join(" + ")} - ${totalD} = 0`);
    }
    if (whole) {
      tell(totalN, whole[at("Numerator")], `${entry.id} total numerator`);
      tell(totalD, whole[at("Denominator")], `${entry.id} total denominator`);
      tellShare(constraints, totalN, totalD, whole[at("%")], whole[at("Denominator")]);
    }
    const shownTotal = whole?.[at("Denominator")] ?? rows[0]?.[at("Denominator")];
    for (const share of sharesElsewhere(tables, entry.id, report))
      tellShare(constraints, totalN, totalD, share, shownTotal);
    // These councils have no team outside the clinic tables and no child with two plans.
    if (entry.headline !== null && own === entry.headline) {
      const last = monthLabel(report.months.at(-1)!);
      constraints.push(`${variable("count", entry.headline, last)} - ${totalD} = 0`);
    }
  }
  for (const name of ["Clinic_demand_month", "Clinic_demand_month_end"]) {
    const table = tables.find((each) => each.name === name)!;
    for (const row of table.rows.map((cells) => cells.map(fixed))) {
      const entry = INDICATORS.find(({ wording }) => wording === row[0])!;
      const measure = "measure" in entry ? entry.measure : null;
      report.months.map(monthLabel).forEach((month, i) => {
        const cell = row[table.headings.indexOf(month)];
        if (entry.kind === "count") tell(variable("count", entry.id, month), cell, `${entry.id} ${month}`);
        if (typeof cell !== "number" || measure === null || population === 0) return;
        if (measure.counts === "rate")
          tellRate(constraints, [variable("count", measure.of, month)], cell, population);
        if (measure.counts === "rolling rate") {
          const window = Array.from({ length: measure.months }, (_, back) => {
            const label = report.months[i - back];
            return variable("count", measure.of, label ? monthLabel(label) : `before ${back - i}`);
          });
          tellRate(constraints, window, cell, population);
        }
      });
    }
  }
  return { variables, constraints, hidden };
}

/** n ÷ d as rounded to one decimal; only where d is told is it a line. */
function tellShare(constraints: string[], n: string, d: string, share: unknown, denominator: unknown): void {
  if (typeof share !== "number") return;
  if (typeof denominator !== "number")
    throw new Error(`A share is shown whose denominator is not: ${n} of ${d}`);
  constraints.push(`${n} >= ${(share - 0.0005) * denominator}`, `${n} <= ${(share + 0.0005) * denominator}`);
}

function tellRate(constraints: string[], counts: readonly string[], rate: number, population: number): void {
  const each = population / 10_000;
  constraints.push(
    `${counts.join(" + ")} >= ${(rate - 0.5) * each}`,
    `${counts.join(" + ")} <= ${(rate + 0.5) * each}`,
  );
}

/** The total's percent on the Summary and as the last point of its chart. */
function sharesElsewhere(
  tables: readonly FixedTable[],
  id: (typeof TEAM_TABLES)[number]["id"],
  report: ClinicReport,
): readonly unknown[] {
  const headlines = tables.find(({ name }) => name === "Clinic_headlines")!;
  const wording = report.headlines.find((line) => line.id === id)?.indicator;
  const line = headlines.rows.find(([indicator]) => indicator === wording);
  const series = report.series.find((each) => each.id === id);
  const points = series && tables.find(({ name }) => name === seriesTableName(series.id))?.rows;
  return [
    line ? fixed(line[headlines.headings.indexOf("This month")] ?? null) : null,
    points ? fixed(points.at(-1)?.[1] ?? null) : null,
  ];
}

function possible(
  solver: Highs,
  constraints: readonly string[],
  variables: ReadonlySet<string>,
  asked: string,
): readonly number[] {
  const near = connected(constraints, asked);
  const lowest = solve(solver, near, variables, "Minimize", asked);
  if (lowest === null) throw new Error("The file contradicts itself.");
  const found: number[] = [];
  for (let from = lowest; found.length < ENOUGH;) {
    found.push(from);
    const next = solve(solver, [...near, `${asked} >= ${from + 1}`], variables, "Minimize", asked);
    if (next === null) break;
    from = next;
  }
  return found;
}

const namesIn = (constraint: string): readonly string[] => constraint.match(/v_\w+/g) ?? [];

/** The constraints that have anything to do with a variable. */
function connected(constraints: readonly string[], asked: string): readonly string[] {
  const known = new Set([asked]);
  let near: readonly string[] = [];
  for (;;) {
    const now = constraints.filter((constraint) => namesIn(constraint).some((name) => known.has(name)));
    for (const name of now.flatMap(namesIn)) known.add(name);
    if (now.length === near.length) return now;
    near = now;
  }
}

function solve(
  solver: Highs,
  constraints: readonly string[],
  variables: ReadonlySet<string>,
  aim: "Minimize" | "Maximize",
  asked: string,
): number | null {
  const used = [...new Set([asked, ...constraints.flatMap(namesIn)])].filter((name) => variables.has(name));
  const lines = constraints.map((constraint, i) => ` c${i}: ${constraint}`);
  const programme = [
    aim,
    ` obj: ${asked}`,
    "Subject To",
    ...(lines.length > 0 ? lines : [` c0: ${asked} >= 0`]),
    "Bounds",
    ...used.map((name) => ` 0 <= ${name} <= ${MOST}`),
    "General",
    ` ${used.join(" ")}`,
    "End",
  ].join("\n");
  const { Status, ObjectiveValue } = solver.solve(programme);
  if (Status === "Infeasible") return null;
  if (Status !== "Optimal") throw new Error(`The programme ended ${Status}.`);
  return Math.round(ObjectiveValue);
}
