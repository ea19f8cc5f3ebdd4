/** The type of all parts with one ending, where the package does not say it yet. */
import { type Package, readPart, writePart } from "../openxml/package";
import { children, element } from "../openxml/xml";

const CONTENT_TYPES = "[Content_Types].xml";

export function addDefaultType(target: Package, extension: string, type: string): void {
  const root = readPart(target, CONTENT_TYPES);
  if (!root) return;
  const isKnown = children(root, "Default").some(
    ({ attributes }) => attributes["Extension"]?.toLowerCase() === extension,
  );
  if (isKnown) return;
  writePart(target, CONTENT_TYPES, {
    ...root,
    children: [element("Default", { Extension: extension, ContentType: type }), ...root.children],
  });
}
