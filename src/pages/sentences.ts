/** The one sentence that matters on a page. Where it says a RAG word it is a formula, so that it stays true. */
import { inSentence } from "../clinic/cells/names";
import type { TeamTableId } from "../clinic/indicators/ids";
import type { ClinicReport, TeamTable } from "../clinic/report";
import type { CellContent } from "./plan";
import { quoted, tableName, totalOf } from "./references";
import { NONE, RAG_WORDS, figureText, ragWord, wholeNumber } from "./wording";

/** "Completed within 20 days: 27.4% (37 of 135), red; … Most out of time: SWF East 1, 28 of 41." */
export function teamTablesSentence(ids: readonly TeamTableId[], report: ClinicReport): CellContent {
  const pieces = ids.map((id) => piece(id, report.tables.find((table) => table.id === id) ?? null, report));
  const worst = mostOutOfTime(ids, report);
  return {
    formula: `=${pieces.map(({ formula }) => formula).join(`&"; "&`)}&${quoted(worst)}`,
    expected: pieces.map(({ expected }) => expected).join("; ") + worst,
  };
}

/** "3 green, 4 amber, 7 red", counted where the words stand. */
export function ragCounts(column: string, words: readonly string[]): Piece {
  const counts = Object.values(RAG_WORDS).map((word) => ({
    formula: `COUNTIF(${column},"${word}")&" ${word.toLowerCase()}"`,
    expected: `${words.filter((each) => each === word).length} ${word.toLowerCase()}`,
  }));
  return {
    formula: counts.map(({ formula }) => formula).join('&", "&'),
    expected: counts.map(({ expected }) => expected).join(", "),
  };
}

/** A part of a formula, and what it comes to. */
interface Piece {
  readonly formula: string;
  readonly expected: string;
}

function piece(id: TeamTableId, table: TeamTable | null, report: ClinicReport): Piece {
  if (table === null) {
    const text = `${report.settings.catalogue.entry(id).wording}: not available`;
    return { formula: quoted(text), expected: text };
  }
  const { denominator, numerator, percent, rag } = table.total;
  if (percent === null) {
    const text =
      table.outside > 0
        ? `${table.title}: all ${wholeNumber(table.outside)} are with teams outside the clinic tables`
        : `${table.title}: none this month`;
    return { formula: quoted(text), expected: text };
  }
  const text = `${table.title}: ${figureText("percent", percent)} (${wholeNumber(numerator)} of ${wholeNumber(denominator)})`;
  const word = totalOf(tableName(id), "RAG");
  return {
    formula: `${quoted(text)}&IF(${word}="${NONE}","",", "&LOWER(${word}))`,
    expected: rag === null ? text : `${text}, ${ragWord(rag).toLowerCase()}`,
  };
}

/** The team that misses most in any of the tables that list those who are late; ties: the first. */
function mostOutOfTime(ids: readonly TeamTableId[], report: ClinicReport): string {
  const lists = ids
    .map(report.settings.catalogue.entry)
    .filter((entry) => "listed" in entry && entry.listed === "not in the numerator");
  const rows = report.tables
    .filter((table) => lists.some(({ id }) => id === table.id))
    .flatMap((table) =>
      table.rows.map((row) => ({ ...row, late: row.denominator - row.numerator, title: table.title })),
    );
  const most = rows.reduce((late, row) => Math.max(late, row.late), 0);
  const worst = rows.find(({ late }) => late === most);
  if (!worst || most === 0) return ".";
  const where = ids.length > 1 ? ` (${worst.title})` : "";
  return `. Most out of time: ${inSentence(worst.team)}, ${wholeNumber(most)} of ${wholeNumber(worst.denominator)}${where}.`;
}
