/** The ribbon's buttons. They run in the runtime that the pane and the worksheet functions share. */
import { CannotBuild } from "../clinic/cannotBuild";
import { ClinicError } from "../excel/host/clinicError";
import { toldAfterBuild } from "../excel/toldAfterwards";
import { sendPaneTo, tellPane } from "../excel/paneMessage";

/**
 * "Build clinic tables": builds with the settings as they are saved; the pane opens only when something stands in the
 * way, or when a published month would be replaced and a yes is wanted.
 */
export async function buildClinicTables(event: Pick<Office.AddinCommands.Event, "completed">): Promise<void> {
  try {
    // Loaded when it is wanted: the pane and the worksheet functions start without it.
    const { buildClinic } = await import("../excel/buildClinic");
    const outcome = await buildClinic();
    // No reason to open the pane: it says so when it is next looked at.
    const told = outcome.state === "complete" ? toldAfterBuild(outcome) : null;
    if (told) tellPane(told);
    if (outcome.state !== "month-to-confirm") return;
    sendPaneTo("build");
    await showPane();
  } catch (error) {
    await showProblem(error);
  } finally {
    event.completed();
  }
}

Office.actions.associate(
  "buildClinicTables",
  (event: Office.AddinCommands.Event) => void buildClinicTables(event),
);

async function showProblem(error: unknown): Promise<void> {
  tellPane(problemOf(error));
  await showPane();
}

/** The pane says what happened. Where it cannot be shown there is nothing else to say it with. */
async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch {
    return;
  }
}

function problemOf(error: unknown): ClinicError {
  if (error instanceof ClinicError) return error;
  if (error instanceof CannotBuild) {
    return new ClinicError(
      error.message,
      "Open the pane's Extracts step to see what was found.",
      "Code CannotBuild.",
    );
  }
  return new ClinicError(
    "The clinic tables could not be built.",
    "Try again from the pane; if it happens again, send these details to your support desk.",
    `Code ${error instanceof Error ? error.name : "Unknown"}, while building from the ribbon.`,
  );
}
