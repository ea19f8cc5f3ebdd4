/** Errors of the add-in that speak to an analyst, as errors of the command line. */
import { CannotBuild } from "../../src/clinic/cannotBuild";
import { ClinicError } from "../../src/excel/host/clinicError";
import { UnusableInput } from "./files";

export async function plainly<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (fault) {
    if (fault instanceof CannotBuild) throw new UnusableInput(fault.message, { cause: fault });
    if (fault instanceof ClinicError)
      throw new UnusableInput(`${fault.message} (${fault.details})`, { cause: fault });
    throw fault;
  }
}
