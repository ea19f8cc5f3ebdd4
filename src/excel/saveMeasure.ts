/** The pane's form "Add an indicator": one row of ClinicMeasures, and the timescale in its row of ClinicTargets (SPEC §3). */
import { numberOrText, withDraft, type MeasureDraft } from "../clinic/calculate/preview/measureDraft";
import { createIssueLog } from "../clinic/issues/issueLog";
import { readSettings } from "../clinic/settings/readSettings";
import { startingTarget } from "../clinic/settings/settingsRows";
import { type Saved, saveSettings } from "./saveSettings";
import type { NewRow, SettingsEdit } from "./settingsEdits";

/**
 * A new row, or the one of the ID that it had. The analyst's other columns and rows stay; a filter that would hide the row is
 * cleared. Throws ClinicError, also where the row has been changed by somebody else since.
 */
export function saveMeasure(draft: MeasureDraft): Promise<Saved> {
  const { Timescale, Unit, ...entries } = draft.entries;
  const { ID: id } = entries;
  const set = (heading: "Timescale" | "Unit", text: string): SettingsEdit[] =>
    text === "" ? [] : [{ act: "set", table: "ClinicTargets", key: id, heading, value: numberOrText(text) }];
  return saveSettings(
    [
      { act: "put-row", table: "ClinicMeasures", key: draft.was, entries },
      ...set("Timescale", Timescale),
      ...set("Unit", Unit),
    ],
    startsAs(draft),
  );
}

/** The row of ClinicTargets that a build would add: its other cells left blank would mean none. */
function startsAs(draft: MeasureDraft): NewRow {
  const { values } = withDraft(
    { sheets: [], settings: [], history: null, choices: {}, date1904: false },
    draft,
  );
  const { catalogue } = readSettings(values.settings, createIssueLog(), false);
  const entry = catalogue.all.find(({ id }) => id === draft.entries.ID);
  return (table) => (table === "ClinicTargets" && entry ? startingTarget(entry) : {});
}
