/** The managers' copy (SPEC §10): the pack's pages as an .xlsx without extracts, child IDs, formulas or rules. */
import { monthInWords } from "../clinic/calendar/months";
import type { ClinicReport } from "../clinic/report";
import { settingsRows } from "../clinic/settings/settingsRows";
import type { SheetPlan } from "../pages/plan";
import { foundByBuild } from "../pages/foundByBuild";
import { planWorkbook } from "../pages/planWorkbook";
import { tableName } from "../pages/references";
import { caseloadPage } from "./caseloadPage";
import type { Audience } from "../clinic/settings/settings";
import { reportFor } from "./reductions/audience";
import { caseloadSummary, pooledCaseloads } from "./reductions/caseloadSummary";
import { safeMessages } from "./suppression/safeSentences";
import { suppress } from "./suppression/suppress";
import { suppressPage } from "./suppression/suppressPage";
import { type FixedSheet, fixSheet } from "./workbook/fixedSheet";
import { writeWorkbook } from "./workbook/writeWorkbook";

export interface CopyOptions {
  readonly audience: Audience;
  /** Small numbers are [c]; for those outside the council they always are. */
  readonly suppressed: boolean;
  /** Serial with the time of day, shown as "built". */
  readonly at: number;
  /** Whether Clinic History goes with it; never where small numbers are suppressed, as it would reveal them. */
  readonly withHistory: boolean;
}

export function managersCopy(report: ClinicReport, options: CopyOptions): Uint8Array {
  const council = report.settings.councilName.trim();
  return writeWorkbook({
    properties: {
      title: `Assurance Clinic – ${monthInWords(report.month)}`,
      subject: `Children’s services performance, ${monthInWords(report.month)}`,
      council,
      description: describe(options),
    },
    sheets: copyPages(report, options),
  });
}

/** Pages that hold child IDs, the workbook's own cells, or what only the analyst needs. */
const NEVER = new Set(["out-of-time", "data-issues", "settings", "setup"]);

/** The pages of the copy, the Summary first. */
export function copyPages(report: ClinicReport, options: CopyOptions): readonly FixedSheet[] {
  const { audience, at } = options;
  const reduced = reportFor(audience, report);
  const isSuppressed = isSuppressedFor(options);
  const suppression = isSuppressed ? suppress(reduced) : null;
  const messages = suppression ? safeMessages(reduced, suppression) : reduced.messages;
  const { sheets } = planWorkbook(
    { ...reduced, messages },
    { at, settings: settingsRows([], { ...foundByBuild(reduced), teams: [], statuses: [] }) },
  );
  const pages = sheets
    .filter(({ page }) => !NEVER.has(page) && (page !== "history" || (options.withHistory && !isSuppressed)))
    .filter(({ page }) => page !== "teams" || (audience === "clinic" && !isSuppressed))
    .map((page) => (page.page === "caseloads" ? caseloadsFor(audience, page, report) : page))
    .map((page) => (audience === "outside" ? withoutRepeatedTotals(page, reduced) : page))
    .map((page) => (suppression ? suppressPage(page, reduced, suppression) : page));
  const names = new Set(pages.map(({ name }) => name));
  return pages.map((page) => fixSheet(page, names));
}

export function isSuppressedFor({
  audience,
  suppressed,
}: Pick<CopyOptions, "audience" | "suppressed">): boolean {
  return suppressed || audience === "outside";
}

function caseloadsFor(audience: Audience, page: SheetPlan, report: ClinicReport): SheetPlan {
  if (audience === "clinic") return page;
  const lines = caseloadSummary(report);
  return caseloadPage(report, audience === "outside" ? pooledCaseloads(lines, report) : lines);
}

/** A table of one pooled row needs no total below it that says the same. */
function withoutRepeatedTotals(page: SheetPlan, { tables }: ClinicReport): SheetPlan {
  const pooled = new Set(tables.filter(({ rows }) => rows.length > 0).map(({ id }) => tableName(id)));
  return {
    ...page,
    tables: page.tables.map((table) => (pooled.has(table.name) ? { ...table, total: null } : table)),
  };
}

const FOR: Readonly<Record<Audience, string>> = {
  clinic: "For the clinic meeting.",
  council: "For use within the council: no team and no worker.",
  outside: "For those outside the council: council figures only.",
};

function describe(options: CopyOptions): string {
  return `Managers’ copy: figures only, no child or worker ID. ${whoFor(options)}`;
}

/** Who a copy or a deck is for and what is left out of it: one or two sentences. */
export function whoFor(options: Pick<CopyOptions, "audience" | "suppressed">): string {
  const small = isSuppressedFor(options) ? " Small numbers are suppressed." : "";
  return `${FOR[options.audience]}${small}`;
}
