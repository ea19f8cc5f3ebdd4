/** The IDs of the indicators, taken from their entries: an entry's own `id` is the only place that names it. */
import type { ChartEntries } from "./charts";
import type { DemandMonthEndEntries, DemandMonthEntries } from "./demand";
import type { TeamTableEntries } from "./teamTables";

/** An indicator of the council's own (ClinicMeasures): known at run time only. */
export type OwnId = string & { readonly [own]: true };
declare const own: unique symbol;

type IdOf<Entries extends readonly { readonly id: string }[]> = Entries[number]["id"];

export type DemandMonthId = IdOf<DemandMonthEntries> | OwnId;
export type DemandMonthEndId = IdOf<DemandMonthEndEntries> | OwnId;
export type TeamTableId = IdOf<TeamTableEntries> | OwnId;
export type ChartOnlyId = IdOf<ChartEntries>;
export type IndicatorId = DemandMonthId | DemandMonthEndId | TeamTableId | ChartOnlyId;

type BuiltInEntry = (DemandMonthEntries | DemandMonthEndEntries | TeamTableEntries | ChartEntries)[number];
/** Those with a chart. */
export type SeriesId = Exclude<BuiltInEntry, { readonly chartTitle: null }>["id"] | OwnId;
