/** A package's parts → a zip, the same bytes for the same parts. */
import { certain } from "../../clinic/cells/certain";
import { type Zippable, zipSync } from "fflate";
import type { Package } from "./package";

/** Zip keeps local time: the same day in every time zone, and in every build. */
const DAY = new Date(1980, 0, 1);
const FIRST = "[Content_Types].xml";

export function packageBytes(source: Package): Uint8Array {
  const files: Zippable = {};
  for (const name of [FIRST, ...[...source.parts.keys()].filter((part) => part !== FIRST)])
    files[name] = [certain(source.parts.get(name)), { level: 6, mtime: DAY }];
  return zipSync(files);
}
