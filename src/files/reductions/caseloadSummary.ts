/** Caseloads without a line for each worker: what those outside the clinic meeting see (SPEC §10). */
import type { ClinicReport } from "../../clinic/report";

export interface CaseloadSummary {
  /** The table's title: "Caseloads in BIT". */
  readonly title: string;
  readonly workers: number;
  /** Allocations a worker, to one decimal. */
  readonly average: number;
  readonly highest: number;
  /** Workers at or above the threshold. */
  readonly over: number;
}

/** Whatever the threshold is, this table holds workers of all the others again. */
const OVER_THRESHOLD = "caseloads-20-plus";

/** A line for each table that has workers. */
export function caseloadSummary({
  caseloads,
  settings: { caseloadThreshold },
}: Pick<ClinicReport, "caseloads" | "settings">): readonly CaseloadSummary[] {
  return caseloads
    .filter(({ id, rows }) => id !== OVER_THRESHOLD && rows.length > 0)
    .map(({ title, rows }) => {
      const loads = rows.map(({ allocations }) => allocations);
      const sum = loads.reduce((all, load) => all + load, 0);
      return {
        title,
        workers: rows.length,
        average: Math.round((10 * sum) / rows.length) / 10,
        highest: loads.reduce((most, load) => Math.max(most, load), 0),
        over: loads.filter((load) => load >= caseloadThreshold).length,
      };
    });
}

/** One line for all of them. */
export function pooledCaseloads(
  lines: readonly CaseloadSummary[],
  { caseloads }: Pick<ClinicReport, "caseloads">,
): readonly CaseloadSummary[] {
  if (lines.length === 0) return [];
  const loads = caseloads
    .filter(({ id }) => id !== OVER_THRESHOLD)
    .flatMap(({ rows }) => rows.map(({ allocations }) => allocations));
  const sum = loads.reduce((all, load) => all + load, 0);
  return [
    {
      title: "All caseloads",
      workers: loads.length,
      average: Math.round((10 * sum) / loads.length) / 10,
      highest: lines.reduce((most, line) => Math.max(most, line.highest), 0),
      over: lines.reduce((all, line) => all + line.over, 0),
    },
  ];
}
