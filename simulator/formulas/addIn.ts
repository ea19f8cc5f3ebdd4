/**
 * Functions that an add-in brings: the simulated Excel knows their names and not what they come to. A formula with one
 * keeps the value that its file holds; one that is typed shows #NAME?, as on a machine without the add-in.
 */
import { scanFormula } from "./scan";

const NAMESPACE = "CLINIC";

export function isAddInFunction(name: string): boolean {
  return name.toUpperCase().startsWith(`${NAMESPACE}.`);
}

export function callsAddIn(formula: string): boolean {
  if (!formula.toUpperCase().includes(`${NAMESPACE}.`)) return false;
  return scanFormula(formula).some((piece) => piece.kind === "function" && isAddInFunction(piece.text));
}

const IN_FILE = new RegExp(String.raw`^_xldudf_${NAMESPACE}_`, "i");

/** A file spells CLINIC.PCT as _xldudf_CLINIC_PCT. */
export function spellAddInForFile(name: string): string {
  return `_xldudf_${name.replace(".", "_")}`;
}

export function addInFromFile(formula: string): string {
  if (!/_xldudf_/i.test(formula)) return formula;
  return scanFormula(formula)
    .map((piece) => (piece.kind === "function" ? piece.text.replace(IN_FILE, `${NAMESPACE}.`) : piece.text))
    .join("");
}
