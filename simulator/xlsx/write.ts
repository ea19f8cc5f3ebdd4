import type { Workbook } from "../model/workbook";
export function writeXlsx(_workbook: Workbook): Promise<Uint8Array> {
  throw new Error("Not yet written.");
}
