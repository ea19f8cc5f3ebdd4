/**
 * A second count of everything, written apart from the add-in's and as plainly as can be: row objects, filters
 * and a walk over days. Slow on purpose; nothing of src/clinic/calculate, indicators or calendar is used.
 */

/** One record by the headings of SPEC §2; dates are "2024-05-31" or "". */
export type HandRow = Readonly<Record<string, string | number>>;

export interface HandTeam {
  readonly name: string;
  readonly short: string;
  readonly service: string;
  readonly locality: string;
  readonly clinic: boolean;
}

export interface Council {
  readonly lists: Readonly<Record<string, readonly HandRow[]>>;
  readonly teams: readonly HandTeam[];
  /** First and last day of the month, the as-at date. */
  readonly from: string;
  readonly to: string;
  readonly asAt: string;
  readonly population: number;
  readonly threshold: number;
  readonly closures: readonly string[];
  /** Section 47 enquiries completed in each of the eleven months before. */
  readonly s47Before: readonly number[];
}

export interface HandCount {
  readonly demand: Readonly<Record<string, number>>;
  /** By table: "team|denominator|numerator" lines in order, the total, and how many are out of time. */
  readonly tables: Readonly<
    Record<string, { rows: string[]; total: readonly [number, number]; outOfTime: number }>
  >;
  readonly caseloads: Readonly<Record<string, string[]>>;
  readonly charts: Readonly<Record<string, number | null>>;
}

/** GOV.UK, England and Wales. */
const BANK_HOLIDAYS = [
  ...["2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28"],
  ...["2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27"],
  ...["2024-08-26", "2024-12-25", "2024-12-26"],
];

export function countByHand(council: Council): HandCount {
  const { from, to, asAt, teams } = council;
  const rowsOf = (list: string) => council.lists[list] ?? [];
  const date = (row: HandRow, heading: string) => String(row[heading] ?? "");
  const inMonth = (iso: string) => iso !== "" && iso >= from && iso <= to;
  const isOpen = (row: HandRow, start: string, end: string) =>
    date(row, start) !== "" && date(row, start) <= to && (date(row, end) === "" || date(row, end) > to);
  const teamOf = (row: HandRow): HandTeam => {
    const cell = String(row["Allocated Team"] ?? row["Allocated_Team"] ?? "").trim();
    const known = teams.find((team) =>
      [team.name, team.short].some((n) => n.toLowerCase() === cell.toLowerCase()),
    );
    if (known) return known;
    const name = cell === "" ? "Team not recorded" : cell;
    return { name, short: name, service: "", locality: "", clinic: true };
  };
  const childOf = (row: HandRow, list: string, i: number) => {
    const id = String(row["Child Unique ID"] ?? "")
      .trim()
      .toUpperCase();
    return id === "" ? `${list} row ${i}` : id;
  };
  const isWorkingDay = (iso: string) => {
    const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
    return weekday >= 1 && weekday <= 5 && !BANK_HOLIDAYS.includes(iso) && !council.closures.includes(iso);
  };
  const workingDaysAfter = (start: string, end: string) => {
    let count = 0;
    for (let day = plus(start, 1); day <= end; day = plus(day, 1)) if (isWorkingDay(day)) count++;
    return count;
  };
  const nthWorkingDayAfter = (start: string, n: number) => {
    let day = start;
    for (let left = n; left > 0;) {
      day = plus(day, 1);
      if (isWorkingDay(day)) left--;
    }
    return day;
  };

  // Demand
  const rowsInMonth = (list: string, heading: string) =>
    rowsOf(list).filter((row) => inMonth(date(row, heading))).length;
  const openChildren = (
    list: string,
    start: string,
    end: string,
    keep: (row: HandRow) => boolean = () => true,
  ) =>
    new Set(
      rowsOf(list).flatMap((row, i) => (isOpen(row, start, end) && keep(row) ? [childOf(row, list, i)] : [])),
    );
  const cinOpen = ["CIN Plans", "CIN Plan Start Date", "CIN Plan End Date"] as const;
  const cpOpen = ["CP Plans", "CP Plan Start Date", "CP Plan End Date"] as const;
  const claOpen = ["CLA", "Date Started to be Looked After", "Date Ceased"] as const;
  const isCwd = (row: HandRow) => teamOf(row).service === "CWD";
  const cp = openChildren(...cpOpen).size;
  const cla = openChildren(...claOpen).size;
  const s47 = rowsInMonth("Section 47", "Section 47 Completed Date");
  const perTenThousand = (count: number) => (count / council.population) * 10_000;
  const demand: Record<string, number> = {
    contacts: rowsInMonth("Contacts", "Date of Contact"),
    "eh-referrals": rowsInMonth("Early Help", "Early Help Referral Date"),
    "eh-assessments-started": rowsInMonth("Early Help", "Assessment Start Date"),
    referrals: rowsInMonth("Referrals", "Date of Referral"),
    "strategy-discussions": rowsInMonth("Strategy Discussions", "Date of Strategy Discussion"),
    "s47-completed": s47,
    "s47-rolling-rate": perTenThousand(council.s47Before.reduce((a, b) => a + b, s47)),
    "assessments-completed": rowsInMonth("Assessments", "Assessment Authorised Date"),
    "open-children": new Set([
      ...openChildren("Assessments", "Assessment Start Date", "Assessment Authorised Date"),
      ...openChildren(...cinOpen),
      ...openChildren(...cpOpen),
      ...openChildren(...claOpen),
      ...openChildren("Care Leavers", "Start Date", "End Date"),
    ]).size,
    "eh-open": openChildren("Early Help", "Early Help Start Date", "Early Help End Date").size,
    "cin-not-cwd": openChildren(...cinOpen, (row) => !isCwd(row)).size,
    "cin-cwd": openChildren(...cinOpen, isCwd).size,
    cp,
    "cp-rate": perTenThousand(cp),
    cla,
    "cla-rate": perTenThousand(cla),
  };

  // Tables
  const table = (
    rows: readonly HandRow[],
    judge: (row: HandRow) => "yes" | "no" | "leave out",
    scope: "clinic" | "all" = "clinic",
    listNumerator: "list numerator" | "list the rest" = "list the rest",
  ) => {
    const counted = rows
      .filter((row) => scope === "all" || teamOf(row).clinic)
      .map((row) => ({ team: teamOf(row).name, answer: judge(row) }))
      .filter(({ answer }) => answer !== "leave out");
    // Spellings of one unknown team are one team, under the first.
    const first = new Map<string, string>();
    for (const { team } of counted) if (!first.has(team.toLowerCase())) first.set(team.toLowerCase(), team);
    const names = [...first.keys()].sort((a, b) => (a < b ? -1 : 1));
    const yes = (some: typeof counted) => some.filter(({ answer }) => answer === "yes").length;
    return {
      rows: names.map((name) => {
        const own = counted.filter(({ team }) => team.toLowerCase() === name);
        return `${first.get(name)}|${own.length}|${yes(own)}`;
      }),
      total: [counted.length, yes(counted)] as const,
      outOfTime: listNumerator === "list numerator" ? yes(counted) : counted.length - yes(counted),
    };
  };
  const openRows = ([list, start, end]: readonly [string, string, string]) =>
    rowsOf(list).filter((row) => isOpen(row, start, end));
  const lastWithinDays =
    (start: string, last: string, days: number | ((row: HandRow) => number)) => (row: HandRow) => {
      const limit = typeof days === "number" ? days : days(row);
      const when = date(row, last);
      if (when === "") return asAt <= plus(date(row, start), limit) ? "yes" : "no";
      return when <= asAt && plus(when, limit) >= asAt ? "yes" : "no";
    };
  const firstInTen = (row: HandRow, start: string) => workingDaysAfter(date(row, start), asAt) <= 10;
  const cinStart = "CIN Plan Start Date";
  const cpStart = "CP Plan Start Date";
  const claStart = "Date Started to be Looked After";
  const starNotCwd = openRows(cinOpen).filter((row) => !isCwd(row));
  const cpPlans = openRows(cpOpen);
  const claRows = openRows(claOpen);
  const assessments = rowsOf("Assessments");
  const started = (row: HandRow) => date(row, "Assessment Start Date");
  const authorised = (row: HandRow) => date(row, "Assessment Authorised Date");
  const keptBy = (limit: number) => (row: HandRow) =>
    started(row) !== "" &&
    authorised(row) !== "" &&
    authorised(row) >= started(row) &&
    workingDaysAfter(started(row), authorised(row)) <= limit
      ? "yes"
      : "no";
  const frequency = (row: HandRow) => {
    const cell = row["Visit Frequency (days)"] ?? "";
    if (typeof cell === "number") return cell > 0 ? cell : 42;
    const [, count, unit] = /^(\d+) ?(weeks?|days?)?$/.exec(cell.trim()) ?? [];
    return count === undefined ? 42 : Number(count) * (unit?.startsWith("week") ? 7 : 1);
  };
  const tables = {
    "assessments-20wd": table(
      assessments.filter((row) => started(row) !== "" && inMonth(nthWorkingDayAfter(started(row), 20))),
      keptBy(20),
    ),
    "assessments-45wd": table(
      assessments.filter((row) => inMonth(authorised(row))),
      keptBy(45),
    ),
    "cin-visits-6w": table(starNotCwd, lastWithinDays(cinStart, "Last CIN Visit Date", 42)),
    "cin-supervision": table(starNotCwd, lastWithinDays(cinStart, "Last Supervision Date", 42)),
    "cp-repeat": table(
      cpPlans,
      (row) => (Number(row["Number of Previous CP Plans"] || 0) >= 1 ? "yes" : "no"),
      "clinic",
      "list numerator",
    ),
    "icpc-15wd": table(
      conferences(rowsOf("Section 47"), inMonth),
      (row) => {
        const strategy = date(row, "Strategy Discussion Date");
        const held = date(row, "Date of ICPC");
        return strategy !== "" && strategy <= held && workingDaysAfter(strategy, held) <= 15 ? "yes" : "no";
      },
      "all",
    ),
    "cp-visits-10wd": table(cpPlans, (row) => {
      const visit = date(row, "Last CP Visit Date");
      if (visit === "") return firstInTen(row, cpStart) ? "yes" : "no";
      return visit <= asAt && workingDaysAfter(visit, asAt) <= 10 ? "yes" : "no";
    }),
    "cp-core-groups": table(cpPlans, (row) => {
      if (date(row, "Last Core Group Date") === "") return firstInTen(row, cpStart) ? "yes" : "no";
      return lastWithinDays(cpStart, "Last Core Group Date", 42)(row);
    }),
    "cp-supervision": table(cpPlans, lastWithinDays(cpStart, "Last Supervision Date", 42)),
    "cla-visits": table(claRows, lastWithinDays(claStart, "Last Visit Date", frequency)),
    "cla-care-planning": table(claRows, (row) => {
      if (date(row, "Care Plan Date") === "") return firstInTen(row, claStart) ? "leave out" : "no";
      return lastWithinDays(claStart, "Care Plan Date", 183)(row);
    }),
    "cla-supervision": table(claRows, lastWithinDays(claStart, "Last Supervision Date", 42)),
  };

  // Charts
  const eighteenMonthsBack = monthsBack(to, 18);
  const completed = rowsOf("Section 47").filter((row) => inMonth(date(row, "Section 47 Completed Date")));
  const toIcpc = completed.filter((row) => {
    const outcome = String(row["Section 47 Outcome"] ?? "").toLowerCase();
    return /icpc|initial child protection conference/.test(outcome) && !/\b(no|not|without)\b/.test(outcome);
  });
  const charts = {
    "cp-18-months": cpPlans.filter((row) => date(row, cpStart) <= eighteenMonthsBack).length,
    "s47-to-icpc": completed.length === 0 ? null : (100 * toIcpc.length) / completed.length,
  };

  return { demand, tables, caseloads: caseloadsByHand(council, teamOf), charts };
}

/** One a child and date: the latest strategy discussion on or before it, the first of equals. */
function conferences(rows: readonly HandRow[], inMonth: (iso: string) => boolean): HandRow[] {
  const held = rows
    .map((row, i) => ({ row, child: String(row["Child Unique ID"]).trim().toUpperCase() || `row ${i}` }))
    .filter(({ row }) => inMonth(String(row["Date of ICPC"])));
  const keys = [...new Set(held.map(({ row, child }) => `${child}|${row["Date of ICPC"]}`))];
  return keys.map((key) => {
    const same = held
      .filter(({ row, child }) => `${child}|${row["Date of ICPC"]}` === key)
      .map(({ row }) => row);
    const usable = same.filter((row) => {
      const strategy = String(row["Strategy Discussion Date"]);
      return strategy !== "" && strategy <= String(row["Date of ICPC"]);
    });
    const latest = usable
      .map((row) => String(row["Strategy Discussion Date"]))
      .sort()
      .at(-1);
    return usable.find((row) => row["Strategy Discussion Date"] === latest) ?? same[0]!;
  });
}

function caseloadsByHand(council: Council, teamOf: (row: HandRow) => HandTeam): Record<string, string[]> {
  const rows = (council.lists["Allocations"] ?? []).map((row, i) => ({
    worker: String(row["Worker ID"]).trim().toUpperCase(),
    status: String(row["Qualifying Status"]),
    team: teamOf(row),
    child: String(row["Child Unique ID"]).trim().toUpperCase() || `row ${i}`,
  }));
  const most = (values: readonly string[]) => {
    const distinct = [...new Set(values)];
    const times = (value: string) => values.filter((other) => other === value).length;
    return distinct.find((value) => distinct.every((other) => times(other) <= times(value)))!;
  };
  const workers = [...new Set(rows.map(({ worker }) => worker))]
    .filter((worker) => worker !== "")
    .map((worker) => {
      const own = rows.filter((row) => row.worker === worker);
      const teamName = most(own.map(({ team }) => team.name.toLowerCase()));
      return {
        count: new Set(own.map(({ child }) => child)).size,
        status: most(own.map(({ status }) => status)),
        team: rows.find(({ team }) => team.name.toLowerCase() === teamName)!.team,
      };
    });
  const line = ({ count, status, team }: (typeof workers)[number]) =>
    `${count}|${status}|${team.short.toLowerCase()}`;
  const byTeam = (service: string, locality: string | null) =>
    workers
      .filter(({ team }) => team.service === service && (locality === null || team.locality === locality))
      .map((worker, order) => ({ worker, order, short: worker.team.short.toLowerCase() }))
      .sort((a, b) =>
        a.short !== b.short
          ? a.short < b.short
            ? -1
            : 1
          : b.worker.count - a.worker.count || a.order - b.order,
      )
      .map(({ worker }) => line(worker));
  return {
    "caseloads-20-plus": workers
      .filter(({ count }) => count >= council.threshold)
      .map((worker, order) => ({ worker, order }))
      .sort((a, b) => b.worker.count - a.worker.count || a.order - b.order)
      .map(({ worker }) => line(worker)),
    "caseloads-bit": byTeam("BIT", null),
    "caseloads-swf-central": byTeam("SWF", "Central"),
    "caseloads-swf-east": byTeam("SWF", "East"),
  };
}

export function plus(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function monthsBack(iso: string, months: number): string {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, lastDay)).padStart(2, "0")}`;
}
