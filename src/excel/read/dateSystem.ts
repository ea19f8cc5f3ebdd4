/** Which day the workbook calls 0. */
import { runInExcel } from "../host/run";

/** Whether its serials count from 1904. Throws ClinicError. */
export async function countsFrom1904(): Promise<boolean> {
  return runInExcel("asking for the date system", async (context) => {
    const newYear2000 = context.workbook.functions.date(2000, 1, 1);
    newYear2000.load("value");
    await context.sync();
    return isOf1904(newYear2000.value);
  });
}

/** 1 January 2000 is 36,526 days after 1900 began, 35,064 after 1904 did. */
export function isOf1904(newYear2000: number): boolean {
  return newYear2000 < 36_000;
}
