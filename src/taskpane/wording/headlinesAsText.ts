/** The headline figures as rows of tabs, to paste into a sheet, an e-mail or a document. */
import type { ResultsFound } from "../ports";
import { BREAK_MARK } from "../../pages/wording";
import { monthInWords } from "./dates";
import { changeText, figureText, ragWord, targetText } from "./figures";

export function headlinesAsText(results: ResultsFound): string {
  const heading = ["Indicator", monthInWords(results.month), "Target", "RAG", "Change from last month"];
  const rows = results.headlines.map(({ indicator, kind, value, previous, target, rag, breakReason }) => [
    indicator,
    figureText(value, kind),
    targetText(target, kind),
    ragWord(rag),
    breakReason === undefined ? (changeText(value, previous, kind) ?? "-") : BREAK_MARK,
  ]);
  return [heading, ...rows].map((row) => row.join("\t")).join("\n");
}
