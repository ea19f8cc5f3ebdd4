/**
 * A made-up council that is unlike the published one in everything: other teams, a leap February, an as-at date after
 * the month's end, other targets, shuffled and re-spelled headings, text dates, titles above the headings,
 * settings tables in other places. Small enough to be counted by hand: the reasons stand beside the rows.
 *
 * Month 2024-02 (1 to 29 February). As-at date Monday 4 March 2024. Local closure 14 February 2024.
 * 42 days before the as-at date: 22 January 2024. Ten working days kept: last visit 19 February 2024 or later.
 */
import { tableOf, type SheetToMake } from "./makeWorkbook";

const HUB = "Family Hub North";
const DOCK = "Dockside Families";
const DIS = "Disability Service";

/** Dates as text, in the mix of forms that people type. */
const sheets: SheetToMake[] = [
  {
    name: "contacts feb",
    rows: [
      ["Contacts – Northmere", null, null],
      ["Run by: performance team", null, null],
      [],
      ["Source", "date_of_contact", "CHILD  UNIQUE ID"],
      ["Police", "31/01/2024", 101], // the day before the month
      ["Police", "01/02/2024", 102],
      ["School", "29.02.24", 103], // leap day: the last day of the month
      ["School", "29-Feb-24", 104],
      ["Health", "2024-02-15T09:30:00", 105],
      ["Health", "1 March 2024", 106], // the day after
    ],
  },
  {
    name: "Early Help",
    rows: [
      [
        "Early Help End Date",
        "Assessment Start Date",
        "Child Unique ID",
        "Early Help Start Date",
        "Early Help Referral Date",
      ],
      ["", "05/02/2024", "EH1", "05/02/2024", "01/02/2024"],
      ["29/02/2024", "01/02/2024", "EH2", "01/02/2024", "30/01/2024"], // ended on the last day: not open
      ["01/03/2024", "", "EH3", "29/02/2024", "29/02/2024"], // ends the day after: open
      ["", "", "eh3 ", "10/01/2024", "10/01/2024"], // the same child again
    ],
  },
  {
    name: "Referrals",
    rows: [
      ["Allocated Team", "Child Unique ID", "Date of Referral"],
      [HUB, "R1", 45323], // 1 February 2024 as a serial
      [DOCK, "R2", 45351.75], // 29 February 2024, 18:00
      [DOCK, "R3", 45352], // 1 March
    ],
  },
  {
    name: "Strategy Discussions",
    rows: [
      ["Child Unique ID", "Date of Strategy Discussion"],
      ["S1", "05/02/2024"],
      ["S2", "05/02/2024"],
      ["S3", "20/02/2024"],
    ],
  },
  {
    name: "S47s",
    rows: [
      [
        "Section 47 Outcome",
        "Date of Initial Child Protection Conference",
        "Strategy Discussion Date",
        "Section 47 Completed Date",
        "Allocated Team",
        "Child Unique ID",
      ],
      // One ICPC for K1 on 27 February: the later strategy discussion (20 February) gives date and team.
      ["Progress to I.C.P.C.", "27/02/2024", "05/02/2024", "12/02/2024", HUB, "K1"],
      ["No ICPC needed", "28/02/2024", "05/02/2024", "13/02/2024", DOCK, "K2"], // 16 working days: late
      ["", "27/02/2024", "20/02/2024", "01/03/2024", DIS, "k1"],
      ["", "27/02/2024", "05/02/2024", "", "N. Hub", "K3"], // 15, since 14 February was closed: in time
    ],
  },
  {
    name: "Assessments",
    rows: [
      ["Allocated Team", "Completed Date", "Child Unique ID", "Continuous Assessment Start Date"],
      [HUB, "01/02/2024", "A1", "03/01/2024"], // 20th working day 31 January: not in the 20-day cohort
      ["family hub  NORTH", "01/02/2024", "A2", "04/01/2024"], // 20th 1 February, authorised on it
      ["Hub N", "02/02/2024", "A3", "04/01/2024"], // a day after it
      [DOCK, "", "A4", "31/01/2024"], // 20th 29 February, open
      [DOCK, "29/02/2024", "A5", "01/02/2024"], // 20th 1 March
      [DOCK, "15/02/2024", "A6", ""], // no start: 45-day cohort, not in time
      [DIS, "15/02/2024", "A7", "16/02/2024"], // authorised before it started; outside the clinic tables
      [DOCK, "29/02/2024", "A8", "22/12/2023"], // 45 kept over Christmas: in time
      [DOCK, "29/02/2024", "A9", "21/12/2023"], // 46
    ],
  },
  {
    name: "CIN Plans",
    rows: [
      [
        "Last Supervision Date",
        "Allocated Team",
        "CIN Closure Date",
        "Child Unique ID",
        "Worker notes",
        "CIN Start Date",
        "Date Child Was Last Seen",
      ],
      ["21/01/2024", HUB, "", "N1", "x", "01/06/2023", "22/01/2024"], // visit 42 days: in; supervision 43: late
      ["", DOCK, "", "N2", "", "29/02/2024", ""], // not yet due: in time, both
      ["", DOCK, "", "N3", "", "21/01/2024", ""], // due 3 March: late, both
      ["01/02/2024", DIS, "", "N4", "", "01/01/2023", "01/02/2024"], // CWD
      ["01/02/2024", DOCK, "29/02/2024", "N5", "", "01/01/2023", "01/02/2024"], // ended on the last day
      ["04/03/2024", DOCK, "01/03/2024", "N6", "", "01/01/2023", "05/03/2024"], // visit after the as-at date: late
      ["10/02/2024", "N. Hub", "", "N1", "", "01/02/2024", "10/02/2024"], // a second open plan: counts again
    ],
  },
  {
    name: "Child protection",
    rows: [
      ["Child protection plans", null, null, null, null, null, null, null],
      [
        "Allocated Team",
        "Child Unique ID",
        "Last Core Group Date",
        "Number of Previous Child Protection Plans",
        "Child Protection Plan Start Date",
        "Child Protection Plan End Date",
        "Last Supervision Date",
        "Date of the Last Statutory Visit",
      ],
      [HUB, "P1", "22/01/2024", 1, "31/08/2022", "", "23/01/2024", "19/02/2024"], // 10 working days kept
      [HUB, "P2", "21/01/2024", 0, "29/08/2022", "", "22/01/2024", "16/02/2024"], // 11; on a plan 18 months
      [DOCK, "P3", "", "", "20/02/2024", "", "", ""], // 9 kept from the start: not yet due
      [DOCK, "P4", "", 2, "16/02/2024", "", "", ""], // 11: late, but supervision has 42 days
      [DIS, "P5", "", 0, "01/01/2024", "", "", ""],
    ],
  },
  {
    name: "Looked after",
    rows: [
      [
        "Allocated Team",
        "Care Plan Date",
        "Child Unique ID",
        "Visit Frequency (days)",
        "Date Started to be Looked After",
        "Date Ceased to be Looked After",
        "Last Supervision Date",
        "Date of Last Social Work Visit",
      ],
      [HUB, "03/09/2023", "L1", "4 weeks", "01/01/2023", "", "22/01/2024", "05/02/2024"], // 28 days; plan 183
      [HUB, "02/09/2023", "L2", 28, "01/01/2023", "", "", "04/02/2024"], // 29 days; plan 184; no supervision
      [DOCK, "", "L3", "", "19/02/2024", "", "", ""], // care plan not yet due (10 kept): out of its denominator
      [DOCK, "", "L4", "", "16/02/2024", "", "", ""], // care plan late (11)
      [DOCK, "01/02/2024", "L5", "", "01/01/2023", "29/02/2024", "01/02/2024", "01/02/2024"], // ended
    ],
  },
  {
    name: "Care Leavers",
    rows: [
      ["Child Unique ID", "Start Date", "End Date"],
      ["G1", "01/05/2019", ""],
      ["G2", "01/05/2019", "01/02/2024"],
      ["N1", "01/05/2019", ""], // also on a child in need plan
    ],
  },
  {
    name: "Workers",
    rows: [
      ["Child Unique ID", "Allocated Team", "Allocated Worker", "Qualifying Status"],
      ["a", HUB, "W1", "SW"],
      ["b", HUB, "W1", "SW"],
      ["c", HUB, "W1", "SW"],
      ["a", DOCK, "W2", "SW"],
      ["A", DOCK, "W2", "SW"], // the same child
      ["b", DOCK, "W2", "SW"],
      ["d", DIS, "W3", "SW"],
      ["e", DIS, "W3", "SW"],
      ["f", DIS, "W3", "SW"],
      ["g", DIS, "W3", "SW"],
      ["x", DOCK, "W4", "NQSW"],
      ["y", DOCK, "W4", "NQSW"],
      ["z", HUB, "W4", "NQSW"], // most of W4's rows have Dockside
    ],
  },
  {
    name: "Past Figures",
    rows: [
      ["Month", "Indicator", "Value"],
      ...[
        "2023-03",
        "Apr-23",
        "May 2023",
        "2023-06",
        "07/2023",
        "August 2023",
        "2023-09",
        "2023-10",
        "2023-11",
        "2023-12",
        "2024-01",
      ].map((month) => [month, "s47-completed", 10]),
      ["2024-01", "cp", 6],
      ["2024-01", "cp-rate", 3],
      ["2024-01", "contacts", 4],
    ],
  },
  {
    name: "Clinic Settings",
    rows: [["Our settings"]],
    dress(sheet) {
      tableOf(
        "ClinicTeams",
        "B4",
        ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"],
        [
          [HUB, "N. Hub", "Hub N", "BIT", "", "yes"],
          [DOCK, "", "Dockside", "SWF", "Docks", ""],
          [DIS, "", "", "CWD", "", "No"],
        ],
      )(sheet);
      tableOf(
        "ClinicOptions",
        "J6",
        ["Setting", "Value"],
        [
          ["Council name", "Northmere"],
          ["Reporting month", "Feb-24"],
          ["As-at date", "04/03/2024"],
          ["Caseload highlight at or above", 3],
          ["Population aged 0 to 17", 20000],
        ],
      )(sheet);
      tableOf(
        "ClinicTargets",
        "N4",
        ["ID", "Target", "Indicator", "Better when", "Amber within"],
        [
          ["cp-rate", 3, "", "lower", 1],
          ["cla-rate", 1, "", "lower", 0.5],
          ["cin-visits-6w", 65, "", "higher", 5],
          ["cp-visits-10wd", 52, "", "higher", 2],
          ["cla-visits", 75, "", "higher", ""],
        ],
      )(sheet);
      tableOf("ClinicHolidays", "W4", ["Date", "Name"], [["14/02/2024", "Staff conference"]])(sheet);
    },
  },
];

export const secondCouncil = {
  month: "2024-02",
  sheets,
  expected: {
    demandMonth: {
      contacts: 4,
      "eh-referrals": 2,
      "eh-assessments-started": 2,
      referrals: 2,
      "strategy-discussions": 3,
      "s47-completed": 2,
      "s47-rolling-rate": 56, // (11 × 10 + 2) ÷ 20,000 × 10,000
      "assessments-completed": 8,
    },
    demandMonthEnd: {
      "open-children": 16, // A4; N1 N2 N3 N4 N6; P1 to P5; L1 to L4; G1
      "eh-open": 2,
      "cin-not-cwd": 4,
      "cin-cwd": 1,
      cp: 5,
      "cp-rate": 2.5, // shown as 3
      cla: 4,
      "cla-rate": 2,
    },
    /** team, denominator, numerator; then the total. */
    tables: {
      "assessments-20wd": [
        [DOCK, 1, 0],
        [HUB, 2, 1],
        ["Total", 3, 1],
      ],
      "assessments-45wd": [
        [DOCK, 4, 2],
        [HUB, 3, 3],
        ["Total", 7, 5],
      ],
      "cin-visits-6w": [
        [DOCK, 3, 1],
        [HUB, 2, 2],
        ["Total", 5, 3],
      ],
      "cin-supervision": [
        [DOCK, 3, 2],
        [HUB, 2, 1],
        ["Total", 5, 3],
      ],
      "cp-repeat": [
        [DOCK, 2, 1],
        [HUB, 2, 1],
        ["Total", 4, 2],
      ],
      "icpc-15wd": [
        [DIS, 1, 1],
        [DOCK, 1, 0],
        [HUB, 1, 1],
        ["Total", 3, 2],
      ],
      "cp-visits-10wd": [
        [DOCK, 2, 1],
        [HUB, 2, 1],
        ["Total", 4, 2],
      ],
      "cp-core-groups": [
        [DOCK, 2, 1],
        [HUB, 2, 1],
        ["Total", 4, 2],
      ],
      "cp-supervision": [
        [DOCK, 2, 2],
        [HUB, 2, 2],
        ["Total", 4, 4],
      ],
      "cla-visits": [
        [DOCK, 2, 2],
        [HUB, 2, 1],
        ["Total", 4, 3],
      ],
      "cla-care-planning": [
        [DOCK, 1, 0],
        [HUB, 2, 1],
        ["Total", 3, 1],
      ],
      "cla-supervision": [
        [DOCK, 2, 2],
        [HUB, 2, 1],
        ["Total", 4, 3],
      ],
    } as Record<string, readonly (readonly [string, number, number])[]>,
    /** Total's RAG: 60.0 misses 65 by 5 = amber; 50.0 misses 52 by 2 = amber; 75.0 meets 75. */
    rag: { "cin-visits-6w": "amber", "cp-visits-10wd": "amber", "cla-visits": "green" } as Record<
      string,
      string
    >,
    monthEndRag: { "cp-rate": "green", "cla-rate": "red" } as Record<string, string>,
    series: { "cp-18-months": 1, "s47-to-icpc": 50 } as Record<string, number>,
    caseloads: {
      "caseloads-20-plus": [
        [4, "SW", DIS],
        [3, "SW", "Hub N"],
        [3, "NQSW", "Dockside"],
      ],
      "caseloads-bit": [[3, "SW", "Hub N"]],
      "caseloads-swf-docks": [
        [3, "NQSW", "Dockside"],
        [2, "SW", "Dockside"],
      ],
    } as Record<string, readonly (readonly [number, string, string])[]>,
  },
};
