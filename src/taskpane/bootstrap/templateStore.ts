/** A council's own template for slides, kept by the browser on this machine: in no workbook, on no server. */
import { del, get, set } from "idb-keyval";

export interface KeptTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const KEY = "clinic-slides-template";

/** null = none, or the browser keeps nothing for add-ins. */
export async function keptTemplate(): Promise<KeptTemplate | null> {
  try {
    return (await get<KeptTemplate>(KEY)) ?? null;
  } catch {
    return null;
  }
}

/** Fails where the browser keeps nothing, or has no room. */
export function keepForSlides(template: KeptTemplate | null): Promise<void> {
  return template === null ? del(KEY) : set(KEY, template);
}
