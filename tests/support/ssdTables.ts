/**
 * The sample's extracts as tables of the Standard Safeguarding Dataset, with its field names and its ways: dates of visits
 * in tables of their own, episodes of care, outcomes as JSON, conferences and teams in other tables.
 */
import { recogniseLists } from "../../src/clinic/extracts/recognise";
import { createIssueLog } from "../../src/clinic/issues/issueLog";
import type { ListId } from "../../src/clinic/lists/lists";
import type { CellValue, SheetValues, WorkbookValues } from "../../src/clinic/cells/worksheet";

type Row = Readonly<Record<string, CellValue>>;

/** What the involvements are made from: of who holds a plan, or of who is allocated. */
export type Involvements = "of plans" | "of allocations";

const MONTH_END = 45_138; // 31 July 2023

export function ssdTables(sample: WorkbookValues, involvements: Involvements): readonly SheetValues[] {
  const rowsOf = rowsByList(sample);
  const plans = [...rowsOf("cp-plans"), ...rowsOf("cla")];
  return [
    table("ssd_contacts", rowsOf("contacts"), {
      cont_contact_id: (_, i) => `CT${i}`,
      cont_person_id: ({ child }) => child,
      cont_contact_date: ({ date }) => date,
    }),
    table("ssd_early_help_episodes", rowsOf("early-help"), {
      earl_person_id: ({ child }) => child,
      earl_episode_start_date: ({ start }) => start,
      earl_episode_end_date: ({ end }) => end,
    }),
    table("ssd_cin_episodes", rowsOf("referrals"), {
      cine_person_id: ({ child }) => child,
      cine_referral_date: ({ date }) => date,
      cine_referral_team: ({ team }) => team,
    }),
    table("ssd_s47_enquiry", rowsOf("section-47"), {
      s47e_s47_enquiry_id: (_, i) => `E${i}`,
      s47e_person_id: ({ child }) => child,
      s47e_s47_start_date: ({ start }) => start,
      s47e_s47_end_date: ({ completed }) => completed,
      s47e_s47_outcome_json: ({ outcome }) => outcomeJson(String(outcome ?? "")),
      s47e_s47_completed_by_team: ({ team }) => team,
    }),
    table(
      "ssd_initial_cp_conference",
      rowsOf("section-47")
        .map((row, i) => ({ ...row, enquiry: `E${i}` }))
        .filter(({ icpc }: Row) => icpc !== ""),
      {
        icpc_s47_enquiry_id: ({ enquiry }) => enquiry,
        icpc_person_id: ({ child }) => child,
        icpc_icpc_date: ({ icpc }) => icpc,
      },
    ),
    table("ssd_cin_assessments", rowsOf("assessments"), {
      cina_person_id: ({ child }) => child,
      cina_assessment_start_date: ({ start }) => start,
      cina_assessment_auth_date: ({ authorised }) => authorised,
      cina_assessment_team: ({ team }) => team,
    }),
    table("ssd_cin_plans", rowsOf("cin-plans"), {
      cinp_person_id: ({ child }) => child,
      cinp_cin_plan_start_date: ({ start }) => start,
      cinp_cin_plan_end_date: ({ end }) => end,
      cinp_cin_plan_team: ({ team }) => team,
    }),
    table("ssd_cp_plans", rowsOf("cp-plans"), {
      cppl_person_id: ({ child }) => child,
      cppl_cp_plan_start_date: ({ start }) => start,
      cppl_cp_plan_end_date: ({ end }) => end,
    }),
    table("ssd_cla_episodes", rowsOf("cla").flatMap(episodesOf), {
      clae_person_id: ({ child }) => child,
      clae_cla_episode_start_date: ({ episode }) => episode,
      clae_cla_episode_ceased_date: ({ end }) => end,
      clae_entered_care_date: ({ start }) => start,
    }),
    visits("ssd_cin_visits", rowsOf("cin-plans"), "cinv_person_id", "cinv_cin_visit_date"),
    visits("ssd_cp_visits", rowsOf("cp-plans"), "cppv_person_id", "cppv_cp_visit_date"),
    visits("ssd_cla_visits", rowsOf("cla"), "clav_person_id", "clav_cla_visit_date"),
    table(
      "ssd_involvements",
      involvements === "of plans"
        ? plans.flatMap(involvementsOfPlan)
        : rowsOf("allocations").flatMap(allocated),
      {
        invo_professional_id: ({ worker }) => worker,
        invo_professional_team: ({ team }) => team,
        invo_person_id: ({ child }) => child,
        invo_involvement_start_date: ({ from }) => from,
        invo_involvement_end_date: ({ to }) => to,
      },
    ),
  ];
}

/** By the keys of the list's columns. */
function rowsByList({ sheets, choices }: WorkbookValues): (list: ListId) => readonly Row[] {
  const recognition = recogniseLists(sheets, choices, createIssueLog());
  return (list) =>
    (recognition.get(list)?.sheets ?? []).flatMap(({ sheet, headerRow, columns }) =>
      sheet.rows
        .slice(headerRow + 1)
        .filter((cells) => cells.some((cell) => cell !== ""))
        .map((cells) =>
          Object.fromEntries([...columns].map(([key, { index }]) => [key, cells[index] ?? ""])),
        ),
    );
}

function table(
  name: string,
  rows: readonly Row[],
  fields: Readonly<Record<string, (row: Row, index: number) => CellValue | undefined>>,
): SheetValues {
  const body = rows.map((row, i) => Object.values(fields).map((value) => value(row, i) ?? ""));
  return { name, firstRow: 0, firstColumn: 0, rows: [Object.keys(fields), ...body] };
}

/** The last visit, and one before it. */
function visits(name: string, rows: readonly Row[], person: string, date: string): SheetValues {
  const made = rows.filter(({ lastVisit }) => lastVisit !== "");
  const earlier = made.map((row) => ({ ...row, lastVisit: Number(row.lastVisit) - 20 }));
  return table(name, [...made, ...earlier], {
    [person]: ({ child }) => child,
    [date]: ({ lastVisit }) => lastVisit,
  });
}

/** Where the period is long enough, a first episode that ended with a change of placement. */
function episodesOf(row: Row): readonly Row[] {
  const [start, end] = [Number(row.start), row.end === "" ? Infinity : Number(row.end)];
  if (end - start < 60 || start > MONTH_END - 60) return [{ ...row, episode: row.start! }];
  return [
    { ...row, episode: start, end: start + 30 },
    { ...row, episode: start + 30 },
  ];
}

const ELSEWHERE = { team: "Elsewhere", worker: "W0" } as const;

/** Open at month's end though it ends in August; beside it one that was over before and one that begins after. */
function involvementsOfPlan({ child = "", team = "" }: Row): readonly Row[] {
  return [
    { child, ...ELSEWHERE, from: MONTH_END - 400, to: MONTH_END },
    { child, team, worker: "W0", from: MONTH_END - 300, to: MONTH_END + 1 },
    { child, ...ELSEWHERE, from: MONTH_END + 1, to: "" },
  ];
}

function allocated({ child = "", team = "", worker = "" }: Row, row: number): readonly Row[] {
  return [
    { child, team, worker, from: MONTH_END - 100, to: row % 2 === 0 ? "" : MONTH_END + 5 },
    { child, ...ELSEWHERE, from: MONTH_END - 300, to: MONTH_END - 100 },
  ];
}

function outcomeJson(outcome: string): string {
  if (outcome === "") return "";
  const isIcpc = outcome.includes("ICPC");
  const flag = (yes: boolean): string => (yes ? "Y" : "N");
  return JSON.stringify({
    OUTCOME_NFA_FLAG: flag(!isIcpc),
    OUTCOME_LEGAL_ACTION_FLAG: "N",
    OUTCOME_CP_CONFERENCE_FLAG: flag(isIcpc),
    OUTCOME_COMMENTS: "",
  });
}
