/** Targets that nobody has agreed yet: they stand at the add-in's starting value, and their note still asks to confirm it. */
import type { TableValues } from "../cells/worksheet";
import { cellText, nameKey } from "../cells/names";
import { INDICATORS } from "../indicators/catalogue";
import { indicatorOf } from "../indicators/catalogue";
import type { IndicatorId } from "../indicators/ids";
import type { ClinicSettings } from "./settings";
import { settingsTable } from "../entries/settingsTable";

/** How a note of ClinicTargets says so; the analyst clears or changes it once the target is agreed. */
const ASKS_TO_CONFIRM = "startingvalueconfirm";

/** @param table ClinicTargets; null before the first build, when nobody has agreed a starting value yet. */
export function targetsToAgree(
  table: TableValues | null,
  { indicators }: Pick<ClinicSettings, "indicators">,
): readonly IndicatorId[] {
  const agreed = table === null ? new Set<IndicatorId>() : agreedIn(table);
  return INDICATORS.filter(({ id, defaults }) => {
    const target = indicators.get(id)?.target ?? null;
    if (target === null || target !== defaults.target || defaults.targetIsPublished) return false;
    return !agreed.has(id);
  }).map(({ id }) => id);
}

/**
 * Those whose row no longer asks. One without a row, as a build that was stopped leaves it, is agreed by nobody. The note may
 * be in any column: it is the analyst's to name.
 */
function agreedIn(values: TableValues): ReadonlySet<IndicatorId> {
  const table = settingsTable(values);
  const agreed = new Set<IndicatorId>();
  for (const row of table.filledRows) {
    const id = indicatorOf(cellText(table.value(row, "ID")));
    const asks = values.headings.some(
      (heading) => nameKey(cellText(table.value(row, heading))) === ASKS_TO_CONFIRM,
    );
    if (id !== null && !asks) agreed.add(id);
  }
  return agreed;
}
