/** Shared strings: those of a file, and the others that cells need. */
import { textForFile, textFromFile } from "./text";
import { child, children, escapeXml, parseXml, textOf } from "./xml";

export interface FileStrings {
  text(index: number): string;
  isRich(index: number): boolean;
}

const NO_STRINGS: FileStrings = { text: () => "", isRich: () => false };

export function readStrings(xml: string | null): FileStrings {
  if (xml === null) return NO_STRINGS;
  const items = splitItems(xml).map((item) => {
    const plain = /^<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>$/.exec(item)?.[1];
    if (plain !== undefined && !plain.includes("&")) return { text: textFromFile(plain), rich: false };
    const node = parseXml(item);
    const runs = children(node, "r");
    const text =
      runs.length > 0 ? runs.map((run) => textOf(child(run, "t"))).join("") : textOf(child(node, "t"));
    return { text: textFromFile(text), rich: runs.length > 0 || child(node, "rPh") !== undefined };
  });
  return { text: (index) => items[index]?.text ?? "", isRich: (index) => items[index]?.rich ?? false };
}

function splitItems(xml: string): readonly string[] {
  const items: string[] = [];
  let at = 0;
  for (;;) {
    const open = xml.indexOf("<si", at);
    if (open < 0) return items;
    const tagEnd = xml.indexOf(">", open);
    if (xml[tagEnd - 1] === "/") {
      items.push("<si><t></t></si>");
      at = tagEnd + 1;
      continue;
    }
    const close = xml.indexOf("</si>", open) + "</si>".length;
    items.push(xml.slice(open, close));
    at = close;
  }
}

export interface StringTable {
  indexOf(text: string): number;
  /** The part; null where nothing was added to what the file had. */
  xml(): string | null;
}

/** The file's own strings keep their numbers; new ones come after them. */
export function extendStrings(xml: string | null): StringTable {
  const items = xml === null ? [] : [...splitItems(xml)];
  const numbers = new Map<string, number>();
  const before = items.length;
  const old = readStrings(xml);
  for (let index = items.length - 1; index >= 0; index--)
    if (!old.isRich(index)) numbers.set(old.text(index), index);
  return {
    indexOf(text) {
      let index = numbers.get(text);
      if (index === undefined) {
        const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
        index = items.push(`<si><t${space}>${escapeXml(textForFile(text))}</t></si>`) - 1;
        numbers.set(text, index);
      }
      return index;
    },
    xml() {
      if (items.length === before) return null;
      return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join("")}</sst>`
      );
    },
  };
}
