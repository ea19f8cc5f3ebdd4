/** What the functions read of the workbook when the runtime starts: how it counts days, and nothing else. */
import { readDateSystem } from "./workbook";

void Office.onReady().then(({ host }) => {
  if (host === Office.HostType.Excel) readDateSystem();
});
