/**
 * The published pack of July 2023 as a ClinicReport, made from its printed figures and settings tables alone: pages are
 * tested on it without counting anything.
 */
import { createHighlight } from "../../src/clinic/calculate/caseloads";
import {
  demandAtMonthEnd,
  demandInTheMonth,
  chartSeries,
  headlines,
} from "../../src/clinic/calculate/months";
import { percent, rag, shown } from "../../src/clinic/measures/measures";
import type { TableValues } from "../../src/clinic/cells/worksheet";
import { indicatorOf } from "../../src/clinic/indicators/catalogue";
import type { IndicatorId, TeamTableId } from "../../src/clinic/indicators/ids";
import { createIssueLog } from "../../src/clinic/issues/issueLog";
import type { ClinicReport, OutOfTimeRow, TeamTable } from "../../src/clinic/report";
import { readSettings } from "../../src/clinic/settings/readSettings";
import { resolveSettings } from "../../src/clinic/settings/resolveSettings";
import type { ClinicSettings } from "../../src/clinic/settings/settings";
import { settingsShowingPublished } from "./publishedIndicators";
import published from "../published/clinic-2023-07.json";

const TODAY = 45_152;

/**
 * `standing`: the settings tables by which targets and thresholds are resolved. `shows`: whether indicators that were added
 * to the catalogue since are in it.
 */
export function publishedReport(
  standing: readonly TableValues[] = [],
  shows: "published" | "all" = "published",
): ClinicReport {
  const log = createIssueLog();
  const entered = readSettings(shows === "all" ? standing : settingsShowingPublished(standing), log, false);
  const settings = resolveSettings(entered, { latestActivityDate: 45_138, today: TODAY }, log);
  const tables = published.percentTables.map((table) => teamTable(table, settings));
  const valuesOf = valuesIn(tables);
  const highlightAt = createHighlight(settings);
  return {
    month: settings.month,
    settings,
    months: published.months,
    demandMonth: demandInTheMonth(valuesOf, settings),
    demandMonthEnd: demandAtMonthEnd(valuesOf, settings),
    tables,
    caseloads: published.caseloads.map(({ title, rows }, i) => ({
      id: CASELOAD_IDS[i] ?? "",
      title,
      rows: rows.map((row) => ({ ...row, highlight: row.allocations >= highlightAt(row.status) })),
    })),
    series: chartSeries(valuesOf, settings),
    headlines: headlines(valuesOf, settings, {}, () => null),
    messages: ["Furthest from its target: Completed within 20 days.", "Moved most: Core group."],
    usualChanges: {},
    outOfTime: tables.flatMap(lateRows),
    outstanding: [],
    dueSoon: [],
    issues: log.issues(),
    unavailable: [],
    sources: [
      {
        list: "cin-plans",
        name: "CIN Plans",
        sheets: ["CIN Plans"],
        rows: 394,
        firstDate: 44_000,
        lastDate: 45_130,
        missingColumns: [],
        errors: 0,
        queries: 2,
      },
    ],
    definitions: settings.catalogue.entries.map((entry) => {
      const own = settings.indicators.get(entry.id)!;
      return {
        id: entry.id,
        indicator: entry.wording,
        rule: entry.rule(own),
        settings: own,
        unavailable: null,
      };
    }),
    reconciliations: [
      {
        headline: "cin-not-cwd",
        headlineCount: 467,
        table: "cin-visits-6w",
        tableTotal: 394,
        parts: [{ reason: "Looked After Team 1 is not in the clinic tables", count: 73 }],
      },
    ],
    monthOfExtracts: settings.month,
    monthQuestion: null,
    findings: [],
    cautions: [],
    targetsToAgree: [],
    history: tables.flatMap(({ id, rows, total }) =>
      [{ team: "Total", ...total }, ...rows].map(({ team, numerator, denominator, percent: value }) => ({
        month: settings.month,
        indicator: id,
        team,
        numerator,
        denominator,
        value,
      })),
    ),
  };
}

const CASELOAD_IDS = [
  "caseloads-20-plus",
  "caseloads-bit",
  "caseloads-swf-central",
  "caseloads-swf-east",
  "caseloads-swf-west",
];

function valuesIn(tables: readonly TeamTable[]): (id: IndicatorId) => readonly (number | null)[] {
  const rows = [...published.contextOfDemand.flow, ...published.contextOfDemand.stock];
  return (id) => {
    const demand = rows.find((row) => row.id === id)?.values;
    if (demand) return demand;
    const total = tables.find((table) => table.id === id)?.total.percent ?? null;
    return published.months.map((_, i) =>
      i === 12 ? total : i === 4 || total === null ? null : 60 + 2.5 * i,
    );
  };
}

export function teamTable(
  table: {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly {
      readonly team: string;
      readonly denominator: number;
      readonly numerator: number;
    }[];
  },
  settings: ClinicSettings,
): TeamTable {
  const id = indicatorOf(table.id) as TeamTableId;
  const { target, betterWhen, amberWithin } = settings.indicators.get(id)!;
  const figures = (numerator: number, denominator: number) => {
    const exact = percent(numerator, denominator);
    return {
      denominator,
      numerator,
      percent: exact,
      rag: rag(shown("percent", exact), target, betterWhen, amberWithin),
    };
  };
  const sum = (of: "denominator" | "numerator") => table.rows.reduce((all, row) => all + row[of], 0);
  return {
    id,
    title: table.title,
    rows: table.rows.map((row) => ({ team: row.team, ...figures(row.numerator, row.denominator) })),
    total: figures(sum("numerator"), sum("denominator")),
    outside: 0,
  };
}

function lateRows({ id, rows }: TeamTable): readonly OutOfTimeRow[] {
  return rows.flatMap(({ team, denominator, numerator }) => {
    const late = id === "cp-repeat" ? numerator : denominator - numerator;
    return Array.from({ length: late }, (_, i) => ({
      indicator: id,
      team,
      child: `00${i}`,
      date: i % 3 === 0 ? null : 45_000 + i,
      daysOver: i % 5 === 0 ? null : i,
      unit: "days" as const,
      due: 44_990,
      state: id === "cp-repeat" ? ("counted" as const) : ("to do" as const),
      sheet: "Children's plans",
      row: i + 2,
    }));
  });
}
