/** src/excel once more, with a state of its own (what is under way, its own name): what another computer has. */
import { createRequire } from "node:module";
import type { buildClinic } from "../../src/excel/buildClinic";
import type { inspectWorkbook } from "../../src/excel/inspectWorkbook";

export interface Installation {
  readonly buildClinic: typeof buildClinic;
  readonly inspectWorkbook: typeof inspectWorkbook;
}

const BUILD = "../../src/excel/buildClinic";
const INSPECT = "../../src/excel/inspectWorkbook";

export function anotherInstallation(): Installation {
  return typeof jest === "object" ? loadedByJest() : loadedByNode();
}

function loadedByJest(): Installation {
  let loaded: Installation | null = null;
  jest.isolateModules(() => {
    loaded = {
      ...jest.requireActual<Pick<Installation, "buildClinic">>(BUILD),
      ...jest.requireActual<Pick<Installation, "inspectWorkbook">>(INSPECT),
    };
  });
  return loaded!;
}

function loadedByNode(): Installation {
  const load = createRequire(__filename);
  const isExcels = (file: string): boolean => file.includes("/src/excel/");
  const first = Object.entries(load.cache).filter(([file]) => isExcels(file));
  const forget = (): void => {
    for (const file of Object.keys(load.cache).filter(isExcels)) delete load.cache[file];
  };
  forget();
  const loaded = { ...load(BUILD), ...load(INSPECT) } as Installation;
  forget();
  for (const [file, module] of first) load.cache[file] = module;
  return loaded;
}
