/** What the view needs to know of a workbook beyond its model: shown texts, rules that hold, charts' figures. */
import type { ChartModel } from "../../model/chart";
import type { Rule } from "../../model/rule";
import type { Cell, Sheet } from "../../model/sheet";
import type { Workbook } from "../../model/workbook";
import type { ChartFigures } from "./chartSvg";

export interface WorkbookReader {
  /** As the cell's number format shows its value. */
  text(workbook: Workbook, cell: Cell): string;
  /** The conditional formats that hold in a cell, the last to be laid over it last. */
  rulesThatHold(workbook: Workbook, sheet: Sheet, row: number, column: number): readonly Rule[];
  figures(workbook: Workbook, sheet: Sheet, chart: ChartModel): ChartFigures;
}
