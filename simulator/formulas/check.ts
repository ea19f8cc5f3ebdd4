/** What Excel refuses when a formula is entered. */
import { parse, tokenize } from "@cj-tech-master/excelts/formula";
import { unquoteSheetName } from "../model/address";
import { HostFault } from "../model/fault";
import { sheetNamed, type Workbook } from "../model/workbook";
import { respell, scanFormula } from "./scan";
import { type FormulaPlace, readStructured, resolveStructured, tableAt } from "./structured";

const LONGEST_FORMULA = 8192;

/** Formulas that were understood before. */
const known = new Set<string>();
const MOST_KNOWN = 2_000;

/**
 * Throws InvalidArgument where the formula (en-US, without "=") cannot be parsed, or names a sheet, a table or a
 * column that is not there. An unknown function or defined name is let through: its cell shows #NAME?.
 */
export function checkFormula(workbook: Workbook, formula: string, place: FormulaPlace): void {
  if (formula.length > LONGEST_FORMULA) throw new HostFault("InvalidArgument");
  for (const piece of scanFormula(formula)) {
    if ((piece.kind === "reference" || piece.kind === "name") && piece.sheet !== null) {
      const sheet = unquoteSheetName(piece.sheet);
      if (!sheetNamed(workbook, sheet) && !sheet.includes("[")) {
        throw new HostFault("InvalidArgument", `The formula names a sheet that is not there: ${sheet}.`);
      }
    }
    if (piece.kind === "structured") {
      const reference = readStructured(piece.table, piece.inside);
      const inTable = piece.table !== "" || tableAt(place) !== undefined;
      if (!reference || !inTable || !resolveStructured(workbook, unlessTotals(reference), place)) {
        throw new HostFault(
          "InvalidArgument",
          `The formula has a reference that names no cells: ${piece.text}.`,
        );
      }
    }
  }
  // Which cells a reference means is of no account to how the formula reads: one text for all rows of a column.
  const plain = respell(formula, (piece) => (piece.kind === "structured" ? "A1" : null));
  if (known.has(plain)) return;
  try {
    parse(tokenize(plain));
    if (known.size >= MOST_KNOWN) known.clear();
    known.add(plain);
  } catch {
    throw new HostFault("InvalidArgument", `The formula cannot be understood: =${formula}`);
  }
}

/** A reference to a totals row that is switched off is accepted, and comes to #REF!. */
function unlessTotals(reference: NonNullable<ReturnType<typeof readStructured>>): typeof reference {
  const rows = reference.rows.filter((row) => row !== "#Totals" && row !== "#This Row");
  return { ...reference, rows };
}
