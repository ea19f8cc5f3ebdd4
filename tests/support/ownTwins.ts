/** Twelve built-in tables and a count as rows of ClinicMeasures under other ids: they must give the same figures. */
import type { CellValue, TableValues, WorkbookValues } from "../../src/clinic/cells/worksheet";
import { ANALYST_TABLES } from "../../src/clinic/settings/settingsTables";

export type MeasureEntries = Readonly<
  Partial<Record<(typeof ANALYST_TABLES.ClinicMeasures)[number], CellValue>>
>;

export function setupTable(
  name: keyof typeof ANALYST_TABLES,
  rows: readonly Readonly<Record<string, CellValue>>[],
): TableValues {
  const headings: readonly string[] = ANALYST_TABLES[name];
  return {
    name,
    sheet: name === "ClinicTargets" ? "Clinic Settings" : "Clinic Setup",
    headerRow: 2,
    firstColumn: 0,
    headings,
    rows: rows.map((row) => headings.map((heading) => row[heading] ?? "")),
  };
}

export const measures = (...rows: readonly MeasureEntries[]): TableValues =>
  setupTable(
    "ClinicMeasures",
    rows.map((row) => ({ Page: "My checks", Chart: "Yes", ...row })),
  );

const OPEN_CIN = { List: "CIN Plans", Counted: "open at month end", "Only where": "Service <> CWD" };
const OPEN_CP = { List: "CP Plans", Counted: "open at month end" };
const OPEN_CLA = { List: "CLA", Counted: "open at month end" };
export const LAST = "share last done within";
const DONE = "share done within";

/** Twelve built-in tables, each as a row under another id, with the timescale of its own row of ClinicTargets. */
export const TWINS: readonly (readonly [string, MeasureEntries, Readonly<Record<string, CellValue>>])[] = [
  ["assessments-20wd", { Measure: DONE, List: "Assessments", Counted: "dated in month", "Counted by": "due", Date: "Assessment Authorised Date" }, { Timescale: 20, Unit: "working days" }],
  ["assessments-45wd", { Measure: DONE, List: "Assessments", Counted: "dated in month", Date: "Assessment Authorised Date" }, { Timescale: 45, Unit: "working days" }],
  ["cin-visits-6w", { Measure: LAST, ...OPEN_CIN, Date: "Last CIN Visit Date" }, { Timescale: 42 }],
  ["cin-supervision", { Measure: LAST, ...OPEN_CIN, Date: "Last Supervision Date" }, { Timescale: 42 }],
  ["cp-repeat", { Measure: "share with", ...OPEN_CP, With: "Number of Previous CP Plans >= 1" }, {}],
  ["icpc-15wd", { Measure: DONE, List: "Section 47", Each: "child and date", Counted: "dated in month", Start: "Strategy Discussion Date", Date: "Date of ICPC" }, { Timescale: 15, Unit: "working days", Teams: "all" }],
  ["cp-visits-10wd", { Measure: LAST, ...OPEN_CP, Date: "Last CP Visit Date" }, { Timescale: 10, Unit: "working days" }],
  ["cp-core-groups", { Measure: LAST, ...OPEN_CP, Date: "Last Core Group Date", "First due": "10 working days" }, { Timescale: 42 }],
  ["cp-supervision", { Measure: LAST, ...OPEN_CP, Date: "Last Supervision Date" }, { Timescale: 42 }],
  ["cla-visits", { Measure: LAST, ...OPEN_CLA, Date: "Last Visit Date", Frequency: "Visit Frequency (days)" }, { Timescale: 42 }],
  ["cla-care-planning", { Measure: LAST, ...OPEN_CLA, Date: "Care Plan Date", "First due": "10 working days" }, { Timescale: 183, "Not yet due": "excluded" }],
  ["cla-supervision", { Measure: LAST, ...OPEN_CLA, Date: "Last Supervision Date" }, { Timescale: 42 }],
]; // prettier-ignore

export function withTwins(values: WorkbookValues): WorkbookValues {
  const rows = TWINS.map(([id, entries]) => ({ ID: `my-${id}`, Title: `My ${id}`, ...entries }));
  const duration = { ID: "my-long-plans", Title: "My long plans", Measure: "count", ...OPEN_CP, "Only where": "open longer than 18 months" };
  const targets = TWINS.map(([id, , settings]) => ({ ID: `my-${id}`, ...settings }));
  const standing = values.settings.find(({ name }) => name === "ClinicTargets");
  const added: TableValues = standing
    ? { ...standing, rows: [...standing.rows, ...targets.map((row) => standing.headings.map((heading) => (row as Record<string, CellValue>)[heading] ?? ""))] }
    : setupTable("ClinicTargets", targets);
  return {
    ...values,
    settings: [...values.settings.filter(({ name }) => name !== "ClinicTargets"), added, measures(...rows, duration)],
  };
} // prettier-ignore
