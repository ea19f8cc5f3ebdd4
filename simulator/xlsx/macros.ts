/** What sets an .xlsm apart from an .xlsx. Excel opens neither under the other's name. */
import {
  type Package,
  readRelationships,
  removePart,
  setContentType,
  writeRelationships,
} from "../../src/files/openxml/package";
import { workbookPart } from "./read";

const PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

export function holdsMacros(source: Package): boolean {
  return readRelationships(source, workbookPart(source)).some(isOfMacros);
}

/** The package as an .xlsm, its macros as they are. */
export function asMacroWorkbook(source: Package): Package {
  const target: Package = { parts: new Map(source.parts) };
  setContentType(target, workbookPart(target), WITH_MACROS);
  return target;
}

/** The package as an .xlsx, which holds no macros. */
export function withoutMacros(source: Package): Package {
  const target: Package = { parts: new Map(source.parts) };
  const part = workbookPart(target);
  const relationships = readRelationships(target, part);
  for (const { target: macros } of relationships.filter(isOfMacros)) {
    for (const { target: own } of readRelationships(target, macros)) removePart(target, own);
    removePart(target, macros);
  }
  writeRelationships(
    target,
    part,
    relationships.filter((each) => !isOfMacros(each)),
  );
  setContentType(target, part, PLAIN);
  return target;
}

function isOfMacros({ type }: { readonly type: string }): boolean {
  return type === "vbaProject";
}
