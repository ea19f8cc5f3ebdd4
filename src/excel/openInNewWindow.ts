/** A workbook handed to Excel as bytes, opened in a window of its own: unsaved, and beside this one. */
import { ClinicError } from "./host/clinicError";
import { explainError } from "./host/excelError";

/** Bytes at a time: String.fromCharCode takes only so many arguments. */
const SLICE = 0x8000;

/**
 * Excel answers before the window is there, and says nothing where a blocked window never comes (office-js #3646): what
 * is done is "asked for", never "opened". Throws ClinicError where this Excel cannot (before ExcelApi 1.8) or refuses.
 */
export async function openInNewWindow(bytes: Uint8Array): Promise<void> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.8"))
    throw new ClinicError(
      "This Excel cannot open a new window for the add-in.",
      "Choose Download instead.",
      "ExcelApi 1.8 is not supported.",
    );
  let text = "";
  for (let at = 0; at < bytes.length; at += SLICE)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  try {
    await Excel.createWorkbook(btoa(text));
  } catch (error) {
    throw explainError(error, { step: "asking for a new window", sheet: null });
  }
}
