/** Columns that several lists have, and how a list and a column are written down. */
import type { ColumnOf, ColumnSpec, ColumnType, LatestDate, ListId, ListSpec } from "./listSpec";

interface ColumnOptions {
  readonly required?: true;
  readonly mayBeBlank?: true;
  readonly otherNames?: readonly string[];
  readonly whenNamed?: readonly string[];
  readonly latest?: LatestDate;
}

export function column<K extends string>(
  key: K,
  heading: string,
  type: ColumnType,
  options: ColumnOptions = {},
): ColumnSpec<K> {
  return {
    key,
    heading,
    type,
    required: options.required ?? false,
    mayBeBlank: options.mayBeBlank ?? !options.required,
    otherNames: options.otherNames ?? [],
    whenNamed: options.whenNamed ?? [],
    latest: options.latest ?? null,
  };
}

const CHILD_NAMES = [
  "Child ID",
  "Child Unique Identifier",
  "Child Identifier",
  "Child Number",
  "Child Reference",
  "Child Person ID",
  "LA Child ID",
  "Unique ID",
  "Person ID",
  "Person Number",
  "Person Reference",
  "Client ID",
  "Client Number",
  "Individual ID",
  "Service User ID",
  "Subject ID",
  "Mosaic ID",
  "Mosaic Person ID",
  "Mosaic Number",
  "LCS ID",
  "LCS Number",
  "LCS PIN",
  "LCS Person ID",
  "EHM ID",
  "EHM Number",
  "ICS ID",
  "ICS Number",
  "Liquidlogic ID",
  "LL ID",
  "CareDirector ID",
  "CareFirst ID",
  "Azeus ID",
  "Eclipse ID",
  "Case ID",
  "Case Number",
  "PID",
  "Young Person ID",
  "Unique Child ID",
  "System ID",
];

const TEAM_NAMES = [
  "Team",
  "Team Name",
  "Allocated Team Name",
  "Current Team",
  "Current Allocated Team",
  "Responsible Team",
  "Case Team",
  "Worker Team",
  "Allocated Worker Team",
  "Key Team",
  "Primary Team",
  "Team Allocated",
  "Case Worker Team",
  "Team at Month End",
  "Service Team",
];

export const child = () =>
  column("child", "Child Unique ID", "id", {
    required: true,
    otherNames: CHILD_NAMES,
    whenNamed: ["ID", "PIN"],
  });
export const team = (...otherNames: string[]) =>
  column("team", "Allocated Team", "team", {
    otherNames: [...TEAM_NAMES, ...otherNames],
    whenNamed: ["Organisation"],
  });
export const requiredTeam = (...otherNames: string[]) => ({ ...team(...otherNames), required: true });
export const lastSupervision = () =>
  column("lastSupervision", "Last Supervision Date", "date", {
    otherNames: [
      "Date of Last Supervision",
      "Latest Supervision Date",
      "Date of Latest Supervision",
      "Last Case Supervision Date",
      "Last Supervision",
      "Most Recent Supervision Date",
    ],
    whenNamed: ["Supervision Date", "Latest Case Supervision"],
    latest: { what: "supervision", eventList: "supervisions" },
  });

export const GENERAL_START = ["Start Date", "Start", "Date Started", "Date Opened", "Open Date"];
export const GENERAL_END = [
  "End Date",
  "End",
  "Date Ended",
  "Date Closed",
  "Closed Date",
  "Close Date",
  "Closure Date",
];
export const PLAN_NAMES = ["Plan Type", "Type of Plan", "Plan Name"];

/** Fills what most lists leave out. */
export function list<L extends ListId>(
  id: L,
  name: string,
  otherNames: readonly string[],
  columns: readonly ColumnSpec<ColumnOf<L>>[],
  more: Partial<
    Pick<ListSpec<ColumnOf<L>>, "atLeastOneOf" | "activityDates" | "byNameOnly" | "monthHeadings">
  >,
): ListSpec<ColumnOf<L>> {
  return {
    id,
    name,
    otherNames,
    columns,
    atLeastOneOf: more.atLeastOneOf ?? [],
    activityDates: more.activityDates ?? [],
    byNameOnly: more.byNameOnly ?? false,
    monthHeadings: more.monthHeadings ?? false,
  };
}
