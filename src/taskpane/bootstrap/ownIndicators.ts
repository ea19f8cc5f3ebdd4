/** The council's own indicators for the pane's form: what it chooses from, the rows that are there, and the preview. */
import { ownDefaults } from "../../clinic/calculate/own/ownDefaults";
import { previewInSteps } from "../../clinic/calculate/preview/previewMeasure";
import { childHeaderRow } from "../../clinic/calculate/own/ownSheet";
import { cellText } from "../../clinic/cells/names";
import type { SheetValues } from "../../clinic/cells/worksheet";
import { settingsTable, type SettingsTable } from "../../clinic/entries/settingsTable";
import type { SheetMatch } from "../../clinic/extracts/recognition";
import { CLINIC_MEASURES } from "../../clinic/extracts/setupNames";
import { headingsSeen } from "../../clinic/extracts/suggestColumns";
import { TEAM_PAGES } from "../../clinic/indicators/catalogue";
import { columnSpec, listSpec } from "../../clinic/lists/lists";
import type { EnteredSettings } from "../../clinic/settings/readSettings";
import { clockNow } from "../../excel/buildClinic";
import { runInSlices } from "../../excel/host/breathe";
import type { Inspection } from "../../excel/inspectWorkbook";
import type { IndicatorsFound, IndicatorSource, MeasureDraft, MeasurePreview } from "../ports";
import { fewWords } from "./columnsToMatch";

export function indicatorsFound({
  values,
  recognition,
  entered,
}: Pick<Inspection, "values" | "recognition" | "entered">): IndicatorsFound {
  const lists = recognition.lists.flatMap(({ list, sheets }) => {
    const hasChild = columnSpec(list, "child") !== null && list !== "past-figures";
    return hasChild ? [listSource(sheets, values.date1904)].flatMap((source) => source ?? []) : [];
  });
  const read = new Set(recognition.lists.flatMap(({ sheets }) => sheets.map(({ sheet }) => sheet.name)));
  const sheets = values.sheets
    .filter(({ name }) => !read.has(name))
    .flatMap((sheet) => sheetSource(sheet, values.date1904));
  const ownPages = entered.measures.flatMap(({ page }) => page ?? []);
  return {
    sources: [...lists, ...sheets],
    pages: [...new Set([...TEAM_PAGES, ...ownPages].map(({ title }) => title))],
    standing: rowsOfMeasures(entered).map(({ id, table, row }) => standingDraft(id, table, row, entered)),
  };
}

/** Rows that can be told apart: those with an ID. What is wrong with a row does not matter here. */
export function rowsOfMeasures({ tables }: Pick<EnteredSettings, "tables">) {
  const found = tables.get("ClinicMeasures");
  const table = found && settingsTable(found);
  return (table?.filledRows ?? []).flatMap((row) => {
    const id = cellText(table?.value(row, "ID") ?? "");
    if (!table || id === "") return [];
    return [{ id, title: cellText(table.value(row, "Title")) || id, table, row }];
  });
}

function standingDraft(
  id: string,
  table: SettingsTable,
  row: number,
  { targets, catalogue, measures }: EnteredSettings,
): MeasureDraft {
  const typed = Object.fromEntries(
    CLINIC_MEASURES.map((column) => [column, cellText(table.value(row, column))]),
  );
  const read = measures.find((measure) => measure.id === id);
  // Words in any spelling that is read become those that the form offers.
  const entries = read
    ? {
        ...typed,
        Measure: read.measure,
        Counted: read.counted,
        Each: read.each,
        Chart: read.hasChart ? "Yes" : "No",
      }
    : typed;
  const entry = catalogue.all.find((each) => each.id === id);
  const target = entry && targets.get(entry.id);
  const timescale = target?.timescale === undefined ? "" : String(target.timescale);
  return {
    was: id,
    entries: { ...entries, Timescale: timescale, Unit: target?.unit ?? "" } as MeasureDraft["entries"],
  };
}

function listSource(sheets: readonly SheetMatch[], date1904: boolean): IndicatorSource | null {
  const [first] = sheets;
  if (!first) return null;
  const defaults = ownDefaults(first.list);
  const own = (key: keyof typeof defaults): string | null => {
    const column = defaults[key].find((each) => sheets.some(({ columns }) => columns.has(each)));
    return column === undefined ? null : (columnSpec(first.list, column)?.heading ?? null);
  };
  return {
    name: listSpec(first.list).name,
    from: "list",
    ...columnsOf(first.sheet, first.headerRow, date1904),
    ownColumns: { by: own("by"), start: own("start"), end: own("end"), team: own("team") },
  };
}

function sheetSource(sheet: SheetValues, date1904: boolean): IndicatorSource[] {
  const headerRow = childHeaderRow(sheet);
  if (headerRow === null) return [];
  const ownColumns = { by: null, start: null, end: null, team: null };
  return [{ name: sheet.name, from: "sheet", ...columnsOf(sheet, headerRow, date1904), ownColumns }];
}

function columnsOf(sheet: SheetValues, headerRow: number, date1904: boolean) {
  const seen = headingsSeen(sheet, headerRow, date1904);
  return {
    headings: seen.map(({ heading, look }) => ({
      heading,
      looks: look.inWords,
      holdsDates: look.kind === "dates",
    })),
    rowWords: seen.flatMap((heading) => fewWords(sheet, headerRow, heading)),
  };
}

/** Counted in slices, so that the pane answers meanwhile. Throws Cancelled. */
export function previewIndicator(
  { values }: Pick<Inspection, "values">,
  draft: MeasureDraft,
  signal: AbortSignal,
): Promise<MeasurePreview> {
  return runInSlices(previewInSteps(values, draft, Math.floor(clockNow())), () => undefined, signal);
}
