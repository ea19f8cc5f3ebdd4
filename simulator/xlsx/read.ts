import type { Workbook } from "../model/workbook";
import { UnreadableWorkbook } from "./unreadable";
export function readXlsx(_bytes: Uint8Array): Promise<Workbook> {
  throw new UnreadableWorkbook("Not yet read.");
}
