import { ClinicError } from "./host/clinicError";

/** Told after a build that is whole in all but how it prints. */
export function paperRefused(): ClinicError {
  return new ClinicError(
    "The pack is built, but Excel refused its page setup, so it may not print one page wide.",
    "Choose another printer (Save as PDF will do) and build again, or set the pages up under Page Layout.",
    "Code PageSetupRefused, while writing the pack.",
  );
}
