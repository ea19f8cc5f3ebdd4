/** The lists of SPEC §2 by id. (The catalogue of their columns stands here too.) */
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
    "child" | "start" | "end" | "lastVisit" | "visitFrequency" | "carePlan" | "lastSupervision" | "team";
  readonly "care-leavers": "child" | "start" | "end";
  readonly allocations: "worker" | "status" | "team" | "child" | "count";
  readonly visits: "child" | "date" | "plan";
  readonly "core-groups": "child" | "date" | "plan";
  readonly supervisions: "child" | "date" | "plan";
  readonly "past-figures": "indicator" | "month" | "team" | "numerator" | "denominator" | "value";
}

export type ColumnOf<L extends ListId> = ListColumns[L];

export type ColumnType = "date" | "id" | "team" | "text" | "number";

export interface ColumnSpec<K extends string = string> {
  readonly key: K;
  /** As SPEC §2 words it, and as issues name it. */
  readonly heading: string;
  /** Also accepted on any sheet. */
  readonly otherNames: readonly string[];
  /** Too general to recognise a list by: accepted only on a sheet that bears the list's name or was chosen for it. */
  readonly whenNamed: readonly string[];
  readonly type: ColumnType;
  readonly required: boolean;
  /** A blank says something (not yet authorised) or is put right later; elsewhere a blank of a required column is an error. */
  readonly mayBeBlank: boolean;
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

interface ColumnOptions {
  readonly required?: true;
  readonly mayBeBlank?: true;
  readonly otherNames?: readonly string[];
  readonly whenNamed?: readonly string[];
}

function column<K extends string>(
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
];

const child = () =>
  column("child", "Child Unique ID", "id", {
    required: true,
    otherNames: CHILD_NAMES,
    whenNamed: ["ID", "PIN"],
  });
const team = (...otherNames: string[]) =>
  column("team", "Allocated Team", "team", {
    otherNames: [...TEAM_NAMES, ...otherNames],
    whenNamed: ["Organisation"],
  });
const requiredTeam = (...otherNames: string[]) => ({ ...team(...otherNames), required: true });
const lastSupervision = () =>
  column("lastSupervision", "Last Supervision Date", "date", {
    otherNames: [
      "Date of Last Supervision",
      "Latest Supervision Date",
      "Date of Latest Supervision",
      "Last Case Supervision Date",
      "Last Supervision",
      "Most Recent Supervision Date",
    ],
    whenNamed: ["Supervision Date"],
  });

const GENERAL_START = ["Start Date", "Start", "Date Started", "Date Opened", "Open Date"];
const GENERAL_END = [
  "End Date",
  "End",
  "Date Ended",
  "Date Closed",
  "Closed Date",
  "Close Date",
  "Closure Date",
];
const PLAN_NAMES = ["Plan Type", "Type of Plan", "Plan Name"];

/** Fills what most lists leave out. */
function list<L extends ListId>(
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

const contacts = list(
  "contacts",
  "Contacts",
  ["Contact"],
  [
    child(),
    column("date", "Date of Contact", "date", {
      required: true,
      otherNames: ["Contact Date", "Date Contact Received", "Contact Received Date", "Contact Start Date"],
      whenNamed: ["Date", "Date Received", "Received Date"],
    }),
  ],
  { activityDates: ["date"] },
);

const earlyHelp = list(
  "early-help",
  "Early Help",
  ["EH", "Early Help Assessments", "Early Help Cases", "Early Help Episodes", "EHA"],
  [
    child(),
    column("referral", "Early Help Referral Date", "date", {
      otherNames: [
        "Date of Early Help Referral",
        "EH Referral Date",
        "Early Help Request Date",
        "EHM Referral Date",
      ],
      whenNamed: ["Referral Date", "Date of Referral", "Request Date"],
    }),
    column("assessment", "Assessment Start Date", "date", {
      otherNames: [
        "Early Help Assessment Start Date",
        "Early Help Assessment Date",
        "Date Early Help Assessment Started",
        "EH Assessment Start Date",
        "EHA Start Date",
      ],
      whenNamed: ["Assessment Date", "Date of Assessment", "Assessment Started"],
    }),
    column("start", "Early Help Start Date", "date", {
      otherNames: [
        "Early Help Episode Start Date",
        "EH Start Date",
        "EH Episode Start Date",
        "Early Help Case Start Date",
      ],
      whenNamed: ["Episode Start Date", "Case Start Date", ...GENERAL_START],
    }),
    column("end", "Early Help End Date", "date", {
      otherNames: [
        "Early Help Episode End Date",
        "EH End Date",
        "EH Episode End Date",
        "Early Help Closure Date",
        "Early Help Case End Date",
      ],
      whenNamed: ["Episode End Date", "Case End Date", ...GENERAL_END],
    }),
    team("Early Help Team", "EH Team"),
  ],
  {
    atLeastOneOf: [["referral", "assessment", "start"]],
    activityDates: ["referral", "assessment", "start", "end"],
  },
);

const referrals = list(
  "referrals",
  "Referrals",
  ["Referral"],
  [
    child(),
    column("date", "Date of Referral", "date", {
      required: true,
      otherNames: [
        "Referral Date",
        "Date Referral Received",
        "Referral Received Date",
        "Referral Start Date",
      ],
      whenNamed: ["Date", "Date Received", "Received Date"],
    }),
    team("Referral Team"),
  ],
  { activityDates: ["date"] },
);

const strategyDiscussions = list(
  "strategy-discussions",
  "Strategy Discussions",
  ["Strategy Discussion", "Strategy Meetings", "Strats", "Strategy Discussions Held"],
  [
    child(),
    column("date", "Date of Strategy Discussion", "date", {
      required: true,
      otherNames: ["Date Strategy Discussion Held", "Date of Strategy Meeting", "Strategy Meeting Date"],
      whenNamed: ["Strategy Discussion Date", "Strategy Date", "Strat Date", "Date", "Date Held"],
    }),
  ],
  { activityDates: ["date"] },
);

const section47 = list(
  "section-47",
  "Section 47",
  ["S47", "S47s", "Section 47s", "Section 47 Enquiries", "S47 Enquiries", "Section 47 Enquiries and ICPC"],
  [
    child(),
    column("strategy", "Strategy Discussion Date", "date", {
      otherNames: [
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Strategy Discussion initiating Section 47 Date",
        "Initiating Strategy Discussion Date",
        "StratDiscussionDate",
        "S47 Strategy Discussion Date",
      ],
      whenNamed: ["Date of Strategy Discussion", "Strategy Date", "Strategy Meeting Date", "Strat Date"],
    }),
    column("start", "Section 47 Start Date", "date", {
      otherNames: [
        "S47 Start Date",
        "Section 47 Enquiry Start Date",
        "S47 Enquiry Start Date",
        "S47 Date Started",
      ],
      whenNamed: ["Enquiry Start Date", ...GENERAL_START],
    }),
    column("completed", "Section 47 Completed Date", "date", {
      otherNames: [
        "S47 Completed Date",
        "Section 47 Completion Date",
        "S47 Completion Date",
        "Section 47 End Date",
        "S47 End Date",
        "Section 47 Enquiry End Date",
        "S47 Enquiry End Date",
        "Section 47 Enquiry Completed Date",
        "S47 Authorised Date",
        "Section 47 Authorised Date",
        "Date Section 47 Completed",
        "Date S47 Completed",
      ],
      whenNamed: ["Completed Date", "Date Completed", "Completion Date", "Authorised Date", ...GENERAL_END],
    }),
    column("outcome", "Section 47 Outcome", "text", {
      otherNames: [
        "S47 Outcome",
        "Section 47 Enquiry Outcome",
        "S47 Enquiry Outcome",
        "Outcome of Section 47",
      ],
      whenNamed: ["Outcome", "Enquiry Outcome"],
    }),
    column("icpc", "Date of ICPC", "date", {
      otherNames: [
        "Date of Initial Child Protection Conference",
        "ICPC Date",
        "Initial Child Protection Conference Date",
        "Initial CP Conference Date",
        "Date of Initial CP Conference",
        "InitialCPConfDate",
        "Date ICPC Held",
      ],
      whenNamed: ["Conference Date"],
    }),
    team("S47 Team", "Completed by Team"),
  ],
  {
    atLeastOneOf: [["strategy", "completed"]],
    activityDates: ["completed", "start", "strategy", "icpc"],
  },
);

const assessments = list(
  "assessments",
  "Assessments",
  [
    "Assessment",
    "C&F Assessments",
    "Single Assessments",
    "Child and Family Assessments",
    "C and F Assessments",
    "CFA",
  ],
  [
    child(),
    column("start", "Assessment Start Date", "date", {
      required: true,
      otherNames: [
        "Continuous Assessment Start Date",
        "ContinuousAssessmentStart",
        "C&F Assessment Start Date",
        "C&F Start Date",
        "Single Assessment Start Date",
        "Child and Family Assessment Start Date",
        "Date Assessment Started",
        "Assessment Actual Start Date",
      ],
      whenNamed: GENERAL_START,
    }),
    column("authorised", "Assessment Authorised Date", "date", {
      required: true,
      mayBeBlank: true,
      otherNames: [
        "Continuous Assessment Date of Authorisation",
        "ContinuousAssessmentAuthDate",
        "Completed Date",
        "Date Completed",
        "Assessment Completed Date",
        "Assessment Completion Date",
        "Assessment Authorisation Date",
        "Assessment Date of Authorisation",
        "Assessment End Date",
        "C&F Assessment Authorised Date",
        "C&F Authorised Date",
        "C&F Completed Date",
        "Single Assessment Authorised Date",
        "Single Assessment Completed Date",
        "Child and Family Assessment Authorised Date",
        "Child and Family Assessment Completed Date",
        "Date Assessment Authorised",
        "Date Assessment Completed",
        "Date Authorised",
        "Authorised Date",
        "Date of Authorisation",
      ],
      whenNamed: GENERAL_END,
    }),
    requiredTeam("Assessment Team", "Assessing Team", "Completed by Team"),
  ],
  { activityDates: ["authorised", "start"] },
);

const cinPlans = list(
  "cin-plans",
  "CIN Plans",
  ["CIN", "CIN Plan", "Children in Need", "Child in Need", "Child in Need Plans", "Children in Need Plans"],
  [
    child(),
    column("start", "CIN Plan Start Date", "date", {
      required: true,
      otherNames: [
        "CIN Start Date",
        "Child in Need Plan Start Date",
        "Child in Need Start Date",
        "CIN Plan Start",
        "Date CIN Plan Started",
        "CIN Plan Date Started",
        "CIN Episode Start Date",
      ],
      whenNamed: ["Plan Start Date", "Plan Start", ...GENERAL_START],
    }),
    column("end", "CIN Plan End Date", "date", {
      otherNames: [
        "CIN Closure Date",
        "CIN End Date",
        "Child in Need Plan End Date",
        "Child in Need End Date",
        "CIN Plan End",
        "CIN Plan Closure Date",
        "CIN Plan Closed Date",
        "Date CIN Plan Ended",
        "CIN Episode End Date",
      ],
      whenNamed: ["Plan End Date", "Plan End", ...GENERAL_END],
    }),
    column("lastVisit", "Last CIN Visit Date", "date", {
      otherNames: [
        "Date Child Was Last Seen",
        "DateChildLastSeen",
        "Date of Last CIN Visit",
        "Latest CIN Visit Date",
        "Date of Latest CIN Visit",
        "Last CIN Visit",
        "Most Recent CIN Visit Date",
      ],
      whenNamed: [
        "Last Visit Date",
        "Date of Last Visit",
        "Last Visit",
        "Latest Visit Date",
        "Last Seen Date",
      ],
    }),
    lastSupervision(),
    column("caseStatus", "Case Status", "text"),
    requiredTeam("CIN Plan Team"),
  ],
  { activityDates: ["start", "lastVisit", "lastSupervision", "end"] },
);

const cpPlans = list(
  "cp-plans",
  "CP Plans",
  ["CP", "CPP", "CP Plan", "Child Protection", "Child Protection Plans", "Child Protection Plan"],
  [
    child(),
    column("start", "CP Plan Start Date", "date", {
      required: true,
      otherNames: [
        "Child Protection Plan Start Date",
        "CPP Start Date",
        "CP Start Date",
        "CP Plan Start",
        "Date CP Plan Started",
        "Child Protection Start Date",
        "Date Became Subject of CP Plan",
      ],
      whenNamed: ["Plan Start Date", "Plan Start", ...GENERAL_START],
    }),
    column("end", "CP Plan End Date", "date", {
      otherNames: [
        "Child Protection Plan End Date",
        "CPP End Date",
        "CP End Date",
        "CP Plan End",
        "CP Plan Closure Date",
        "Date CP Plan Ended",
        "Child Protection End Date",
        "Date Ceased to be Subject of CP Plan",
      ],
      whenNamed: ["Plan End Date", "Plan End", ...GENERAL_END],
    }),
    column("previousPlans", "Number of Previous CP Plans", "number", {
      otherNames: [
        "Number of Previous Child Protection Plans",
        "No. of Previous CP Plans",
        "No. of Previous Child Protection Plans",
        "No Previous CP Plans",
        "Previous CP Plans",
        "Previous CPPs",
        "Previous Child Protection Plans",
        "Number of Previous CPPs",
        "Previous CP Plan Count",
      ],
      whenNamed: ["Previous Plans", "Number of Previous Plans", "No. of Previous Plans"],
    }),
    column("lastVisit", "Last CP Visit Date", "date", {
      otherNames: [
        "Date of the Last Statutory Visit",
        "Date of Last Statutory Visit",
        "Last Statutory Visit Date",
        "Date of Last CP Visit",
        "Latest CP Visit Date",
        "Date of Latest CP Visit",
        "Last CP Visit",
        "Last CPP Visit Date",
        "Most Recent CP Visit Date",
      ],
      whenNamed: ["Last Visit Date", "Date of Last Visit", "Last Visit", "Latest Visit Date"],
    }),
    column("lastCoreGroup", "Last Core Group Date", "date", {
      otherNames: [
        "Date of Last Core Group",
        "Latest Core Group Date",
        "Date of Latest Core Group",
        "Last Core Group",
        "Last Core Group Meeting Date",
        "Most Recent Core Group Date",
      ],
      whenNamed: ["Core Group Date"],
    }),
    lastSupervision(),
    requiredTeam("CP Plan Team"),
  ],
  { activityDates: ["start", "lastVisit", "lastCoreGroup", "lastSupervision", "end"] },
);

const cla = list(
  "cla",
  "CLA",
  ["LAC", "CIC", "CLAs", "Children Looked After", "Looked After Children", "Children in Care", "Our Care"],
  [
    child(),
    column("start", "Date Started to be Looked After", "date", {
      required: true,
      otherNames: [
        "Date Started To Be LAC",
        "Looked After Start Date",
        "LoookedAfterStartDate",
        "CLA Start Date",
        "LAC Start Date",
        "CIC Start Date",
        "CLA Episode Start Date",
        "Care Start Date",
        "Date Entered Care",
        "Date Became Looked After",
        "Period of Care Start Date",
      ],
      whenNamed: ["Episode Start Date", ...GENERAL_START],
    }),
    column("end", "Date Ceased", "date", {
      otherNames: [
        "Date Ceased to be Looked After",
        "Ceased Looked After Date",
        "Looked After End Date",
        "CLA End Date",
        "LAC End Date",
        "CIC End Date",
        "CLA Episode End Date",
        "Care End Date",
        "Date Left Care",
        "Ceased Date",
        "Period of Care End Date",
      ],
      whenNamed: ["Episode End Date", ...GENERAL_END],
    }),
    column("lastVisit", "Last Visit Date", "date", {
      otherNames: [
        "Date of Last Social Work Visit",
        "Last Social Work Visit Date",
        "Last CLA Visit Date",
        "Last LAC Visit Date",
        "Last CIC Visit Date",
        "Date of Last CLA Visit",
        "Date of Last LAC Visit",
        "Date of Last Visit",
        "Latest Visit Date",
        "Latest CLA Visit Date",
        "Last Statutory Visit Date",
        "Date of Last Statutory Visit",
        "Last Visit",
      ],
    }),
    column("visitFrequency", "Visit Frequency (days)", "text", {
      otherNames: [
        "Visit Frequency",
        "Visiting Frequency",
        "Visiting Frequency (days)",
        "Frequency of Visits",
        "Agreed Visit Frequency",
        "Agreed Visiting Frequency",
        "CLA Visit Frequency",
        "Statutory Visit Frequency",
        "Visit Timescale",
      ],
      whenNamed: ["Frequency", "Frequency (days)"],
    }),
    column("carePlan", "Care Plan Date", "date", {
      otherNames: [
        "Date of Care Plan",
        "Last Care Plan Date",
        "Latest Care Plan Date",
        "Date of Last Care Plan",
        "Date of Latest Care Plan",
        "Care Plan Updated Date",
        "Care Plan Completed Date",
        "Care Plan Last Updated",
        "Care Planning Date",
      ],
    }),
    lastSupervision(),
    requiredTeam(),
  ],
  { activityDates: ["start", "lastVisit", "lastSupervision", "carePlan", "end"] },
);

const careLeavers = list(
  "care-leavers",
  "Care Leavers",
  ["CL", "Care Leaver", "Leaving Care", "Leaving Care Services"],
  [
    child(),
    column("start", "Start Date", "date", {
      required: true,
      otherNames: [
        "Care Leaver Start Date",
        "Leaving Care Start Date",
        "CL Start Date",
        "Care Leaver Case Start Date",
        "Care Leaver Eligibility Start Date",
      ],
      whenNamed: [
        "Start",
        "Date Started",
        "Case Start Date",
        "Eligibility Start Date",
        "Date Opened",
        "Open Date",
      ],
    }),
    column("end", "End Date", "date", {
      otherNames: [
        "Care Leaver End Date",
        "Leaving Care End Date",
        "CL End Date",
        "Care Leaver Case End Date",
        "Care Leaver Eligibility End Date",
      ],
      whenNamed: [
        "End",
        "Date Ended",
        "Case End Date",
        "Eligibility End Date",
        "Date Closed",
        "Closed Date",
        "Closure Date",
      ],
    }),
  ],
  { activityDates: ["start", "end"] },
);

const allocations = list(
  "allocations",
  "Allocations",
  ["Allocation", "Caseloads", "Caseload", "Worker Allocations", "Social Worker Allocations"],
  [
    column("worker", "Worker ID", "id", {
      required: true,
      otherNames: [
        "Allocated Worker",
        "Allocated Worker ID",
        "Worker",
        "Worker Reference",
        "Worker Number",
        "Worker Unique ID",
        "Social Worker ID",
        "Social Worker",
        "Allocated Social Worker",
        "Allocated Social Worker ID",
        "Case Worker ID",
        "Key Worker ID",
        "Practitioner ID",
        "Professional ID",
        "Staff ID",
        "Employee ID",
        "Mosaic Worker ID",
        "LCS Worker ID",
      ],
      whenNamed: ["Worker Name", "Case Worker", "Key Worker", "Practitioner", "Staff Member"],
    }),
    column("status", "Qualifying Status", "text", {
      required: true,
      otherNames: [
        "Qualification Status",
        "Qualified Status",
        "Worker Status",
        "Worker Qualifying Status",
        "Social Worker Status",
        "Worker Qualification Status",
      ],
      whenNamed: ["Status", "Qualification", "Role", "Worker Role", "Job Title", "Job Role"],
    }),
    requiredTeam(),
    { ...child(), required: false, mayBeBlank: true },
    column("count", "No. of Allocations", "number", {
      otherNames: [
        "Number of Allocations",
        "Allocations",
        "Allocation Count",
        "Total Allocations",
        "Number of Allocated Cases",
        "No. of Allocated Cases",
        "Number of Cases",
        "No. of Cases",
        "Caseload",
      ],
      whenNamed: ["Cases", "Count", "Total"],
    }),
  ],
  {},
);

const visits = list(
  "visits",
  "Visits",
  ["Visit", "All Visits", "Statutory Visits"],
  [
    child(),
    column("date", "Date", "date", {
      required: true,
      otherNames: [
        "Visit Date",
        "Date of Visit",
        "Actual Visit Date",
        "Date Visited",
        "Date Visit Completed",
      ],
    }),
    column("plan", "Plan", "text", {
      required: true,
      otherNames: [...PLAN_NAMES, "Visit Type", "Type of Visit", "Type"],
    }),
  ],
  { activityDates: ["date"], byNameOnly: true },
);

const coreGroups = list(
  "core-groups",
  "Core Groups",
  ["Core Group", "Core Group Meetings"],
  [
    child(),
    column("date", "Date", "date", {
      required: true,
      otherNames: [
        "Core Group Date",
        "Date of Core Group",
        "Core Group Meeting Date",
        "Date of Core Group Meeting",
        "Meeting Date",
        "Date Held",
      ],
    }),
    column("plan", "Plan", "text", { otherNames: [...PLAN_NAMES, "Type"] }),
  ],
  { activityDates: ["date"], byNameOnly: true },
);

const supervisions = list(
  "supervisions",
  "Supervisions",
  ["Supervision", "Case Supervisions", "Case Supervision"],
  [
    child(),
    column("date", "Date", "date", {
      required: true,
      otherNames: ["Supervision Date", "Date of Supervision", "Case Supervision Date", "Date Held"],
    }),
    column("plan", "Plan", "text", { required: true, otherNames: [...PLAN_NAMES, "Case Type", "Type"] }),
  ],
  { activityDates: ["date"], byNameOnly: true },
);

const pastFigures = list(
  "past-figures",
  "Past Figures",
  ["Past Figure", "Past Months", "Historic Figures", "Historical Figures", "Previous Figures"],
  [
    column("indicator", "Indicator", "text", {
      required: true,
      otherNames: ["Indicator ID", "Measure", "Indicator Name"],
    }),
    column("month", "Month", "text", { otherNames: ["Reporting Month"], whenNamed: ["Period", "Date"] }),
    column("team", "Team", "team", { otherNames: ["Allocated Team", "Team Name"] }),
    column("numerator", "Numerator", "number"),
    column("denominator", "Denominator", "number"),
    column("value", "Value", "number", { otherNames: ["Figure", "Result"] }),
  ],
  { monthHeadings: true },
);

/** Every list, in the order of SPEC §2: also the order in which ties are settled. */
export const LISTS: readonly ListSpec[] = [
  contacts,
  earlyHelp,
  referrals,
  strategyDiscussions,
  section47,
  assessments,
  cinPlans,
  cpPlans,
  cla,
  careLeavers,
  allocations,
  visits,
  coreGroups,
  supervisions,
  pastFigures,
];

const byId = new Map(LISTS.map((spec) => [spec.id, spec]));

/** The catalogue's entry of a list. */
export function listSpec(id: ListId): ListSpec {
  const spec = byId.get(id);
  if (!spec) throw new RangeError(`There is no list ${id}.`);
  return spec;
}

/** A column's entry; null when the list has no such column. */
export function columnSpec(id: ListId, key: string): ColumnSpec | null {
  return listSpec(id).columns.find((c) => c.key === key) ?? null;
}
