/** Makes the tables of a narrow page wider, so that its charts have room and its sentence stands on the page. */
import type { SheetPlan } from "../plan";
import { columnPoints, widthBetween } from "./paper";
import type { PagePart } from "./part";
import { textWidth } from "./textWidth";

/** Points: about a sheet of A4 landscape at nine tenths of its size. */
const NARROWEST = 860;
/** A sentence that needs more runs on. */
const WIDEST = 1200;
const BESIDE_SENTENCE = 3;

/** All columns of tables grow alike; those between tables stay. `sentence`: what stands on the band, in bold. */
export function widen(body: SheetPlan, sentence: string): PagePart {
  const width = widthBetween(body, 0, body.print.lastColumn);
  const forSentence = columnPoints(textWidth(sentence, { weight: "bold", size: 11 }) + BESIDE_SENTENCE);
  const wanted = Math.max(NARROWEST, Math.min(WIDEST, forSentence));
  if (width >= wanted) return {};
  const columns = body.tables.flatMap(({ column, headings }) => headings.map((_, i) => column + i));
  const inTables = columns.reduce((sum, column) => sum + widthBetween(body, column, column), 0);
  const grown = 1 + (wanted - width) / inTables;
  return {
    columnWidths: Object.fromEntries(
      columns.map((column) => [column, Math.ceil((body.columnWidths[column] ?? 0) * grown * 2) / 2]),
    ),
  };
}
