/** Which sheet of the workbook a list of a file goes to. */
import { isBlank } from "../clinic/cells/cells";
import { nameKey } from "../clinic/cells/names";
import type { SheetValues } from "../clinic/cells/worksheet";
import { NO_NAME, plainSheetName } from "../clinic/extracts/headings";
import type { ColumnMatch } from "../clinic/extracts/columnMatches";
import type { Recognition, SheetMatch } from "../clinic/extracts/recognition";
import { HEADER_ROWS } from "../clinic/extracts/sheetFit";
import { listSpec } from "../clinic/lists/lists";
import type { Refusal } from "./fileSheets";
import { baseName, sheetNameFor } from "./grids";
import { headingsKey, type SourceList } from "./sourceList";

export type Target =
  | {
      readonly kind: "standing";
      readonly sheet: SheetValues;
      /** Index into `sheet.rows`. */
      readonly headerRow: number;
      /** How the sheet is read as the list; null where only its headings are the file's. */
      readonly match: SheetMatch | null;
    }
  | { readonly kind: "new"; readonly sheet: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface Workbook {
  /** Sheets that may be extracts. */
  readonly sheets: readonly SheetValues[];
  readonly recognition: Recognition;
  /** The rows of ClinicColumns. */
  readonly matches: readonly ColumnMatch[];
  /** Of every sheet, blank ones and the pack's own too. */
  readonly sheetNames: readonly string[];
}

export function targetOf(source: SourceList, workbook: Workbook): Target {
  return listTarget(source, workbook) ?? sameHeadings(source, workbook) ?? newSheet(source, workbook);
}

/** The sheet that the list is read from; of several, the one whose name is that of the file or its sheet. */
function listTarget({ match: own, sheet, file }: SourceList, { recognition }: Workbook): Target | null {
  const standing = own && recognition.get(own.list);
  if (!standing) return null;
  const names = [sheet.name, baseName(file.file)].map((name) => plainSheetName(name).bare);
  const all = [...standing.sheets, ...standing.otherCandidates];
  const named = all.find((match) => names.includes(plainSheetName(match.sheet.name).bare));
  const only = standing.sheets.length === 1 ? standing.sheets[0] : undefined;
  const found = named ?? only;
  if (!found)
    return { kind: "refused", refusal: readFromSeveral(standing.sheets.map((match) => match.sheet.name)) };
  if (isOtherPlans(own, found)) return null;
  return { kind: "standing", sheet: found.sheet, headerRow: found.headerRow, match: found };
}

/** Visits of one plan and visits of another stand on sheets of their own names: one does not replace the other. */
function isOtherPlans(source: SheetMatch, standing: SheetMatch): boolean {
  // Known by its matched headings alone, the file says nothing of its plans: it is what was matched.
  const isNamed = source.nameFit !== NO_NAME || source.constants.size > 0;
  if (!listSpec(source.list).byNameOnly || !isNamed) return false;
  return plainSheetName(source.sheet.name).bare !== plainSheetName(standing.sheet.name).bare;
}

/** A sheet with just these headings is last month's export of the same report, read as a list or not yet. */
function sameHeadings(source: SourceList, { sheets }: Workbook): Target | null {
  if (source.match) return null;
  const wanted = headingsKey(source.sheet.rows[source.headerRow] ?? []);
  const found = sheets.flatMap((sheet) => {
    const headerRow = sheet.rows.slice(0, HEADER_ROWS).findIndex((row) => headingsKey(row) === wanted);
    return headerRow < 0 ? [] : [{ kind: "standing" as const, sheet, headerRow, match: null }];
  });
  const names = [source.sheet.name, baseName(source.file.file)].map((name) => plainSheetName(name).bare);
  return (
    found.find(({ sheet }) => names.includes(plainSheetName(sheet.name).bare)) ??
    (found.length === 1 ? (found[0] ?? null) : null)
  );
}

function newSheet(source: SourceList, { sheetNames }: Workbook): Target {
  const name = nameOfNewSheet(source);
  const taken = sheetNames.find((standing) => standing.toLowerCase() === name.toLowerCase());
  return taken === undefined ? { kind: "new", sheet: name } : { kind: "refused", refusal: nameTaken(taken) };
}

/** The list's name; the file's where a name says more than the list: Ofsted's lists, visits of one plan, no list. */
function nameOfNewSheet({ match, sheet, file }: SourceList): string {
  if (match && !match.annexA && !listSpec(match.list).byNameOnly) return listSpec(match.list).name;
  const says = /^sheet\s*\d*$|^data$|^export$/i.test(sheet.name.trim()) || isBlank(nameKey(sheet.name));
  return sheetNameFor(says && !match ? baseName(file.file) : sheet.name);
}

function readFromSeveral(sheets: readonly string[]): Refusal {
  return {
    why: `The list is read from several sheets (${sheets.join(", ")}), and it is not clear which of them the file is.`,
    whatToDo: "Name the file after the sheet that it belongs to, then choose it again.",
  };
}

function nameTaken(sheet: string): Refusal {
  return {
    why: `The workbook has a sheet called “${sheet}” that is not read as this list.`,
    whatToDo: "Rename or delete that sheet, or put the list's headings on it, then choose the file again.",
  };
}
