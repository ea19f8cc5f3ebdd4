/** How a list of SPEC §2 is described: its columns, their headings and types. `lists.ts` holds the lists themselves. */
export type ListId =
  | "contacts"
  | "early-help"
  | "referrals"
  | "strategy-discussions"
  | "section-47"
  | "assessments"
  | "cin-plans"
  | "cp-plans"
  | "cla"
  | "care-leavers"
  | "allocations"
  | "visits"
  | "core-groups"
  | "supervisions"
  | "past-figures";

/** The columns of each list, by the key the calculation asks for. */
export interface ListColumns {
  readonly contacts: "child" | "date";
  readonly "early-help": "child" | "referral" | "assessment" | "start" | "end" | "team";
  readonly referrals: "child" | "date" | "team";
  readonly "strategy-discussions": "child" | "date";
  readonly "section-47": "child" | "strategy" | "start" | "completed" | "outcome" | "icpc" | "team";
  readonly assessments: "child" | "start" | "authorised" | "team";
  readonly "cin-plans": "child" | "start" | "end" | "lastVisit" | "lastSupervision" | "caseStatus" | "team";
  readonly "cp-plans":
    "child" | "start" | "end" | "previousPlans" | "lastVisit" | "lastCoreGroup" | "lastSupervision" | "team";
  readonly cla:
    | "child"
    | "start"
    | "end"
    | "legalStatus"
    | "lastVisit"
    | "visitFrequency"
    | "carePlan"
    | "lastSupervision"
    | "team";
  readonly "care-leavers": "child" | "start" | "end";
  readonly allocations: "worker" | "status" | "team" | "child" | "count";
  readonly visits: "child" | "date" | "plan";
  readonly "core-groups": "child" | "date" | "plan";
  readonly supervisions: "child" | "date" | "plan";
  readonly "past-figures": "indicator" | "month" | "team" | "numerator" | "denominator" | "value";
}

export type ColumnOf<L extends ListId> = ListColumns[L];

export type ColumnType = "date" | "id" | "team" | "text" | "number";

/**
 * Of a column that holds only the latest of many dates: what an extract of today says of them is not what one of an earlier
 * month would have said.
 */
export interface LatestDate {
  /** What was last done: "visit". */
  readonly what: string;
  /** The event list that has every date of it; null = there is none. */
  readonly eventList: EventList | null;
}

type EventList = Extract<ListId, "visits" | "core-groups" | "supervisions">;

export interface ColumnSpec<K extends string = string> {
  readonly key: K;
  /** As SPEC §2 words it, and as issues name it. */
  readonly heading: string;
  /** Also accepted on any sheet. */
  readonly otherNames: readonly string[];
  /** Too general to recognise a list by: accepted only on a sheet that has the list's name or was chosen for it. */
  readonly whenNamed: readonly string[];
  readonly type: ColumnType;
  readonly required: boolean;
  /** A blank says something (not yet authorised) or is put right later; elsewhere a blank of a required column is an error. */
  readonly mayBeBlank: boolean;
  /** null = it holds each date of its own row, or no date. */
  readonly latest: LatestDate | null;
}

export interface ListSpec<K extends string = string> {
  readonly id: ListId;
  /** As SPEC §2 words it: the sheet's name and the list's name in every message. */
  readonly name: string;
  /** Other sheet names taken for the list's name. */
  readonly otherNames: readonly string[];
  readonly columns: readonly ColumnSpec<K>[];
  /** Groups of which the sheet must hold one column or more. */
  readonly atLeastOneOf: readonly (readonly K[])[];
  /** Date columns that show recent activity; the first one present is the list's main date. */
  readonly activityDates: readonly K[];
  /** Never recognised by columns alone. */
  readonly byNameOnly: boolean;
  /** Past Figures: a heading that is a month stands for a tidy Month column. */
  readonly monthHeadings: boolean;
}
