/** The parts of a written file, and the faults for which Excel would offer to repair it. */
import { readPackage } from "../../../simulator/xlsx/zip";
import { type Package, readPart, readRelationships, readText } from "../../../src/files/openxml/package";
import { children } from "../../../src/files/openxml/xml";

export async function partsOf(bytes: Uint8Array): Promise<Package> {
  return readPackage(bytes);
}

/** Relationships that lead nowhere, ids given twice, parts without a type, types without a part. */
export function faultsOf(source: Package): readonly string[] {
  const faults: string[] = [];
  const types = readPart(source, "[Content_Types].xml")!;
  const overrides = children(types, "Override").map(({ attributes }) => attributes["PartName"]!.slice(1));
  const extensions = children(types, "Default").map(({ attributes }) =>
    attributes["Extension"]!.toLowerCase(),
  );
  for (const part of overrides)
    if (!source.parts.has(part)) faults.push(`a type for a part that is not there: ${part}`);
  if (new Set(overrides).size < overrides.length) faults.push("a part has two types");
  for (const part of source.parts.keys()) {
    if (part === "[Content_Types].xml") continue;
    const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
    if (!overrides.includes(part) && !extensions.includes(extension))
      faults.push(`a part without a type: ${part}`);
    const own = part.endsWith(".rels") ? [] : readRelationships(source, part);
    const ids = own.map(({ id }) => id);
    if (new Set(ids).size < ids.length) faults.push(`a relationship id twice: ${part}`);
    for (const { target, external } of own) {
      if (!external && !source.parts.has(target))
        faults.push(`${part} leads to ${target}, which is not there`);
    }
    for (const [, id] of (part.endsWith(".xml") ? readText(source, part)! : "").matchAll(
      / r:id="([^"]+)"/g,
    )) {
      if (!ids.includes(id!)) faults.push(`${part} uses ${id}, which it does not have`);
    }
  }
  return faults;
}
