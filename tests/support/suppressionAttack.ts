/**
 * An attack on a suppressed file: all that it says (tables, headlines, charts, sentences, alternative texts, notes) is put
 * to an integer programme, which is asked how many values each hidden count can still have. It knows what any reader may
 * know: that tables of one cohort count the same plans, that totals are sums, that a rate is a count by the population,
 * and which count a percent is a percent of. A text with a figure that it cannot read stops it: none is passed over.
 */
import loadHighs from "highs";
import { INDICATORS, TEAM_TABLES } from "../../src/clinic/indicators/catalogue";
import type { IndicatorId } from "../../src/clinic/indicators/ids";
import { monthInWords, monthLabel } from "../../src/clinic/calendar/months";
import type { ClinicReport } from "../../src/clinic/report";
import { PAGES } from "../../src/pages/pageNames";
import type { FileSays, Said, SaidTable } from "./whatAFileSays";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

export interface Narrowed {
  readonly cell: string;
  /** Values it can still have, at most `ENOUGH` of them; none = it is told, in words or by an arrow. */
  readonly candidates: readonly number[];
}

const ENOUGH = 5;
const HIDDEN = "[c]";
/** More than any count of a made-up council: the programme must be bounded. */
const MOST = 10_000;
const RAGS = new Set(["Green", "Amber", "Red"]);

/** Percents of which a reader knows the whole, besides those of a headline. */
const WHOLES: Readonly<Record<string, IndicatorId>> = {
  "assessments-45wd": "assessments-completed",
  "s47-to-icpc": "s47-completed",
};

let highs: Promise<Highs> | null = null;

/** The hidden counts that are narrowed to fewer than five values, and whatever is told of a hidden figure in another way. */
export async function attack(says: FileSays, report: ClinicReport): Promise<readonly Narrowed[]> {
  highs ??= loadHighs();
  const solver = await highs;
  const { hidden, constraints, variables, told } = new Reader(says, report).read();
  const narrowed: Narrowed[] = told.map((cell) => ({ cell, candidates: [] }));
  for (const [cell, variable] of hidden) {
    const candidates = possible(solver, constraints, variables, variable);
    if (candidates.length < ENOUGH) narrowed.push({ cell, candidates });
  }
  return narrowed;
}

/** Puts what a file says into the words of an LP file: "n1 + n2 - N = 0". */
class Reader {
  readonly variables = new Set<string>();
  readonly constraints: string[] = [];
  readonly hidden = new Map<string, string>();
  /** What is said of a hidden figure otherwise than by a number. */
  readonly told: string[] = [];
  /** Figures that are hidden wherever they are shown at all: "cp-rate 12". */
  private readonly hiddenFigures = new Set<string>();
  private readonly teams = new Map<string, string>();
  private readonly last: number;
  private readonly population: number;

  constructor(
    private readonly says: FileSays,
    private readonly report: ClinicReport,
  ) {
    this.last = report.months.length - 1;
    this.population = report.settings.population ?? 0;
  }

  read(): this {
    for (const entry of TEAM_TABLES) this.readTeamTable(entry);
    for (const title of ["Demand in the month", "Demand at month end"]) this.readDemand(this.table(title));
    this.readHeadlines(this.table("Headlines against targets"));
    for (const [id, values] of this.says.points)
      values.forEach((value, month) => this.tellFigure(id as IndicatorId, month, value, `chart of ${id}`));
    const plain = new Plain(this.report, this.says);
    for (const sentence of this.says.sentences) this.readSentence(sentence, plain);
    return this;
  }

  private table(title: string): SaidTable {
    const found = this.says.tables.find((each) => each.title === title);
    if (!found) throw new Error(`The file has no table “${title}”`);
    return found;
  }

  private variable(...words: readonly string[]): string {
    const name = `v_${words.join("_").replace(/[^A-Za-z0-9]/g, "_")}`;
    this.variables.add(name);
    return name;
  }

  private teamOf(team: string): string {
    const known = this.teams.get(team) ?? `t${this.teams.size}`;
    this.teams.set(team, known);
    return known;
  }

  private count(id: IndicatorId, month: number): string {
    return this.variable("count", id, String(month));
  }

  private total(id: string): { readonly n: string; readonly d: string } {
    const entry = TEAM_TABLES.find((each) => each.id === id)!;
    return { n: this.variable("n", id, "total"), d: this.variable("d", cohortOf(entry), "total") };
  }

  private tellCell(name: string, cell: Said | undefined, place: string): void {
    if (cell === HIDDEN) this.hidden.set(place, name);
    else if (typeof cell === "number") this.constraints.push(`${name} = ${cell}`);
  }

  private readTeamTable(entry: (typeof TEAM_TABLES)[number]): void {
    const table = this.says.tables.find(({ title }) => title === entry.wording);
    if (!table) return;
    const { constraints } = this;
    const at = (row: readonly Said[], heading: string): Said => row[table.headings.indexOf(heading)] ?? null;
    const rows = table.rows.filter(
      (row) => typeof at(row, "Denominator") === "number" || row.includes(HIDDEN),
    );
    const total = this.total(entry.id);
    const sums: { readonly n: string[]; readonly d: string[] } = { n: [], d: [] };
    for (const row of rows) {
      const name = String(row[0]);
      const isTotal = name === "Total";
      const team = this.teamOf(name);
      const n = isTotal ? total.n : this.variable("n", entry.id, team);
      const d = isTotal ? total.d : this.variable("d", cohortOf(entry), team);
      const place = `${entry.id} ${name}`;
      constraints.push(`${d} - ${n} >= 0`);
      // A row with nobody is left out, but for the one that says "None this month".
      if (at(row, "Denominator") !== 0) constraints.push(`${d} >= 1`);
      this.tellCell(n, at(row, "Numerator"), `${place} numerator`);
      this.tellCell(d, at(row, "Denominator"), `${place} denominator`);
      this.tellShare(n, d, at(row, "%"), at(row, "Denominator"), place);
      if (RAGS.has(String(at(row, "RAG"))) && typeof at(row, "%") !== "number")
        this.told.push(`${place} RAG`);
      if (isTotal) continue;
      sums.n.push(n);
      sums.d.push(d);
      if (cohortOf(entry) !== entry.headline && entry.headline !== null)
        constraints.push(`${this.variable("d", entry.headline, team)} - ${d} >= 0`);
    }
    if (sums.n.length > 0) {
      constraints.push(`${sums.n.join(" + ")} - ${total.n} = 0`, `${sums.d.join(" + ")} - ${total.d} = 0`);
    }
    // These councils have no team outside the clinic tables and no child with two plans.
    const whole = entry.headline ?? WHOLES[entry.id];
    if (whole !== undefined && cohortOf(entry) === (entry.headline ?? entry.id) && rows.length > 0)
      constraints.push(`${this.count(whole, this.last)} - ${total.d} = 0`);
  }

  private readDemand(table: SaidTable): void {
    const labels = this.report.months.map(monthLabel);
    for (const row of table.rows) {
      const entry = INDICATORS.find(({ wording }) => wording === row[0])!;
      const cell = (heading: string): Said => row[table.headings.indexOf(heading)] ?? null;
      const figures = labels.map(cell);
      figures.forEach((figure, month) =>
        this.tellFigure(entry.id, month, figure, `${entry.id} ${labels[month]}`),
      );
      const arrow = [cell("Trend"), cell("Direction of travel")].filter(isArrow);
      if (arrow.length > 0 && figures.slice(-2).includes(HIDDEN))
        this.told.push(`${entry.id} ${String(arrow[0])}`);
      if (RAGS.has(String(cell("RAG"))) && figures.at(-1) === HIDDEN) this.told.push(`${entry.id} RAG`);
    }
  }

  private readHeadlines(table: SaidTable): void {
    for (const row of table.rows) {
      const cell = (heading: string): Said => row[table.headings.indexOf(heading)] ?? null;
      const line = this.report.headlines.find(({ indicator }) => indicator === row[0]);
      if (!line) throw new Error(`A headline of nothing: ${String(row[0])}`);
      this.tellFigure(line.id, this.last, cell("This month"), `${line.id} this month`);
      this.tellFigure(line.id, this.last - 1, cell("Last month"), `${line.id} last month`);
      const isTold = typeof cell("This month") === "number" && typeof cell("Last month") === "number";
      if (isArrow(cell("Direction of travel")) && !isTold) this.told.push(`${line.id} direction`);
      if (typeof cell("Change") === "number" && !isTold) this.told.push(`${line.id} change`);
      if (RAGS.has(String(cell("RAG"))) && cell("This month") === HIDDEN) this.told.push(`${line.id} RAG`);
    }
  }

  /** `figure`: percents as parts of one; what is no number says nothing. */
  private tellFigure(id: IndicatorId, month: number, figure: Said, place: string): void {
    const entry = INDICATORS.find((each) => each.id === id)!;
    if (figure === HIDDEN) this.hiddenFigures.add(`${id} ${month}`);
    if (entry.kind === "count") return this.tellCell(this.count(id, month), figure, place);
    if (typeof figure !== "number") return;
    if (entry.kind === "rate") return this.tellRate(id, month, figure);
    if (month === this.last && TEAM_TABLES.some((table) => table.id === id)) {
      const { n, d } = this.total(id);
      return this.tellShare(n, d, figure, this.shownTotal(id), place);
    }
    this.tellEarlierShare(id, month, figure, place);
  }

  /** Of a month before, or of no table: its whole is a demand count. The history says what it was made of. */
  private tellEarlierShare(id: IndicatorId, month: number, share: number, place: string): void {
    const known = this.report.history.find(
      (row) => row.indicator === id && row.team === "Total" && row.month === this.report.months[month],
    );
    if (known && isSmallPair(known.numerator ?? 0, known.denominator ?? 0))
      this.told.push(`${place}: a small share`);
    const entry = INDICATORS.find((each) => each.id === id)!;
    const whole = ("headline" in entry ? entry.headline : null) ?? WHOLES[id];
    const published = [...this.report.demandMonth, ...this.report.demandMonthEnd].find(
      (row) => row.id === whole,
    );
    if (whole === undefined || whole === null || id === "cla-care-planning" || !published) return;
    // Months before are made up one by one: a percent that no whole number makes is of another whole.
    const all = published.values[month] ?? null;
    if (all === null || !isOf(share, all)) return;
    const n = this.variable("n", id, String(month));
    const d = this.count(whole, month);
    this.constraints.push(`${d} - ${n} >= 0`);
    const isShown = !this.hiddenFigures.has(`${whole} ${month}`);
    this.tellShare(n, d, share, isShown ? all : null, place);
    if (isShown && isSmallShown(share, all))
      this.told.push(`${place}: a small share of a count that is shown`);
  }

  private shownTotal(id: string): Said {
    const wording = TEAM_TABLES.find((each) => each.id === id)!.wording;
    const table = this.says.tables.find(({ title }) => title === wording);
    const row = table?.rows.find(([name]) => name === "Total") ?? table?.rows[0];
    return row?.[table?.headings.indexOf("Denominator") ?? -1] ?? null;
  }

  /** n ÷ d as rounded to one decimal; only where d is told is it a line. */
  private tellShare(n: string, d: string, share: Said, denominator: Said, place: string): void {
    if (typeof share !== "number") return;
    if (typeof denominator !== "number")
      return void this.told.push(`${place}: a share of what is hidden, ${n} of ${d}`);
    this.constraints.push(
      `${n} >= ${(share - 0.0005) * denominator}`,
      `${n} <= ${(share + 0.0005) * denominator}`,
    );
  }

  private tellRate(id: IndicatorId, month: number, figure: number): void {
    const entry = INDICATORS.find((each) => each.id === id)!;
    const measure = "measure" in entry ? entry.measure : null;
    if (this.population === 0 || (measure?.counts !== "rate" && measure?.counts !== "rolling rate")) return;
    const length = measure.counts === "rate" ? 1 : measure.months;
    const counts = Array.from({ length }, (_, back) => this.count(measure.of, month - back));
    const each = this.population / 10_000;
    this.constraints.push(
      `${counts.join(" + ")} >= ${(figure - 0.5) * each}`,
      `${counts.join(" + ")} <= ${(figure + 0.5) * each}`,
    );
  }

  private readSentence(sentence: string, plain: Plain): void {
    const left = CLAIMS.reduce(
      (text, { pattern, claims }) =>
        text.replace(pattern, (...match: readonly unknown[]) => {
          this.claim(
            claims,
            match.slice(1, -2).map((group) => (group === undefined ? "" : String(group))),
            sentence,
          );
          return " ";
        }),
      plain.withNames(sentence),
    );
    if (/\d/.test(plain.without(left))) throw new Error(`A text that the attack cannot read: ${sentence}`);
  }

  private claim(kind: Claim, groups: readonly string[], sentence: string): void {
    const { report } = this;
    const byName = (at: number) => NAMED[Number(groups[at])]!;
    switch (kind) {
      case "share of a table": {
        const id = byName(0);
        const { n, d } = this.total(id);
        this.constraints.push(`${n} = ${whole(groups[2])}`, `${d} = ${whole(groups[3])}`);
        return this.tellFigure(id, this.last, part(groups[1]), sentence);
      }
      case "figure":
        return this.tellFigure(byName(0), this.last, part(groups[1]), sentence);
      case "figure and those out of time": {
        const id = byName(0);
        this.tellFigure(id, this.last, part(groups[1]), sentence);
        const { n, d } = this.total(id);
        const team = this.teamOf(groups[4]!);
        const [few, all] = [whole(groups[2]), whole(groups[3])];
        const entry = TEAM_TABLES.find((each) => each.id === id)!;
        const own = { n: this.variable("n", id, team), d: this.variable("d", cohortOf(entry), team) };
        const isListed = !sentence.includes("out of time");
        this.constraints.push(isListed ? `${own.n} = ${few}` : `${own.d} - ${own.n} = ${few}`);
        this.constraints.push(isListed ? `${n} = ${all}` : `${d} - ${n} = ${all}`);
        return;
      }
      case "from and to":
        this.tellFigure(byName(0), this.last - 1, part(groups[1]), sentence);
        return this.tellFigure(byName(0), this.last, part(groups[2]), sentence);
      case "reds, ambers, greens":
        return this.compare(groups, ["Red", "Amber", "Green"], sentence);
      case "greens, ambers, reds":
        return this.compare(groups, ["Green", "Amber", "Red"], sentence);
      case "rose, fell, did not change": {
        const table = this.table("Demand in the month");
        const trends = table.rows.map((row) => String(row[table.headings.indexOf("Trend")]));
        const shown = ["↑", "↓", "→"].map((arrow) => trends.filter((word) => word.startsWith(arrow)).length);
        if (JSON.stringify(groups.slice(0, 3).map(whole)) !== JSON.stringify(shown)) this.told.push(sentence);
        return;
      }
      case "gaps":
        if (
          ![...this.says.points.values()].some(
            (values) => values.filter((v) => v === null).length === whole(groups[0]),
          )
        )
          this.told.push(sentence);
        return;
      case "nothing":
        return;
    }
    throw new Error(`${String(kind)} of ${report.month}`);
  }

  /** A sentence may count what is shown; one more or less would say a hidden colour. */
  private compare(groups: readonly string[], colours: readonly string[], sentence: string): void {
    const table = this.table("Headlines against targets");
    const words = table.rows.map((row) => String(row[table.headings.indexOf("RAG")]));
    colours.forEach((colour, i) => {
      if (whole(groups[i]) > words.filter((word) => word === colour).length) this.told.push(sentence);
    });
  }
}

type Claim =
  | "share of a table"
  | "figure"
  | "figure and those out of time"
  | "from and to"
  | "reds, ambers, greens"
  | "greens, ambers, reds"
  | "rose, fell, did not change"
  | "gaps"
  | "nothing";

/** Names stand as "«12»", places in NAMED: names hold digits themselves. */
const NAME = "«(\\d+)»";
const FIGURE = "([\\d,]+(?:\\.\\d)?%?)";
const TARGET = "[\\d,]+(?:\\.\\d+)?%?(?: or (?:less|more))?";

/** In this order: a longer claim before one that begins like it. */
const CLAIMS: readonly { readonly pattern: RegExp; readonly claims: Claim }[] = [
  { claims: "share of a table", pattern: new RegExp(`${NAME}: ${FIGURE} \\(([\\d,]+) of ([\\d,]+)\\)`, "g") },
  {
    claims: "figure and those out of time",
    pattern: new RegExp(
      `${NAME}, at ${FIGURE} against a target of ${TARGET}; ([\\d,]+) of the ([\\d,]+)(?: out of time)? (?:is|are) with ([^.]+)\\.`,
      "g",
    ),
  },
  { claims: "figure", pattern: new RegExp(`${NAME}, at ${FIGURE} against a target of ${TARGET}`, "g") },
  { claims: "from and to", pattern: new RegExp(`${NAME} (?:rose|fell) from ${FIGURE} to ${FIGURE}`, "g") },
  {
    claims: "reds, ambers, greens",
    pattern:
      /Of the \d+ indicators with a target and a figure, (\d+) (?:is|are) red, (\d+) amber and (\d+) green/g,
  },
  {
    claims: "greens, ambers, reds",
    pattern: /Indicators with a target: (\d+) green, (\d+) amber, (\d+) red(?:; \d+ not (?:shown|judged))?/g,
  },
  {
    claims: "rose, fell, did not change",
    pattern: /(\d+|no) figures? of the month rose, (\d+) fell and (\d+) did not change/g,
  },
  { claims: "gaps", pattern: /(\d+) of the months (?:has|have) no figure/g },
  // How large a table is can be seen.
  { claims: "nothing", pattern: /; \d+ rows?(?: and a total)?\./g },
  { claims: "nothing", pattern: /Line chart of \d+ months/g },
  { claims: "nothing", pattern: /per 10,000( children aged 0 to 17)?/g },
];

const DATE =
  /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g;

const NAMED: readonly IndicatorId[] = INDICATORS.map(({ id }) => id);

/** What holds digits and says no figure: names, months, dates, rules, parts of the file. */
class Plain {
  private readonly names: readonly (readonly [string, string])[];
  private readonly phrases: readonly string[];
  private readonly rules: readonly string[];

  constructor(report: ClinicReport, says: FileSays) {
    const names = INDICATORS.flatMap(({ id, wording, nameInMessages, chartTitle }) => {
      const headline = report.headlines.find((line) => line.id === id)?.indicator;
      return [wording, nameInMessages, chartTitle, headline].flatMap((name) =>
        typeof name === "string" ? [[name, `«${NAMED.indexOf(id)}»`] as const] : [],
      );
    });
    this.names = [...names].sort(([a], [b]) => b.length - a.length);
    this.rules = report.definitions.map(({ rule }) => rule);
    const cells = says.tables
      .filter(({ title }) => title !== "Key messages")
      .flatMap(({ title, headings, rows }) => [
        title,
        ...headings,
        ...rows.flatMap((row) =>
          row.filter((cell): cell is string => typeof cell === "string" && !/%|\bof\b/.test(cell)),
        ),
      ]);
    this.phrases = [
      ...report.months.flatMap((month) => [monthLabel(month), monthInWords(month)]),
      ...report.settings.services.map(({ title }) => title),
      ...cells.filter((text) => /\d/.test(text)),
      ...PAGES.map(({ title }) => title),
      "those at 20 or over",
    ].sort((a, b) => b.length - a.length);
  }

  withNames(text: string): string {
    const without = this.rules.reduce((left, phrase) => left.split(phrase).join(" "), text);
    return this.names.reduce((left, [name, place]) => left.split(name).join(place), without);
  }

  without(text: string): string {
    return this.phrases
      .reduce((left, phrase) => left.split(phrase).join(" "), text.replace(DATE, " "))
      .replace(/«\d+»/g, " ")
      .replace(/ at \d\d:\d\d/g, " ")
      .replace(/https?:\S+/g, " ")
      .replace(/\b(Clinic_\w+|slide\d+|rId\d+|Arial|sheet\d+|chart\d+)\b/g, " ")
      .replace(/'Clinic [\w ]+'![$A-Z0-9:]+/g, " ")
      .replace(/^(Table|Text|Chart|Title|Slide number|Footer|Picture|Notes|What matters)\b[^.;]*$/, " ");
  }
}

function cohortOf(entry: (typeof TEAM_TABLES)[number]): string {
  // Care planning may leave out children who are not yet due: its own denominators, no larger than the cohort's.
  return entry.id === "cla-care-planning" ? entry.id : (entry.headline ?? entry.id);
}

const isArrow = (cell: Said): boolean => typeof cell === "string" && /^[↑↓→]/.test(cell);
const isSmall = (count: number): boolean => count >= 1 && count <= 5;
const isSmallPair = (n: number, d: number): boolean => isSmall(n) || isSmall(d - n) || isSmall(d);
const whole = (text: string | undefined): number =>
  text === "no" ? 0 : Number((text ?? "").replaceAll(",", ""));
const part = (text: string | undefined): number =>
  text?.endsWith("%") ? Math.round(Number(text.slice(0, -1)) * 10) / 1000 : whole(text);

/** The whole numbers that come to a share as shown. */
function numerators(share: number, denominator: number): readonly number[] {
  const least = Math.ceil((share - 0.0005) * denominator - 1e-9);
  const most = Math.floor((share + 0.0005) * denominator + 1e-9);
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => least + i);
}

const isOf = (share: number, denominator: number): boolean => numerators(share, denominator).length > 0;
const isSmallShown = (share: number, denominator: number): boolean =>
  numerators(share, denominator).some((n) => isSmallPair(n, denominator));

function possible(
  solver: Highs,
  constraints: readonly string[],
  variables: ReadonlySet<string>,
  asked: string,
): readonly number[] {
  const near = connected(constraints, asked);
  const key = [asked, ...[...near].sort()].join("\n");
  const known = answers.get(key) ?? search(solver, near, variables, asked);
  answers.set(key, known);
  return known;
}

/** The copy and the slides of one report mostly say the same. */
const answers = new Map<string, readonly number[]>();

function search(
  solver: Highs,
  near: readonly string[],
  variables: ReadonlySet<string>,
  asked: string,
): readonly number[] {
  const lowest = solve(solver, near, variables, asked);
  if (lowest === null)
    throw new Error(`The file contradicts itself about ${asked}: ${near.join("; ").slice(0, 2_000)}`);
  const found: number[] = [];
  for (let from = lowest; found.length < ENOUGH;) {
    found.push(from);
    const next = solve(solver, [...near, `${asked} >= ${from + 1}`], variables, asked);
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
    if (now.length === near.length) return [...new Set(now)];
    near = now;
  }
}

/** The least value of a variable; null = there is none. */
function solve(
  solver: Highs,
  constraints: readonly string[],
  variables: ReadonlySet<string>,
  asked: string,
): number | null {
  const used = [...new Set([asked, ...constraints.flatMap(namesIn)])].filter((name) => variables.has(name));
  const lines = constraints.map((constraint, i) => ` c${i}: ${constraint}`);
  const programme = [
    "Minimize",
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
