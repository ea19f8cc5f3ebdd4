/** How a file spells formulas that Excel shows otherwise: newer functions, an add-in's, those of a table's own row. */
import { addInFromFile, isAddInFunction, spellAddInForFile } from "../formulas/addIn";
import { scanFormula } from "../formulas/scan";
import { type FormulaPlace, structuredForFile, structuredFromFile } from "../formulas/structured";

/** Functions that came after the file format and have a prefix in it. */
const PREFIXED = new Set(
  (
    "CONCAT TEXTJOIN IFS SWITCH MAXIFS MINIFS XLOOKUP XMATCH SORTBY UNIQUE SEQUENCE RANDARRAY LET LAMBDA IFNA XOR DAYS " +
    "ISOWEEKNUM NUMBERVALUE FORMULATEXT ISFORMULA SHEET SHEETS UNICHAR UNICODE ENCODEURL ARABIC BASE DECIMAL " +
    "CEILING.MATH FLOOR.MATH STDEV.S STDEV.P VAR.S VAR.P MODE.SNGL MODE.MULT PERCENTILE.INC PERCENTILE.EXC " +
    "PERCENTRANK.INC PERCENTRANK.EXC QUARTILE.INC QUARTILE.EXC RANK.EQ RANK.AVG NORM.DIST NORM.INV NORM.S.DIST " +
    "NORM.S.INV CONFIDENCE.NORM CONFIDENCE.T COVARIANCE.P COVARIANCE.S TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK " +
    "TOROW TOCOL WRAPROWS WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND MAP REDUCE SCAN MAKEARRAY BYROW BYCOL"
  ).split(" "),
);
const SHEET_FUNCTIONS = new Set(["FILTER", "SORT"]);

export function formulaFromFile(formula: string, ownTable: string | null): string {
  const plain = formula.includes("_xlfn.")
    ? formula.replace(/_xlfn\.(_xlws\.)?([A-Z.]+)(?=\()/gi, (whole, _sheet: string, name: string) =>
        PREFIXED.has(name.toUpperCase()) || SHEET_FUNCTIONS.has(name.toUpperCase()) ? name : whole,
      )
    : formula;
  return structuredFromFile(addInFromFile(plain), ownTable);
}

export function formulaForFile(formula: string, place: FormulaPlace | null): string {
  const spelt = structuredForFile(formula, place);
  if (!/[A-Za-z.]\(/.test(spelt)) return spelt;
  return scanFormula(spelt)
    .map((piece) => {
      if (piece.kind !== "function") return piece.text;
      if (isAddInFunction(piece.text)) return spellAddInForFile(piece.text);
      const name = piece.text.toUpperCase();
      if (SHEET_FUNCTIONS.has(name)) return `_xlfn._xlws.${piece.text}`;
      return PREFIXED.has(name) ? `_xlfn.${piece.text}` : piece.text;
    })
    .join("");
}
