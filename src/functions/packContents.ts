/** What was read of a built workbook → the figures, teams and allocations that the functions look up. */
import { monthEnd } from "../clinic/calendar/months";
import { readLists } from "../clinic/extracts/readLists";
import type { ReadList } from "../clinic/extracts/readList";
import { recogniseLists } from "../clinic/extracts/recognise";
import type { WorkbookValues } from "../clinic/cells/worksheet";
import type { Catalogue } from "../clinic/indicators/catalogue";
import type { IndicatorId } from "../clinic/indicators/ids";
import { createIssueLog } from "../clinic/issues/issueLog";
import { readPastFigures, type TeamFigure } from "../clinic/past/readPastFigures";
import type { HistoryRow } from "../clinic/report";
import { readSettings } from "../clinic/settings/readSettings";
import { resolveSettings } from "../clinic/settings/resolveSettings";
import type { IndicatorSettings } from "../clinic/indicators/indicatorSettings";
import type { Team } from "../clinic/teams/team";
import { createTeamDirectory } from "../clinic/teams/teams";

export interface PackContents {
  /** The month of the last build: "YYYY-MM". */
  readonly month: string;
  readonly date1904: boolean;
  /** Clinic History. */
  readonly history: readonly HistoryRow[];
  /** A total that Clinic History lacks, from Past Figures; percents 0–100; null = a gap. */
  pastTotal(indicator: IndicatorId, month: string): number | null;
  /** Past Figures of single teams, by the name that the sheet gives the team. */
  readonly pastOfTeams: readonly TeamFigure[];
  readonly catalogue: Catalogue;
  readonly indicators: ReadonlyMap<IndicatorId, IndicatorSettings>;
  /** The rows of ClinicTeams. */
  readonly teams: readonly Team[];
  /** Null when the workbook has no Allocations list; `teams` there has those met in it too. */
  readonly allocations: { readonly list: ReadList; readonly teams: readonly Team[] } | null;
}

/** The lists of which the functions read more than the pack's own sheets hold. */
export const LISTS_OF_THE_FUNCTIONS = ["allocations", "past-figures"] as const;

export function packContents(month: string, values: WorkbookValues): PackContents {
  const log = createIssueLog(); // the build has reported these already
  const { date1904, history } = values;
  const entered = readSettings(values.settings, log, date1904);
  const resolved = resolveSettings(entered, { latestActivityDate: null, today: monthEnd(month) }, log);
  const settings = { ...resolved, month };
  const ssdDay = { monthEnd: monthEnd(month), date1904 };
  const recognition = recogniseLists(values.sheets, values.choices, log, entered.columnMatches, ssdDay);
  const sheets = recognition.get("past-figures")?.sheets ?? [];
  const past = readPastFigures({ sheets, history, settings, date1904 }, log);
  const directory = createTeamDirectory(entered.teams);
  const list = readLists(recognition, directory, date1904, log, entered.words).get("allocations");
  list?.teams(); // so that the directory has met every team of the list
  return {
    month,
    date1904,
    history: past.history,
    pastTotal: past.value,
    pastOfTeams: past.ofTeams,
    catalogue: settings.catalogue,
    indicators: settings.indicators,
    teams: entered.teams,
    allocations: list && { list, teams: directory.teams },
  };
}
