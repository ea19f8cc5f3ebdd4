/** The workbook behind a slide's chart, so that "Edit data" opens: months, the figures, the target. Nothing else is in it. */
import type { LineChartCells } from "../lineChart";
import {
  newPackage,
  OFFICE_RELATIONSHIPS,
  setContentType,
  writePart,
  writeRelationships,
} from "../openxml/package";
import { textForFile } from "../openxml/text";
import { element, textNode, type XmlNode } from "../openxml/xml";
import { packageBytes } from "../openxml/zip";
import type { ChartFrame } from "./slidePlan";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const WORKBOOK_TYPE = `${TYPE}.sheet`;
const SHEET = "Figures";
const TARGET = "Target";

/** How the chart refers to its workbook. */
export function chartDataCells(frame: ChartFrame): LineChartCells {
  const last = frame.months.length + 1;
  const body = (column: string) => `${SHEET}!$${column}$2:$${column}$${last}`;
  const numbers = (column: string, values: readonly (number | null)[]) => ({
    kind: "numbers" as const,
    formula: body(column),
    numberFormat: frame.numberFormat,
    values,
  });
  const heading = (column: string, text: string) => ({
    kind: "words" as const,
    formula: `${SHEET}!$${column}$1`,
    values: [text],
  });
  return {
    months: { kind: "words", formula: body("A"), values: frame.months },
    name: heading("B", frame.figureName),
    figures: numbers("B", frame.figures),
    targetName: heading("C", TARGET),
    target: numbers("C", frame.targets),
  };
}

export function chartWorkbook(frame: ChartFrame): Uint8Array {
  const target = newPackage();
  const rows: readonly (readonly (string | number | null)[])[] = [
    ["Month", frame.figureName, ...(frame.look.hasTarget ? [TARGET] : [])],
    ...frame.months.map((month, i) => [
      month,
      frame.figures[i] ?? null,
      ...(frame.look.hasTarget ? [frame.targets[i] ?? null] : []),
    ]),
  ];
  setContentType(target, "xl/workbook.xml", `${TYPE}.sheet.main+xml`);
  setContentType(target, "xl/worksheets/sheet1.xml", `${TYPE}.worksheet+xml`);
  writePart(
    target,
    "xl/workbook.xml",
    element("workbook", { xmlns: MAIN, "xmlns:r": OFFICE_RELATIONSHIPS }, [
      element("sheets", {}, [element("sheet", { name: SHEET, sheetId: 1, "r:id": "rId1" })]),
    ]),
  );
  writePart(
    target,
    "xl/worksheets/sheet1.xml",
    element("worksheet", { xmlns: MAIN }, [element("sheetData", {}, rows.map(rowNode))]),
  );
  writeRelationships(target, "xl/workbook.xml", [
    { id: "rId1", type: "worksheet", target: "xl/worksheets/sheet1.xml", external: false },
  ]);
  writeRelationships(target, "", [
    { id: "rId1", type: "officeDocument", target: "xl/workbook.xml", external: false },
  ]);
  return packageBytes(target);
}

function rowNode(cells: readonly (string | number | null)[], row: number): XmlNode {
  return element(
    "row",
    { r: row + 1 },
    cells.map((content, column) => {
      const r = `${"ABC"[column] ?? ""}${row + 1}`;
      if (content === null) return null;
      return typeof content === "number"
        ? element("c", { r }, [element("v", {}, [textNode(String(content))])])
        : element("c", { r, t: "inlineStr" }, [
            element("is", {}, [element("t", {}, [textNode(textForFile(content))])]),
          ]);
    }),
  );
}
