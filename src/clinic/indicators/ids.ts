/** The indicators of SPEC §4, in pack order. */
export const DEMAND_MONTH_IDS = [
  "contacts",
  "eh-referrals",
  "eh-assessments-started",
  "referrals",
  "strategy-discussions",
  "s47-completed",
  "s47-rolling-rate",
  "assessments-completed",
] as const;

export const DEMAND_MONTH_END_IDS = [
  "open-children",
  "eh-open",
  "cin-not-cwd",
  "cin-cwd",
  "cp",
  "cp-rate",
  "cla",
  "cla-rate",
] as const;

export const TEAM_TABLE_IDS = [
  "assessments-20wd",
  "assessments-45wd",
  "cin-visits-6w",
  "cin-supervision",
  "cp-repeat",
  "icpc-15wd",
  "cp-visits-10wd",
  "cp-core-groups",
  "cp-supervision",
  "cla-visits",
  "cla-care-planning",
  "cla-supervision",
] as const;

/** Figures that are drawn only as a chart. */
export const CHART_ONLY_IDS = ["cp-18-months", "s47-to-icpc"] as const;

/** The eleven charts, in pack order. */
export const SERIES_IDS = [
  "assessments-45wd",
  "cin-not-cwd",
  "cin-visits-6w",
  "icpc-15wd",
  "cp-18-months",
  "s47-to-icpc",
  "cp-visits-10wd",
  "cp-core-groups",
  "cp-supervision",
  "cla-visits",
  "cla-supervision",
] as const;

/** An indicator of the council's own (ClinicMeasures): known at run time only. */
export type OwnId = string & { readonly [own]: true };
declare const own: unique symbol;

type BuiltIn<Ids extends readonly string[]> = Ids[number];
export type DemandMonthId = BuiltIn<typeof DEMAND_MONTH_IDS> | OwnId;
export type DemandMonthEndId = BuiltIn<typeof DEMAND_MONTH_END_IDS> | OwnId;
export type TeamTableId = BuiltIn<typeof TEAM_TABLE_IDS> | OwnId;
export type ChartOnlyId = BuiltIn<typeof CHART_ONLY_IDS>;
export type SeriesId = BuiltIn<typeof SERIES_IDS> | OwnId;
export type IndicatorId = DemandMonthId | DemandMonthEndId | TeamTableId | ChartOnlyId;
