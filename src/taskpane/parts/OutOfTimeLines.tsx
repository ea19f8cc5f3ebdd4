import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { OutOfTimeRow } from "../../clinic/report";
import type { ResultsFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { shortDate } from "../wording/dates";
import { counted } from "../wording/figures";
import { Disclosure } from "./Disclosure";
import { GoToLink } from "./GoToLink";
import { useMoreLines } from "./useMoreLines";

const useStyles = makeStyles({
  indicator: { margin: "6px 0 0", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: { padding: "2px 0", display: "flex", flexWrap: "wrap", columnGap: "8px" },
  facts: { color: tokens.colorNeutralForeground2 },
});

/** Children out of time: a team, its indicators, and under each the rows, furthest over first. */
export function OutOfTimeLines({
  clinic,
  results,
}: {
  readonly clinic: Clinic;
  readonly results: ResultsFound;
}) {
  const teams = useMemo(() => groupByTeam(results.outOfTime), [results.outOfTime]);
  if (teams.length === 0) return <p>Every child that the tables count is in time.</p>;
  return (
    <>
      {teams.map(({ team, rows, byIndicator }) => (
        <Disclosure key={team} title={team} count={counted(rows, "row")}>
          {byIndicator.map(({ indicator, found }) => (
            <section key={indicator} aria-label={results.titles[indicator] ?? indicator}>
              <IndicatorRows clinic={clinic} title={results.titles[indicator] ?? indicator} found={found} />
            </section>
          ))}
        </Disclosure>
      ))}
    </>
  );
}

interface IndicatorRowsProps {
  readonly clinic: Clinic;
  readonly title: string;
  readonly found: readonly OutOfTimeRow[];
}

function IndicatorRows({ clinic, title, found }: IndicatorRowsProps) {
  const styles = useStyles();
  const { shown, more } = useMoreLines(found, "rows");
  return (
    <>
      <h4 className={styles.indicator}>{title}</h4>
      <ul className={styles.lines}>
        {shown.map((line) => (
          <li key={`${line.sheet} ${line.row}`} className={styles.line}>
            <GoToLink
              inline
              clinic={clinic}
              place={{ kind: "cell", sheet: line.sheet, cell: `A${line.row}` }}
              label={`Go to ${line.sheet} row ${line.row}`}
            >
              {line.sheet} row {line.row}
            </GoToLink>
            <span className={styles.facts}>{factsOf(line)}</span>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function factsOf({ date, daysOver, unit }: OutOfTimeRow): string {
  const last = date === null ? "nothing recorded" : shortDate(date);
  if (daysOver === null) return last;
  const days = unit === "days" ? counted(daysOver, "day") : counted(daysOver, "working day");
  return `${last}, ${days} over`;
}

interface TeamRows {
  readonly team: string;
  readonly rows: number;
  readonly byIndicator: readonly { readonly indicator: string; readonly found: readonly OutOfTimeRow[] }[];
}

function groupByTeam(outOfTime: readonly OutOfTimeRow[]): readonly TeamRows[] {
  const teams = new Map<string, Map<string, OutOfTimeRow[]>>();
  for (const row of outOfTime) {
    const indicators = teams.get(row.team) ?? new Map<string, OutOfTimeRow[]>();
    teams.set(row.team, indicators);
    const found = indicators.get(row.indicator);
    if (found) found.push(row);
    else indicators.set(row.indicator, [row]);
  }
  return [...teams]
    .map(([team, indicators]) => ({
      team,
      rows: [...indicators.values()].reduce((sum, found) => sum + found.length, 0),
      byIndicator: [...indicators].map(([indicator, found]) => ({
        indicator,
        found: [...found].sort((a, b) => (b.daysOver ?? -1) - (a.daysOver ?? -1)),
      })),
    }))
    .sort((a, b) => b.rows - a.rows || a.team.localeCompare(b.team, "en-GB"));
}
