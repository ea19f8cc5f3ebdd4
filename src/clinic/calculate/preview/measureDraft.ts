/** A council's own indicator as the pane's form holds it, before it is saved: a row of ClinicMeasures, and its timescale. */
import { nameKey, cellText } from "../../cells/names";
import type { CellValue, TableValues, WorkbookValues } from "../../cells/worksheet";
import { settingsTable } from "../../entries/settingsTable";
import { CLINIC_MEASURES } from "../../extracts/setupNames";
import type { MeasureColumn } from "../../indicators/own/measureRows";
import type { DataIssue } from "../../issues/dataIssue";
import { SETTINGS_SHEET, SETTINGS_TABLES, SETUP_SHEET } from "../../settings/settingsTables";
import { NO_TIMESCALE } from "../own/ownRows";

/** Columns of the form: those of ClinicMeasures, and two of the indicator's row of ClinicTargets. */
export type DraftColumn = MeasureColumn | "Timescale" | "Unit";

export interface MeasureDraft {
  /** The ID of the row that it changes; null = a new row. */
  readonly was: string | null;
  /** As typed; "" = blank. */
  readonly entries: Readonly<Record<DraftColumn, string>>;
}

/** What is wrong in a field, in the words of the row's data issue. */
export interface DraftFault {
  readonly severity: DataIssue["severity"];
  readonly column: DraftColumn;
  readonly message: string;
  readonly fix: string;
}

export interface DraftedWorkbook {
  readonly values: WorkbookValues;
  /** Columns that hold an entry and that the table in the workbook does not have. */
  readonly lacking: readonly DraftFault[];
  /** The issues at the draft's own cells. */
  faults(issues: readonly DataIssue[]): readonly DraftFault[];
}

/** The workbook as it would be with the draft saved. Nothing is written. */
export function withDraft(values: WorkbookValues, draft: MeasureDraft): DraftedWorkbook {
  const { Timescale, Unit, ...row } = draft.entries;
  const measures = withRow(values, "ClinicMeasures", draft.was ?? "", row);
  const targets = withRow(values, "ClinicTargets", draft.entries.ID, {
    ID: draft.entries.ID,
    Timescale: numberOrText(Timescale),
    Unit,
    // One that is switched off has a figure in the form all the same.
    Show: "",
  });
  const isTimed = Timescale !== "" || Unit !== "" || targets.stood;
  const drafted = [measures, ...(draft.entries.ID !== "" && isTimed ? [targets] : [])];
  const names = new Set(drafted.map(({ table }) => nameKey(table.name)));
  const others = values.settings.filter(({ name }) => !names.has(nameKey(name)));
  return {
    values: { ...values, settings: [...others, ...drafted.map(({ table }) => table)] },
    lacking: CLINIC_MEASURES.filter((column) => row[column] !== "" && !measures.has(column)).map(
      (column): DraftFault => ({
        severity: "error",
        column,
        message: `The table ClinicMeasures has no column “${column}”.`,
        fix: "Type this heading beside the last one of the table.",
      }),
    ),
    faults: (issues) => [
      ...faultsAt(issues, measures, CLINIC_MEASURES),
      ...faultsAt(issues, targets, ["Timescale", "Unit"]),
    ],
  };
}

/** Numbers go into Excel as numbers; other text is left for the reader of the table to refuse. */
export function numberOrText(text: string): string | number {
  const trimmed = text.trim();
  return trimmed !== "" && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

interface DraftedTable {
  readonly table: TableValues;
  /** Whether the table has had a row of the ID before. */
  readonly stood: boolean;
  /** Address of the draft's cell. */
  address(column: string): string;
  has(column: string): boolean;
}

const NEW_TABLES = {
  ClinicMeasures: { headings: CLINIC_MEASURES, sheet: SETUP_SHEET },
  ClinicTargets: { headings: SETTINGS_TABLES.ClinicTargets, sheet: SETTINGS_SHEET },
} as const;

/** The table with these entries in the row of the ID, or in a row of their own below; other cells of the row stay. */
function withRow(
  { settings }: WorkbookValues,
  name: keyof typeof NEW_TABLES,
  id: string,
  entries: Readonly<Partial<Record<string, CellValue>>>,
): DraftedTable {
  const standing: TableValues = settings.find((each) => nameKey(each.name) === nameKey(name)) ?? {
    ...NEW_TABLES[name],
    name,
    headerRow: 2,
    firstColumn: 0,
    rows: [],
  };
  const view = settingsTable(standing);
  const found = id === "" ? -1 : standing.rows.findIndex((_, row) => cellText(view.value(row, "ID")) === id);
  const at = found >= 0 ? found : standing.rows.length;
  const cells = standing.headings.map((heading, column) => {
    const drafted = Object.entries(entries).find(([each]) => nameKey(each) === nameKey(heading))?.[1];
    return drafted ?? standing.rows[at]?.[column] ?? "";
  });
  const rows = [...standing.rows.slice(0, at), cells, ...standing.rows.slice(at + 1)];
  const table: TableValues = { ...standing, rows };
  const { has, address } = settingsTable(table);
  return { table, stood: found >= 0, has, address: (column) => address(at, column) };
}

function faultsAt(
  issues: readonly DataIssue[],
  { table, address, has }: DraftedTable,
  columns: readonly DraftColumn[],
): readonly DraftFault[] {
  return issues.flatMap(({ severity, sheet, cells, message, fix }): DraftFault[] => {
    if (sheet !== table.sheet) return [];
    const column = columns.find((each) => has(each) && cells.includes(address(each)));
    if (column === undefined) return [];
    if (message === NO_TIMESCALE)
      return [{ severity, column: "Timescale", message, fix: "Type a whole number, 1 or more." }];
    return [{ severity, column, message, fix }];
  });
}
