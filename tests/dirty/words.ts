/** Words, dates and IDs where something else belongs, and what the whole of a column says. */
import { addRow, day, put, renameSheet, type DirtyCase, type Extracts } from "./baseline";

function legalStatus(extracts: Extracts, ...statuses: string[]): void {
  extracts.sheets.get("CLA")!.forEach((row, r) => row.push(["Legal Status", ...statuses][r] ?? ""));
}

export const WORDS: readonly DirtyCase[] = [
  {
    name: "words for nothing in every kind of column: blank, and one query a column",
    change(extracts) {
      put(extracts, "CIN Plans", "A2", " null ");
      put(extracts, "CIN Plans", "A3", { error: "#N/A" });
      put(extracts, "CIN Plans", "D2", "tbc");
      put(extracts, "CIN Plans", "F2", "(Blank)");
      put(extracts, "CIN Plans", "F3", "NOT KNOWN");
      put(extracts, "Allocations", "A2", "N/A");
      put(extracts, "Allocations", "B4", "Unknown");
    },
    figures: { "cin-visits-6w": [2, 0] },
    caseloads: { "caseloads-bit": ["1 SW North"], "caseloads-swf-central": ["1 Status not recorded South"] },
    issues: [
      "error missing-id CIN Plans!A2",
      "error missing-id CIN Plans!A3",
      "error missing-worker Allocations!A2",
      "query words-for-nothing Allocations!A1",
      "query words-for-nothing Allocations!B1",
      "query words-for-nothing CIN Plans!A1",
      "query words-for-nothing CIN Plans!D1",
      "query words-for-nothing CIN Plans!F1",
    ],
  },
  {
    name: "an unallocated worker has no caseload",
    change: (extracts) => put(extracts, "Allocations", "A4", "UNALLOCATED"),
    caseloads: { "caseloads-swf-central": [] },
    issues: ["query worker-unallocated Allocations!A1"],
  },
  {
    name: "the ID of a child or a worker where a team or a status belongs is never printed",
    change(extracts) {
      put(extracts, "CIN Plans", "F3", "N1");
      put(extracts, "Allocations", "B4", "W1");
    },
    outOfTime: [
      "cin-visits-6w · Team not recorded · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
    ],
    caseloads: { "caseloads-swf-central": ["1 Status not recorded South"] },
    issues: ["error id-in-cell Allocations!B4", "error id-in-cell CIN Plans!F3"],
  },
  {
    name: "day and month swapped by a program on the way",
    change(extracts) {
      for (const date of [7, 8, 9, 10]) addRow(extracts, "Referrals", `T${date}`, day(7, date), "North");
      for (const date of [13, 20, 27, 31])
        addRow(extracts, "Referrals", `X${date}`, `${date}/07/2023`, "North");
    },
    figures: { referrals: 6 },
    issues: [
      "query date-in-future Referrals!B4",
      "query date-in-future Referrals!B5",
      "query date-in-future Referrals!B6",
      "query day-month-swapped Referrals!B1",
    ],
  },
  {
    name: "one ID with its leading zeros and without",
    change(extracts) {
      put(extracts, "CIN Plans", "A2", "00417");
      put(extracts, "CP Plans", "A2", 417);
    },
    issues: ["query ids-differ-by-zeros CIN Plans!A2"],
  },
  {
    name: "short breaks are in no figure of children in our care",
    change(extracts) {
      addRow(extracts, "CLA", "L2", day(1, 1), "", day(10, 7), 42, day(1, 6), day(10, 7), "North");
      legalStatus(extracts, "C1", "V3 - short term breaks");
    },
    issues: ["query short-breaks-left-out CLA!I1"],
  },
  {
    name: "a visit frequency in calendar months looks back by months, and is when the first visit is due",
    change(extracts) {
      put(extracts, "CLA", "E2", "3 monthly");
      put(extracts, "CLA", "D2", day(30, 4));
      addRow(extracts, "CLA", "L2", day(1, 1), "", day(29, 4), "quarterly", day(1, 6), day(10, 7), "North");
      addRow(extracts, "CLA", "L3", day(30, 6), "", "", "monthly", day(1, 7), day(10, 7), "North");
    },
    figures: {
      "open-children": 10,
      cla: 3,
      "cla-rate": 3,
      "cla-visits": [3, 1],
      "cla-care-planning": [3, 3],
      "cla-supervision": [3, 3],
    },
    outOfTime: [
      "cin-visits-6w · South Team · N2 · 2023-05-01 · 49 days · CIN Plans 3",
      "cp-repeat · South Team · P2 · - · - · CP Plans 3",
      "cp-visits-10wd · South Team · P2 · 2023-07-03 · 10 working days · CP Plans 3",
      "cla-visits · North Team · L2 · 2023-04-29 · 2 days · CLA 3",
      "cla-visits · North Team · L3 · - · 1 days · CLA 4",
    ],
    issues: [],
  },
  {
    name: "every child of a list is with teams outside the clinic tables",
    change: (extracts) => put(extracts, "CLA", "H2", "Disability"),
    figures: { "cla-visits": [0, 0], "cla-care-planning": [0, 0], "cla-supervision": [0, 0] },
    issues: ["query teams-all-outside-clinic CLA"],
  },
  {
    name: "a table of the Standard Safeguarding Dataset: joined, one period of care a child, and a query says what it lacks",
    change(extracts) {
      renameSheet(extracts, "CLA", "ssd_cla_episodes");
      extracts.sheets.set("ssd_cla_episodes", [
        [
          "clae_cla_episode_id",
          "clae_person_id",
          "clae_cla_episode_start_date",
          "clae_cla_episode_ceased_date",
          "clae_entered_care_date",
        ],
        [1, "L1", day(1, 1), day(1, 3), day(1, 1)],
        [2, "L1", day(1, 3), "", day(1, 1)], // moved, and still looked after
        [3, "L2", day(1, 1), day(1, 6), day(1, 1)],
      ]);
      extracts.sheets.set("ssd_involvements", [
        [
          "invo_person_id",
          "invo_professional_team",
          "invo_involvement_start_date",
          "invo_involvement_end_date",
        ],
        ["L1", "South", day(1, 1, 2022), day(1, 1)],
        ["L1", "North", day(1, 1), ""],
      ]);
      extracts.sheets.set("ssd_cla_visits", [
        ["clav_person_id", "clav_cla_visit_date"],
        ["L1", day(10, 7)],
      ]);
    },
    figures: { "cla-visits": [1, 1], "cla-care-planning": null, "cla-supervision": null },
    issues: [
      "query extract-older-than-as-at ssd_cla_episodes",
      "query ssd-lacks ssd_cla_episodes",
      "query team-blank ssd_cla_episodes!H4",
      "query visit-frequency-assumed ssd_cla_episodes!F1",
    ],
  },
  {
    name: "past figures that cannot be: below nothing, beyond all children, above 100%",
    change(extracts) {
      extracts.sheets.set("Past Figures", [
        ["Indicator", "May-23", "Jun-23"],
        ["contacts", 1e308, -1e308],
        ["cin-visits-6w", 88.5, 885],
        ["cp-rate", -5, 40],
      ]);
    },
    issues: [
      "error past-figure-impossible Past Figures!B2",
      "error past-figure-impossible Past Figures!C2",
      "error past-figure-impossible Past Figures!C3",
      "error past-figure-impossible Past Figures!B4",
    ],
  },
];
