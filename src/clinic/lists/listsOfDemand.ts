/** Lists of what comes in: contacts to assessments. */
import { column, child, GENERAL_END, GENERAL_START, list, requiredTeam, team } from "./columns";

export const contacts = list(
  "contacts",
  "Contacts",
  ["Contact"],
  [
    child(),
    column("date", "Date of Contact", "date", {
      required: true,
      otherNames: [
        "Contact Date",
        "Date Contact Received",
        "Contact Received Date",
        "Contact Received",
        "Contact Start Date",
      ],
      whenNamed: ["Date", "Date Received", "Received Date"],
    }),
  ],
  { activityDates: ["date"] },
);

export const earlyHelp = list(
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

export const referrals = list(
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
        "CIN Referral Date",
      ],
      whenNamed: ["Date", "Date Received", "Received Date"],
    }),
    team("Referral Team"),
  ],
  { activityDates: ["date"] },
);

export const strategyDiscussions = list(
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

export const section47 = list(
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

export const assessments = list(
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
        "C&F Assessment Start",
        "SA Start Date",
      ],
      whenNamed: ["Assessment Start", "SA Start", "Date Commenced", ...GENERAL_START],
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
        "Authorisation Date",
      ],
      whenNamed: [
        "Completed",
        "Authorised",
        "Signed Off",
        "Signed Off Date",
        "Finalised Date",
        "Actual End Date",
        ...GENERAL_END,
      ],
    }),
    requiredTeam("Assessment Team", "Assessing Team", "Completed by Team"),
  ],
  { activityDates: ["authorised", "start"] },
);
