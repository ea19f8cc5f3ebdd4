/** All that could be wrong before a build, what weighs most first. */
import type { WorkbookValues } from "../../cells/worksheet";
import type { Finding, MonthQuestion } from "../../findings";
import type { IndicatorId } from "../../indicators/ids";
import type { ClinicReport, HistoryRow } from "../../report";
import { LISTS } from "../../lists/lists";
import { createBreaks } from "../../past/breaks";
import { seriesOfTeams } from "../../past/seriesOfTeams";
import { createSuccession } from "../../teams/succession";
import type { Counted } from "../count";
import type { ValuesOf } from "../months";
import { extractsAfterMonthEnd } from "./afterMonthEnd";
import { bigChanges } from "./bigChanges";
import { latestDatesNotKept } from "./latestDatesNotKept";
import { listsEndEarly } from "./listsEndEarly";
import { pastRecounted } from "./pastRecounted";
import { olderSheetsRead, sheetsNotRead } from "./sheetsNotRead";
import { stockAndFlow } from "./stockAndFlow";
import { targetsNotAgreed } from "./targets";
import { teamsLeftOut } from "./teamsLeftOut";
import { teamsSpeltAlike } from "./teamsSpeltAlike";

export interface Searched {
  readonly values: WorkbookValues;
  readonly counted: Counted;
  readonly valuesOf: ValuesOf;
  readonly monthQuestion: MonthQuestion | null;
  readonly targetsToAgree: readonly IndicatorId[];
  readonly usualChanges: ClinicReport["usualChanges"];
  /** As it stands after the build. */
  readonly history: readonly HistoryRow[];
  /** Serial. */
  readonly today: number;
}

/** Pauses between the checks. */
export function* findFindings(search: Searched): Generator<void, readonly Finding[]> {
  const { values, counted, valuesOf, monthQuestion, targetsToAgree, today, usualChanges, history } = search;
  const { settings, recognition, lists, past, month, events, terms, eventful } = counted;
  const { date1904 } = values;
  const succession = createSuccession(settings.teams);
  const tables = [...month.tables.values()].filter(({ entry }) => !entry.own);
  const read = LISTS.flatMap(({ id }) => lists.get(id) ?? []);
  const sheets = [sheetsNotRead(counted.extractsNotRead), ...olderSheetsRead(recognition, today, date1904)];
  yield;
  const late = extractsAfterMonthEnd(tables, events, terms, today);
  yield;
  const recounted = yield* pastRecounted(
    settings.catalogue,
    { get: lists.get, own: counted.own },
    past,
    terms,
    settings.month,
  );
  const findings: readonly (Finding | null)[] = [
    monthQuestion,
    ...sheets,
    late,
    latestDatesNotKept(month.notKept, { month: settings.month, monthOfExtracts: counted.monthOfExtracts }),
    listsEndEarly(read, today),
    teamsLeftOut(tables, terms, counted.teamsAreGuessed),
    teamsSpeltAlike(read, settings.teams, counted.teamsAreGuessed),
    bigChanges({
      catalogue: settings.catalogue,
      valuesOf,
      usualChanges,
      month: settings.month,
      breakAt: createBreaks(history, succession),
    }),
    stockAndFlow({
      lists: eventful,
      month,
      valuesOf,
      history: seriesOfTeams(past.history, succession),
      terms,
      reportingMonth: settings.month,
    }),
    recounted,
    targetsNotAgreed(targetsToAgree),
  ];
  return findings.filter((finding) => finding !== null);
}
