import { ClinicError } from "../../excel/host/clinicError";
import type { SampleSheet } from "../../excel/insertSample";
import type { SettingsEdit } from "../../excel/settingsEdits";

const ADDRESS = "assets/sample-extracts.json";

export interface SampleExtracts {
  readonly sheets: readonly SampleSheet[];
  /** What the made-up council would have typed on Clinic Settings: its name, month and population. */
  readonly settings: readonly SettingsEdit[];
}

/** The synthetic extracts, fetched from the add-in's own site when they are asked for. Throws ClinicError. */
export async function sampleExtracts(): Promise<SampleExtracts> {
  const answer = await fetch(ADDRESS).catch(() => null);
  if (answer === null || !answer.ok) {
    throw new ClinicError(
      "The sample extracts could not be fetched.",
      "Check that you are online, then try again.",
      `Code SampleNotFetched, status ${answer?.status ?? "none"}.`,
    );
  }
  return (await answer.json()) as SampleExtracts;
}
