/** The words of the form "Add an indicator": what an analyst chooses, and the word that ClinicMeasures has for it. */
import type { DraftColumn, DraftFault } from "../ports";

interface Choice {
  /** As ClinicMeasures has it. */
  readonly value: string;
  readonly text: string;
}

export const KIND_CHOICES: readonly Choice[] = [
  { value: "count", text: "How many there are" },
  { value: "share with", text: "Share that meets a condition" },
  { value: "share done within", text: "Share done within a time of the start" },
  { value: "share last done within", text: "Share last done within a time, such as visits" },
  { value: "share not overdue", text: "Share that is not overdue" },
];

export const EACH_CHOICES: readonly Choice[] = [
  { value: "row", text: "Every row" },
  { value: "child", text: "Each child once" },
  { value: "child and date", text: "Each child once for a date" },
];

export const COUNTED_CHOICES: readonly Choice[] = [
  { value: "open at month end", text: "Open at the end of the month" },
  { value: "dated in month", text: "Dated in the month" },
  { value: "12 months to M", text: "Dated in the 12 months to the month" },
  { value: "since April", text: "Dated since April" },
];

/** What each field is called; the last words of the form and the column of the table are told apart in its hints. */
export const LABELS: Readonly<Record<DraftColumn, string>> = {
  ID: "ID",
  Title: "Title",
  Page: "Page",
  Measure: "What it shows",
  List: "List or sheet to count",
  Each: "Count",
  Counted: "Which rows",
  "Counted by": "Date that puts a row in the month",
  Start: "Start date",
  End: "End date",
  Date: "Date it was done",
  "Due date": "Due date",
  "First due": "First one due",
  Frequency: "Each row’s own timescale",
  With: "Counts in the numerator where",
  "Only where": "Only rows where",
  Team: "Team",
  Chart: "Chart",
  Timescale: "Timescale",
  Unit: "Unit",
};

/** In the words of the data issue that the row would have. */
export function faultText({ message, fix }: DraftFault): string {
  return `${message} ${fix}`;
}
