import { copyPages } from "../../src/files/managersCopy";
import { calculatePlan } from "../support/calculatePlan";
import { publishedReport } from "../support/publishedReport";
import { BUILT_AT, planOf, sheetOf, tableOf } from "../support/reportOf";

const BASE = publishedReport();

function shownFor(report: typeof BASE, team: string): readonly unknown[] {
  const plan = planOf(report);
  const table = tableOf(plan, "Clinic_teams");
  const calculated = calculatePlan(plan);
  const at = table.rows.findIndex(([name]) => name === team);
  return table.headings.slice(1).map((_, i) => calculated.at("Clinic Teams", table.row + 1 + at, i + 1));
}

test("a cell says the share, the RAG word and whether it is of fewer than ten", () => {
  const [first] = BASE.tables;
  const [row, ...others] = first!.rows;
  const tables = [
    {
      ...first!,
      rows: [
        { ...row!, denominator: 9, numerator: 6, percent: 100 * (6 / 9), rag: "green" as const },
        ...others,
      ],
    },
  ];
  expect(shownFor({ ...BASE, tables }, row!.team)[0]).toBe("66.7% Green [u]");
});

test("a team's name may hold what Excel takes for a wildcard", () => {
  const [first] = BASE.tables;
  const [one, other] = first!.rows;
  const named = [
    { ...one!, team: "Team 1", denominator: 20, numerator: 20, percent: 100, rag: "green" as const },
    { ...other!, team: "Team ?", denominator: 20, numerator: 5, percent: 25, rag: "red" as const },
  ];
  const plan = planOf({ ...BASE, tables: [{ ...first!, rows: named }] });
  const [cell] = tableOf(plan, "Clinic_teams").rows[0]!.slice(1);
  expect((cell as { formula: string }).formula).not.toContain("MATCH(SUBSTITUTE");
  expect(
    tableOf(plan, "Clinic_teams").rows.map((cells) => [
      cells[0],
      (cells[1] as { expected: string }).expected,
    ]),
  ).toEqual([
    ["Team 1", "100.0% Green"],
    ["Team ?", "25.0% Red"],
  ]);
});

test("teams outside the clinic tables are not on the page, whatever an indicator counts", () => {
  const all = new Set(BASE.tables.flatMap(({ rows }) => rows.map(({ team }) => team)));
  const [outside = ""] = all;
  const team = {
    name: outside,
    shortName: outside,
    otherNames: [],
    service: null,
    locality: "",
    inClinicTables: false,
    origin: "known" as const,
  };
  const settings = { ...BASE.settings, teams: [team] };
  const shown = tableOf(planOf({ ...BASE, settings }), "Clinic_teams").rows.map(([name]) => name);
  expect(shown).not.toContain(outside);
  expect(shown).toHaveLength(all.size - 1);
});

test("an indicator that is not available says so for every team", () => {
  const tables = BASE.tables.filter(({ id }) => id !== "cin-visits-6w");
  const table = tableOf(planOf({ ...BASE, tables }), "Clinic_teams");
  const at = table.headings.indexOf("CIN visits in time");
  expect(new Set([...table.rows, table.total!].map((cells) => cells[at]))).toEqual(new Set(["[x]"]));
});

test("the colours stand as fills in a copy without rules", () => {
  const page = copyPages(BASE, {
    audience: "clinic",
    suppressed: false,
    at: BUILT_AT,
    withHistory: false,
  }).find((each) => each.page === "teams")!;
  const [table] = page.tables;
  const words = [...table!.rows, table!.total!].flat().filter((cell) => /Green|Amber|Red/.test(String(cell)));
  expect(page.fills).toHaveLength(words.length);
  expect(sheetOf(planOf(BASE), "Clinic Teams").rules).toHaveLength(3);
});
