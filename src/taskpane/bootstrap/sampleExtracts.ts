import { ClinicError } from "../../excel/clinicError";
import type { SampleSheet } from "../../excel/insertSample";

const ADDRESS = "assets/sample-extracts.json";

/** The synthetic extracts, fetched from the add-in's own site when they are asked for. Throws ClinicError. */
export async function sampleExtracts(): Promise<readonly SampleSheet[]> {
  const answer = await fetch(ADDRESS).catch(() => null);
  if (answer === null || !answer.ok) {
    throw new ClinicError(
      "The sample extracts could not be fetched.",
      "Check that you are online, then try again.",
      `Code SampleNotFetched, status ${answer?.status ?? "none"}.`,
    );
  }
  const { sheets } = (await answer.json()) as { readonly sheets: readonly SampleSheet[] };
  return sheets;
}
