/** The sheet Past Figures with nothing in it yet: the indicators and the twelve months before the reporting month. */
import { addMonths, monthInWords, MONTHS_SHOWN, monthsUpTo } from "../calendar/months";
import type { CellValue } from "../cells/worksheet";
import type { Catalogue } from "../indicators/catalogue";
import type { Team } from "../teams/team";

/** The reporting month itself comes from the extracts. */
const MONTHS = MONTHS_SHOWN - 1;

/** wide = a row for each indicator; "by team" = and a row for each clinic team of each indicator by team. */
export type PastFiguresShape = "wide" | "by team";

/** Headings and rows, as SPEC §2 reads them again; a blank Team is all teams. */
export function pastFiguresSheet(
  shape: PastFiguresShape,
  month: string,
  teams: readonly Pick<Team, "name" | "inClinicTables">[],
  { entries }: Pick<Catalogue, "entries">,
): readonly (readonly CellValue[])[] {
  const months = monthsUpTo(addMonths(month, -1), MONTHS).map(monthInWords);
  const blank = months.map(() => "");
  if (shape === "wide")
    return [["Indicator", ...months], ...entries.map(({ wording }) => [wording, ...blank])];
  const inTables = teams.filter(({ inClinicTables }) => inClinicTables).map(({ name }) => name);
  const rows = entries.flatMap(({ wording, family }) =>
    (family === "by team" ? ["", ...inTables] : [""]).map((team) => [wording, team, ...blank]),
  );
  return [["Indicator", "Team", ...months], ...rows];
}
