import type { RivalFigures, RivalWorkbook } from "./shapes";

export function figures(workbook: RivalWorkbook): RivalFigures;
