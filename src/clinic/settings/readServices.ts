/** ClinicServices (SPEC §3): which caseload tables a service has, and which services' CIN plans are "CWD". */
import { nameKey } from "../cells/names";
import {
  addIssue,
  queryEntry,
  isBlankEntry,
  textEntry,
  ABOVE_ZERO,
  numberEntry,
  wordEntry,
  type EntryPlace,
  YES_NO,
} from "../entries/entries";
import type { SettingsTable } from "../entries/settingsTable";
import type { IssueLog } from "../issues/issueLog";
import type { CaseloadsShown, ClinicService } from "../teams/service";

/** A row of ClinicStatuses. */
export interface ClinicStatus {
  /** Qualifying status as typed. Compare by `nameKey`. */
  readonly status: string;
  /** null = the option's. */
  readonly highlightAt: number | null;
}

const CASELOADS: ReadonlyMap<string, CaseloadsShown> = new Map<string, CaseloadsShown>([
  ["onetable", "one table"],
  ["one", "one table"],
  ["table", "one table"],
  ["yes", "one table"],
  ["bylocality", "by locality"],
  ["locality", "by locality"],
  ["localities", "by locality"],
  ["none", "none"],
  ["no", "none"],
]);

export function readServices(table: SettingsTable, log: IssueLog): readonly ClinicService[] {
  return eachNamed(table, "Service", "the service’s name", log, (name, at): ClinicService => ({
    name,
    caseloads: wordEntry(at("Caseloads"), CASELOADS, "one table, by locality or none") ?? "none",
    title: textEntry(at("Title")) ?? `Caseloads in ${name}`,
    isDisabledChildren: wordEntry(at("Disabled children"), YES_NO, "Yes or No") ?? false,
  }));
}

export function readStatuses(table: SettingsTable, log: IssueLog): readonly ClinicStatus[] {
  const read = (status: string, at: (heading: string) => EntryPlace): ClinicStatus => {
    const limit = { ...at("Highlight at or above"), otherwise: "the option’s number is used instead" };
    queryStraySpaces(at("Qualifying Status"), status);
    return { status, highlightAt: numberEntry(limit, ABOVE_ZERO) ?? null };
  };
  return eachNamed(table, "Qualifying Status", "the status", log, read, statusKey);
}

/** Live formulas find a status as Excel compares texts: any case, but not with other spaces. */
export function statusKey(status: string): string {
  return status.toLowerCase();
}

function queryStraySpaces(place: EntryPlace, status: string): void {
  if (place.table.value(place.row, place.heading) === status) return;
  queryEntry(
    place,
    "status-with-spaces",
    "This status has spaces at its ends or more than one in a row, so that the workbook’s formulas do not find it.",
    "Type it again as the extract has it.",
  );
}

/** A row for each name; of two alike the higher. */
function eachNamed<Row>(
  table: SettingsTable,
  heading: string,
  expected: string,
  log: IssueLog,
  read: (name: string, at: (heading: string) => EntryPlace) => Row,
  keyOf: (name: string) => string = nameKey,
): readonly Row[] {
  const rows: Row[] = [];
  const met = new Set<string>();
  for (const row of table.filledRows) {
    const at = (of: string): EntryPlace => ({ table, row, heading: of, name: of, log });
    const place = { ...at(heading), otherwise: "the row is not used" };
    const name = textEntry(place);
    if (name === undefined) {
      if (!isBlankEntry(place)) continue;
      addIssue(
        place,
        "error",
        "wrong-setting",
        `${heading} is blank, so the row is not used.`,
        `Type ${expected}.`,
      );
    } else if (met.has(keyOf(name))) {
      const message = `This ${heading.toLowerCase()} is in two rows; the first is used.`;
      addIssue(place, "error", "wrong-setting", message, "Delete one of the two rows.");
    } else {
      met.add(keyOf(name));
      rows.push(read(name, at));
    }
  }
  return rows;
}
