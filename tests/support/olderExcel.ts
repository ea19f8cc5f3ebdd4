import { isLaterThan, mannersNamed } from "../../simulator/model/manners";

/**
 * For a test of something that an older Excel does not have: where SIMULATED_EXCEL names one, the test runs with the
 * manners of the newest desktop instead. It is never left out.
 * @param excelApi the ExcelApi set that has it: "1.12".
 */
export function needsExcelApi(excelApi: string): void {
  const { excelApi: had } = mannersNamed(process.env["SIMULATED_EXCEL"]);
  if (isLaterThan(excelApi, had)) process.env["SIMULATED_EXCEL"] = "windows";
}
