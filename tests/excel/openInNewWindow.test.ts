import { newWorkbook } from "../../simulator/index";
import { openInNewWindow } from "../../src/excel/openInNewWindow";
import { managersCopy } from "../../src/files/managersCopy";
import { publishedReport } from "../support/publishedReport";
import { readCopy } from "../support/readCopy";

test("the copy that a new window is asked for is the file, whole", async () => {
  const excel = newWorkbook();
  excel.install();
  const bytes = managersCopy(publishedReport(), {
    audience: "clinic",
    suppressed: false,
    at: 45_152.4,
    withHistory: false,
  });
  await openInNewWindow(bytes);
  const [asked, ...others] = excel.workbook.windowsAskedFor;
  expect(others).toEqual([]);
  const got = new Uint8Array(Buffer.from(asked!, "base64"));
  expect(got).toEqual(bytes);
  expect(readCopy(got).book.SheetNames[0]).toBe("Clinic Summary");
});
