/**
 * How a file spells what Excel shows otherwise: newer functions, functions of an add-in's, control characters, formulas
 * of a table's own row.
 */
import { addInFromFile, isAddInFunction, spellAddInForFile } from "../formulas/addIn";
import { scanFormula } from "../formulas/scan";
import { type FormulaPlace, structuredForFile, structuredFromFile } from "../formulas/structured";

/** Functions that came after the file format and bear a prefix in it. */
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

/** "_x000D_" is a carriage return. */
export function textFromFile(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

export function textForFile(text: string): string {
  const spelt = /_x[0-9A-Fa-f]{4}_/.test(text) ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text;

  return spelt.replace(
    /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
    (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}
