/**
 * What an indicator of the council's own would come to, before its row is saved: counted by the build's own steps from the
 * workbook as it would be then.
 */
import type { WorkbookValues } from "../../cells/worksheet";
import { createIssueLog } from "../../issues/issueLog";
import type { Rag } from "../../measures/terms";
import { readSettings } from "../../settings/readSettings";
import { countInSteps, type Counted } from "../count";
import { settingsOf } from "../monthFigures";
import { teamsByName, teamTables } from "../teamCounts";
import { withDraft, type DraftFault, type MeasureDraft } from "./measureDraft";
import { previewRows, type PreviewRow, type RowsCounted } from "./previewRows";

export type { PreviewRow };

/** Of a count the numerator is the count, and there is no denominator. */
export interface PreviewFigure {
  readonly numerator: number;
  readonly denominator: number | null;
  /** 0–100, unrounded; null of a count, and where there is nothing to divide by. */
  readonly percent: number | null;
}

export interface PreviewFigures {
  /** "2023-07" */
  readonly month: string;
  readonly teams: readonly (PreviewFigure & { readonly team: string })[];
  readonly total: PreviewFigure & { readonly rag: Rag | null };
  /** As Clinic Definitions would have it. */
  readonly rule: string;
  /** ClinicTargets says No under Show: the pack leaves it out. */
  readonly isSwitchedOff: boolean;
  readonly rows: RowsCounted;
  /** Dates that cannot be read, and rows taken for notes, on the sheets that it is counted from. */
  readonly unread: readonly { readonly message: string; readonly cells: number }[];
}

export interface MeasurePreview {
  readonly faults: readonly DraftFault[];
  /** null while something is wrong: a fault, or `reason`. */
  readonly figures: PreviewFigures | null;
  /** Why there is no figure, where no field is at fault: a plain sentence. */
  readonly reason: string | null;
}

/** @param today serial. */
export function* previewInSteps(
  values: WorkbookValues,
  draft: MeasureDraft,
  today: number,
): Generator<string, MeasurePreview> {
  const drafted = withDraft(values, draft);
  const log = createIssueLog();
  const { measures } = readSettings(drafted.values.settings, log, values.date1904);
  const wrong = [...drafted.lacking, ...drafted.faults(log.issues())];
  const isRead = measures.some(({ id }) => id === draft.entries.ID);
  if (!isRead || wrong.some(isError)) return { faults: wrong, figures: null, reason: null };
  const counted = yield* countInSteps(drafted.values, today);
  const faults = [...drafted.lacking, ...drafted.faults(counted.log.issues())];
  yield "Finding rows to show";
  const figures = figuresOf(counted, draft.entries.ID, isSwitchedOff(values, draft), values.date1904);
  if (typeof figures !== "string") return { faults, figures, reason: null };
  return { faults, figures: null, reason: faults.some(isError) ? null : figures };
}

function isError({ severity }: DraftFault): boolean {
  return severity === "error";
}

/** The draft itself is counted as one that is shown. */
function isSwitchedOff({ settings, date1904 }: WorkbookValues, { was }: MeasureDraft): boolean {
  const { targets } = readSettings(settings, createIssueLog(), date1904);
  return [...targets].some(([id, { isShown }]) => id === was && isShown === false);
}

/** Or why there are none. */
function figuresOf(
  counted: Counted,
  id: string,
  switchedOff: boolean,
  date1904: boolean,
): PreviewFigures | string {
  const { settings, month, own } = counted;
  const entry = settings.catalogue.all.find((each) => each.id === id);
  const list = own(`own ${id}`);
  if (!entry?.own) return "This indicator cannot be read.";
  if (typeof list === "string") return list;
  const figure = month.figures.get(entry.id);
  if (!figure || figure.unavailable !== null) return figure?.unavailable ?? "There is no figure.";
  const inForce = settingsOf(settings, entry);
  const counts = entry.family === "by team" ? month.tables.get(entry.id) : undefined;
  const rows = previewRows(entry, entry.own, list, counted.terms, inForce, date1904);
  const [table] = counts ? teamTables([counts], settings.teams) : [];
  return {
    month: settings.month,
    teams: table
      ? table.rows.map(({ team, numerator, denominator, percent }) => ({
          team,
          numerator,
          denominator,
          percent,
        }))
      : teamsByName(settings.teams).flatMap((code) => {
          const numerator = rows.byTeam[code] ?? 0;
          const team = settings.teams[code]?.name ?? "";
          return numerator === 0 ? [] : [{ team, numerator, denominator: null, percent: null }];
        }),
    total: {
      numerator: figure.numerator ?? 0,
      denominator: figure.denominator,
      percent: entry.kind === "percent" ? figure.value : null,
      rag: table?.total.rag ?? null,
    },
    rule: entry.rule(inForce),
    isSwitchedOff: switchedOff,
    rows,
    unread: counted.log
      .issues()
      .filter(({ code, sheet }) => UNREAD.has(code) && list.sheets.includes(sheet))
      .map(({ message, cells }) => ({ message, cells: cells.length })),
  };
}

const UNREAD: ReadonlySet<string> = new Set(["unreadable-date", "note-row-skipped"]);
