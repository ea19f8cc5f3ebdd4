/**
 * The indicators of the published pack of July 2023 (SPEC §4), as it prints them. Cases compare these, so that an
 * indicator which is added to the catalogue later changes no case.
 */
import type { TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { INDICATORS, indicatorOf } from "../../src/clinic/indicators/catalogue";
import type { IndicatorId } from "../../src/clinic/indicators/ids";
import published from "../published/clinic-2023-07.json";

const { flow, stock } = published.contextOfDemand;

const named = (texts: readonly string[]): readonly IndicatorId[] =>
  texts.map((text) => {
    const id = indicatorOf(text);
    if (id === null) throw new Error(`The catalogue lacks “${text}” of the published pack.`);
    return id;
  });

const PUBLISHED_DEMAND_MONTH = named(flow.map(({ id }) => id));
const PUBLISHED_DEMAND_MONTH_END = named(stock.map(({ id }) => id));
export const PUBLISHED_TEAM_TABLES = named(published.percentTables.map(({ id }) => id));
/** The eleven charts, in the order of their pages. */
const PUBLISHED_CHARTS = named(published.charts);

/** All of them, in pack order: what is only drawn as a chart stands last. */
export const PUBLISHED_INDICATORS: readonly IndicatorId[] = [
  ...new Set([
    ...PUBLISHED_DEMAND_MONTH,
    ...PUBLISHED_DEMAND_MONTH_END,
    ...PUBLISHED_TEAM_TABLES,
    ...PUBLISHED_CHARTS,
  ]),
];

const isPublishedId: ReadonlySet<string> = new Set(PUBLISHED_INDICATORS);

export function isPublished(id: string): boolean {
  return isPublishedId.has(id);
}

/** Those of the rows, entries or lines that are of a published indicator. */
export function publishedOf<T extends { readonly id: string } | { readonly indicator: string }>(
  rows: readonly T[],
): readonly T[] {
  return rows.filter((row) => isPublished("id" in row ? row.id : row.indicator));
}

/** The workbook of a council that shows the published indicators only (ClinicTargets, Show): for texts that count them. */
export function showingPublished(workbook: WorkbookValues): WorkbookValues {
  return { ...workbook, settings: settingsShowingPublished(workbook.settings) };
}

/** The settings tables with Show = No for every other indicator; as they are while there is no other. */
export function settingsShowingPublished(settings: readonly TableValues[]): readonly TableValues[] {
  const others = INDICATORS.filter(({ id }) => !isPublished(id));
  if (others.length === 0) return settings;
  const targets = settings.find(({ name }) => name === "ClinicTargets") ?? {
    name: "ClinicTargets",
    sheet: "Clinic Settings",
    headerRow: 0,
    firstColumn: 0,
    headings: ["ID"],
    rows: [],
  };
  const headings = [...new Set([...targets.headings, "Show"])];
  const idAt = headings.indexOf("ID");
  const isOther = new Set<unknown>(others.map(({ id }) => id));
  const kept = targets.rows.filter((row) => !isOther.has(row[idAt]));
  const rows = [
    ...kept.map((row) => headings.map((_, i) => row[i] ?? "")),
    ...others.map(({ id }) =>
      headings.map((heading) => (heading === "ID" ? id : heading === "Show" ? "No" : "")),
    ),
  ];
  return [...settings.filter((table) => table !== targets), { ...targets, headings, rows }];
}
