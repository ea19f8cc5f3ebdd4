/** Extra files after the workbook's name: loaded onto its copy as the pane loads them, before the build or the check. */
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { loadFiles } from "../../src/excel/load/loadFiles";
import { reviewFiles } from "../../src/excel/load/reviewFiles";
import { readFile as readExtract } from "../../src/loading/readFile";
import {
  changeInWords,
  extentInWords,
  filterClearedInWords,
  refusalInWords,
  sourceInWords,
} from "../../src/loading/wording";
import { UnusableInput } from "./files";
import { plainly } from "./plainly";

/**
 * `tell` is given a line for each list, and its queries. Throws UnusableInput where a file is refused: a pack that silently
 * lacks it would be wrong.
 */
export async function loadExtras(paths: readonly string[], tell: (line: string) => void): Promise<void> {
  if (paths.length === 0) return;
  const files = await Promise.all(
    paths.map(async (path) => {
      if (!existsSync(path)) throw new UnusableInput(`There is no file ${path}.`);
      if (!statSync(path).isFile()) throw new UnusableInput(`${path} is a folder, not a file.`);
      return readExtract({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });
    }),
  );
  const review = await plainly(() => reviewFiles(files));
  const refused = review.notLoaded.filter(({ kind }) => kind === "refused");
  if (refused.length > 0) throw new UnusableInput(refused.map(refusalInWords).join("\n"));
  for (const line of review.notLoaded) tell(refusalInWords(line));
  for (const load of review.loads) {
    const before = load.before ? `${extentInWords(load.before)} before, ` : "";
    tell(
      `${load.name}: ${sourceInWords(load)} ${changeInWords(load)} (${before}${extentInWords(load.after)} now)`,
    );
    for (const sentence of [...load.leftOut, ...load.queries]) tell(`  ${sentence}`);
  }
  const { loaded, problem } = await loadFiles(review);
  for (const { sheet, filterCleared } of loaded) if (filterCleared) tell(filterClearedInWords(sheet));
  if (problem) await plainly(() => Promise.reject(problem));
}
