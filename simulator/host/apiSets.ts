/** The ExcelApi set of every member, from the comments of @types/office-js. Only Node has the file: a browser is not asked. */
import { readFileSync } from "node:fs";
import type { SetOf } from "./refusals";

let known: ReadonlyMap<string, string> | null = null;

export const setOfMember: SetOf = (className, member) =>
  (known ??= readSets()).get(`${className}.${member}`.toLowerCase()) ?? null;

/** "class.member" in lower case → "1.13". A member without a comment of its own is as old as its class. */
function readSets(): ReadonlyMap<string, string> {
  const text = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
  const start = text.indexOf("declare namespace Excel {");
  const sets = new Map<string, string>();
  let className = "";
  let pending: string | null = null;
  for (const line of text.slice(start).split("\n")) {
    const set = /\[Api set: ExcelApi (\d+\.\d+)/.exec(line);
    if (set) pending = set[1] ?? null;
    const begins = /^ {4}(?:export )?(?:abstract )?(class|interface|enum|namespace|type) (\w+)/.exec(line);
    if (begins) {
      className = begins[1] === "class" ? begins[2]! : "";
      pending = null;
      continue;
    }
    if (className === "") continue;
    const member = /^ {8}(?:readonly |static )?(\w+)\??[(:<]/.exec(line);
    if (!member) continue;
    const key = `${className}.${member[1]}`.toLowerCase();
    // The oldest of a method's shapes is the one that counts.
    if (pending !== null && !sets.has(key)) sets.set(key, pending);
    pending = null;
  }
  return sets;
}
