import { findPages } from "../../scripts/drawPack";

test("finds the first printed page of each of the pack's sheets, after the extracts", () => {
  const texts = [
    "Caseloads of the year\nan extract",
    "\n Assurance Clinic – July 2023\nFigures",
    "Context of Demand\n",
    "Caseloads – highlighting those at 20 or over\n",
    "Out of time\nall of them",
    "Indicator   Team",
    "Definitions",
    "",
  ];
  expect(findPages(texts)).toEqual([
    { page: "summary", number: 2 },
    { page: "demand", number: 3 },
    { page: "caseloads", number: 4 },
    { page: "out-of-time", number: 5 },
    { page: "definitions", number: 7 },
  ]);
});

test("says so when there is no pack in the workbook", () => {
  expect(() => findPages(["Contacts", ""])).toThrow(/no Clinic Summary/);
});
