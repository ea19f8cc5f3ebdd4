/**
 * What the analyst is told when Excel or the workbook stands in the way. None of its texts quotes a cell:
 * Office's own messages can hold cell contents, so they are never passed on.
 */
export class ClinicError extends Error {
  override readonly name = "ClinicError";

  constructor(
    /** What is wrong, in one plain sentence. */
    readonly sentence: string,
    /** What to do about it, in one plain sentence. */
    readonly whatToDo: string,
    /** For a support desk, safe to copy: error code, our step, sheet name. */
    readonly details: string,
    /** What the analyst may do all the same, by a button. */
    readonly offer?: "build anyway",
  ) {
    super(`${sentence} ${whatToDo}`);
  }
}
