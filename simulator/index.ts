/** Excel for machines without Excel: what tests, the command line and benches use of it. */
export { newWorkbook, openWorkbook, simulatedExcel, type SimulatedExcel } from "./node";
export type { Workbook } from "./model/workbook";
export { UnreadableWorkbook } from "./xlsx/unreadable";
