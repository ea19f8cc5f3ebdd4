/** The headline figures as rows of tabs, to paste into a sheet, an e-mail or a document. */
import type { ResultsFound } from "../ports";
import { monthInWords } from "./dates";
import { changeText, figureText, ragWord, targetText } from "./figures";

export function headlinesAsText(results: ResultsFound): string {
  const heading = ["Indicator", monthInWords(results.month), "Target", "RAG", "Change from last month"];
  const rows = results.headlines.map(({ indicator, kind, value, previous, target, rag }) => [
    indicator,
    figureText(value, kind),
    targetText(target, kind),
    ragWord(rag),
    changeText(value, previous, kind) ?? "-",
  ]);
  return [heading, ...rows].map((row) => row.join("\t")).join("\n");
}
