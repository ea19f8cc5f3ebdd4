/** The file is no workbook that can be read. The message is a plain sentence for whoever gave it. */
export class UnreadableWorkbook extends Error {
  override readonly name = "UnreadableWorkbook";
}
