/** What is said after a build or a save that is whole, and yet did not all go as the analyst would think. */
import { ClinicError } from "./host/clinicError";

/** Null for a build of which there is nothing more to say. */
export function toldAfterBuild(built: {
  readonly paperRefused: boolean;
  readonly filtersCleared: readonly string[];
}): ClinicError | null {
  const cleared = filtersCleared(built.filtersCleared);
  if (!built.paperRefused) return cleared;
  const sentence = "The pack is built, but Excel refused its page setup, so it may not print one page wide.";
  return new ClinicError(
    [sentence, cleared?.sentence ?? ""].join(" ").trim(),
    "Choose another printer (Save as PDF will do) and build again, or set the pages up under Page Layout.",
    "Code PageSetupRefused, while writing the pack.",
  );
}

/** Null where there was no filter to clear. `tables`: names of settings tables. */
export function filtersCleared(tables: readonly string[]): ClinicError | null {
  if (tables.length === 0) return null;
  const [what, were] = tables.length === 1 ? ["filter", "was"] : ["filters", "were"];
  return new ClinicError(
    `All is saved. The ${what} on ${tables.join(", ")} ${were} cleared, as rows had to be added.`,
    "If you need the rows hidden, choose the filter again on that sheet.",
    `Code FilterCleared, ${tables.join(", ")}.`,
  );
}
