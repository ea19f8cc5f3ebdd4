/**
 * Every issue that the lists can have (SPEC §8): one entry for each code. Words in {braces} are filled with names of
 * lists, columns and sheets and with numbers of days, never with what stands in a row.
 */
import type { DataIssue, IssueSeverity } from "./dataIssue";
import type { IssueLog } from "./issueLog";

interface Rule {
  readonly severity: IssueSeverity;
  readonly message: string;
  readonly fix: string;
}

export const RULES = {
  // Settings, held against the extracts
  "services-share-table": {
    severity: "query",
    message: "{names} come to one name of a table, so their workers stand together in “{title}”.",
    fix: "Type another name for one of them in ClinicServices, and in ClinicTeams for its teams, if they should have tables of their own.",
  },

  // Recognising the sheets
  "missing-required-column": {
    severity: "error",
    message: "The sheet has no column {column}, so it cannot be read as the list {list}.",
    fix: "Add the column to the extract, give its heading this name, or choose another sheet for the list.",
  },
  "no-month-columns": {
    severity: "error",
    message: "No heading of the sheet is a month, so it cannot be read as the list {list}.",
    fix: "Give each month a column headed like Jul-22, or give Month and Value columns.",
  },
  "sheet-not-read": {
    severity: "query",
    message: "The sheet has child IDs and dates but is not read as a list.",
    fix: "If its rows should count, choose Match columns for it in the pane.",
  },
  "two-sheets-fit": {
    severity: "query",
    message: "More than one sheet fits the list {list}: “{read}” is read, {others} not.",
    fix: "Choose the sheet in the pane, or choose all of them if they are parts of one list.",
  },
  "chosen-sheet-missing": {
    severity: "query",
    message: "The sheet “{sheet}” was chosen for the list {list} but is not in the workbook.",
    fix: "Choose the sheet for the list again in the pane.",
  },
  "duplicate-heading": {
    severity: "query",
    message: "A second column fits {column}; the first one is read.",
    fix: "Check that the first column is the right one, and rename or remove the other.",
  },
  "end-date-column-absent": {
    severity: "query",
    message: "The sheet has no column {column}, so every row that has started counts as open.",
    fix: "Add the column to the extract unless it holds open cases only.",
  },
  "seen-not-visited": {
    severity: "query",
    message: "The date in this column is when the child was last seen, not when they were last visited.",
    fix: "Read the visit figures with that in mind, or add a CIN Plans extract with the last visit.",
  },
  "ssd-lacks": {
    severity: "query",
    message:
      "The sheets are tables of the Standard Safeguarding Dataset. It has no core groups, supervisions, visit frequencies, care plans, " +
      "numbers of previous CP plans, strategy discussions, start of care leavers or qualifying statuses; teams of CP plans and " +
      "of children looked after, and the caseloads, are those of the involvements open at the month’s end.",
    fix: "Add extracts of these lists if the pack needs their figures.",
  },
  "case-status-left-out": {
    severity: "query",
    message:
      "Rows whose case status does not mean a child in need plan are left out: {count}, with the words {words}.",
    fix: "Check that none of these words means a child in need plan; if one does, say so on Clinic Setup, in ClinicWords.",
  },
  "outcome-not-known": {
    severity: "query",
    message:
      "Outcomes that are not known count as no conference: rows {count}, different words {different}, the first in {first}.",
    fix: "Match the words in the pane, beside Match columns, or say what they mean on Clinic Setup, in ClinicWords.",
  },
  "status-not-known": {
    severity: "query",
    message:
      "Words that name no qualifying status that is known are shown as they are: rows {count}, different words {different}, the first in {first}.",
    fix: "Match the words in the pane, beside Match columns; check that the column is the right one.",
  },
  "short-breaks-left-out": {
    severity: "query",
    message:
      "Rows whose legal status is V3 or V4 (short breaks) are not counted as children in our care: {count}.",
    fix: "If one of these children is looked after in another way too, check the legal status.",
  },
  "visit-frequency-assumed": {
    severity: "query",
    message: "The sheet has no visit frequency, so the timescale of the settings is used for every child.",
    fix: "Add the column Visit Frequency (days) if children have frequencies of their own.",
  },
  "visit-frequency-unknown": {
    severity: "query",
    message:
      "The visit frequency is blank or in words that the add-in does not know, so the timescale of the settings is used.",
    fix: "Write it as 42, 42 days, 6 weeks, 3 months or 6 weekly.",
  },

  // Reading the cells
  "unreadable-date": {
    severity: "error",
    message: "The date under {column} cannot be read, so it counts as blank.",
    fix: "Type it as a date, such as 31/07/2023.",
  },
  "error-value": {
    severity: "error",
    message: "The cell under {column} holds an Excel error, so it counts as blank.",
    fix: "Correct the formula, or paste the value in its place.",
  },
  "date-column-unreadable": {
    severity: "error",
    message: "None of the {count} cells under {column} can be read as a date, so the column counts as empty.",
    fix: "Check that the column is the right one, and give it dates such as 31/07/2023.",
  },
  "day-month-swapped": {
    severity: "query",
    message:
      "Every true date under {column} is on the 1st to 12th of a month and every date that is text is after the 12th: " +
      "the program that opened the file probably swapped day and month. The dates are used as they stand.",
    fix: "Run the extract again and load the file without opening it first, or open it with day before month.",
  },
  "words-for-nothing": {
    severity: "query",
    message: "Words under {column} that mean “nothing recorded” count as blank: {words}.",
    fix: "Record what is missing in the case system, or leave the cells empty.",
  },
  "worker-unallocated": {
    severity: "query",
    message: "Rows under {column} that say Unallocated are in no caseload: {count}.",
    fix: "Allocate a worker in the case system if one is missing.",
  },
  "id-in-cell": {
    severity: "error",
    message: "The cell under {column} holds the ID of a child or a worker, so it counts as not recorded.",
    fix: "Check that no column of the extract has slipped, and correct the cell.",
  },
  "text-not-number": {
    severity: "error",
    message: "The cell under {column} holds text where a number is expected, so it counts as blank.",
    fix: "Type the number in figures only.",
  },
  "missing-id": {
    severity: "error",
    message: "The row has no {column}, so it counts as a child of its own.",
    fix: "Add the ID in the case system or in the extract.",
  },
  "missing-worker": {
    severity: "error",
    message: "The row has no {column}, so it is in no caseload.",
    fix: "Add the worker in the case system or in the extract.",
  },
  "missing-start": {
    severity: "error",
    message: "The row has no {column}, so it is counted nowhere that needs the date.",
    fix: "Add the date in the case system or in the extract.",
  },
  "formula-like-text": {
    severity: "query",
    message: "The text under {column} starts like a formula.",
    fix: "Check what it should say; it is treated as text and never calculated.",
  },
  "note-row-skipped": {
    severity: "query",
    message: "The row looks like a note or a total, not a record, so it is not counted.",
    fix: "Remove the row, or fill its other columns if it is a record.",
  },
  "header-row-repeated": {
    severity: "query",
    message: "The row repeats the headings, so it is not counted.",
    fix: "Remove the row; check that two extracts were not pasted one under the other by mistake.",
  },
  "team-blank": {
    severity: "query",
    message: "The row has no team; it is shown as Team not recorded.",
    fix: "Add the team in the case system or in the extract.",
  },
  "team-unknown": {
    severity: "query",
    message: "The team is not one of the teams on Clinic Settings; it is shown as it is spelt here.",
    fix: "Add the team on Clinic Settings, or add this spelling under Also known as.",
  },
  "team-ambiguous": {
    severity: "query",
    message: "Two teams on Clinic Settings share this name; the one higher up is used.",
    fix: "Remove the name from one of the two teams on Clinic Settings.",
  },
  "plan-unreadable": {
    severity: "error",
    message: "The cell under Plan names no plan that the add-in knows, so the row is not used.",
    fix: "Write CIN, CP or CLA, or match the word in the pane, beside Match columns.",
  },

  // Dates against each other
  "end-before-start": {
    severity: "error",
    message: "The date under {column} is before the start, so the row is never open.",
    fix: "Correct the two dates in the case system or in the extract.",
  },
  "authorised-before-start": {
    severity: "error",
    message: "The assessment was authorised before it started, so it is not in time.",
    fix: "Correct the two dates in the case system or in the extract.",
  },
  "completed-before-start": {
    severity: "error",
    message: "The Section 47 enquiry was completed before it started.",
    fix: "Correct the two dates in the case system or in the extract.",
  },
  "date-in-future": {
    severity: "query",
    message: "The date under {column} is after today and after the as-at date.",
    fix: "Check the year; correct the date if it is wrong.",
  },
  "date-before-1990": {
    severity: "query",
    message: "The date under {column} is before 1990.",
    fix: "Check the year; correct the date if it is wrong.",
  },
  "last-date-before-start": {
    severity: "query",
    message: "The date under {column} is before the start; it counts as it stands.",
    fix: "Check both dates.",
  },
  "last-date-after-as-at": {
    severity: "query",
    message:
      "The date under {column} is after the as-at date and does not show what happened before it, so it is not in time.",
    fix: "Run the extract as at the as-at date, set the as-at date to the day of the extract, or add an event list.",
  },
  "icpc-before-strategy": {
    severity: "query",
    message: "The ICPC is before its strategy discussion.",
    fix: "Check both dates.",
  },
  "icpc-at-weekend": {
    severity: "query",
    message: "The ICPC is on a Saturday or a Sunday.",
    fix: "Check the date.",
  },

  // Teams
  "teams-all-outside-clinic": {
    severity: "query",
    message: "All {count} rows that the tables by team would count are in teams outside the clinic tables.",
    fix: "Set In clinic tables to Yes, in ClinicTeams on Clinic Settings, for the teams that belong there.",
  },

  // Records against each other
  "duplicate-row": {
    severity: "query",
    message: "The row is exactly the same as an earlier one; both are counted.",
    fix: "Remove one if it is the same record twice.",
  },
  "care-leaver-twice": {
    severity: "query",
    message: "The child is in Care Leavers more than once.",
    fix: "Check that the child has one care leaver case.",
  },
  "ids-differ-by-zeros": {
    severity: "query",
    message: "The ID differs from another only in its leading zeros; they count as two children.",
    fix: "Check that both extracts keep the IDs as text, with their zeros.",
  },
  "more-than-one-open-plan": {
    severity: "query",
    message: "The child has more than one open row in {list}; each counts in the tables by team.",
    fix: "Close the one that has ended in the case system or in the extract.",
  },
  "concurrent-cin-cp": {
    severity: "query",
    message: "The child has an open CIN plan and an open CP plan.",
    fix: "Close the one that has ended in the case system or in the extract.",
  },
  "outcome-missing": {
    severity: "query",
    message: "The Section 47 enquiry is completed but has no outcome.",
    fix: "Add the outcome in the case system or in the extract.",
  },
  "previous-plans-blank": {
    severity: "query",
    message: "The number of previous CP plans is blank; it counts as none.",
    fix: "Write 0 if there were none.",
  },
  "worker-two-teams": {
    severity: "query",
    message:
      "A worker has rows in more than one team; the caseload is shown under the team that most of the rows have.",
    fix: "Check which team the worker is in.",
  },
  "worker-two-statuses": {
    severity: "query",
    message: "A worker has more than one qualifying status; the one that most of the rows have is shown.",
    fix: "Check the worker's qualifying status.",
  },
  "extract-older-than-as-at": {
    severity: "query",
    message:
      "No date in the sheet lies in the {days} days up to the as-at date: the extract may be an old one.",
    fix: "Run the extract again, or check that nothing was recorded in that time.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleCode = keyof typeof RULES;

/** Adds the issue at a cell ("" = the whole sheet). */
export type Report = (sheet: string, cell: string) => void;

/** Words the rule once, so that a column of a hundred thousand rows costs no more than its cells. */
export function reporter(
  log: IssueLog,
  code: RuleCode,
  list: DataIssue["list"],
  words: Readonly<Record<string, string>> = {},
): Report {
  const { severity, message, fix }: Rule = RULES[code];
  const sentence = message.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "");
  return (sheet, cell) => log.add({ severity, code, list, sheet, cell, message: sentence, fix });
}
