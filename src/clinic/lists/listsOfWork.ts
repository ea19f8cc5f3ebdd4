/** Lists of workers, of events, and of figures of past months. */
import { child, column, list, PLAN_NAMES, requiredTeam } from "./columns";

export const allocations = list(
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
      whenNamed: [
        "Worker Name",
        "Allocated Case Worker",
        "Lead Worker",
        "Lead Practitioner",
        "Case Worker",
        "Key Worker",
        "Practitioner",
        "Staff Member",
      ],
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

export const visits = list(
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

export const coreGroups = list(
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

export const supervisions = list(
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

export const pastFigures = list(
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
