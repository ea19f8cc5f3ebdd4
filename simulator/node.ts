/** A simulated Excel in Node: a workbook, Microsoft's client, and the host between them. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createRequestHost, type Faults, type RequestCounts } from "./host/requestHost";
import { connectClient } from "./host/nodeClient";
import { createWorkbook, type Workbook } from "./model/workbook";
import { readXlsx } from "./xlsx/read";
import { saveXlsx } from "./save";

export interface SimulatedExcel {
  readonly workbook: Workbook;
  readonly requests: RequestCounts;
  readonly faults: Faults;
  /** Objects that the client still holds on to. */
  heldReferences(): number;
  /** Puts the client's `Excel`, `Office` and `OfficeExtension` on globalThis, with this workbook behind them. */
  install(): void;
  /** The workbook as a file, its formulas worked out. */
  saveXlsx(): Promise<Uint8Array>;
}

/** Opens an .xlsx by its path or its bytes. Throws UnreadableWorkbook where it is none. */
export async function openWorkbook(source: string | Uint8Array): Promise<SimulatedExcel> {
  const bytes = typeof source === "string" ? new Uint8Array(await readFile(source)) : source;
  const workbook = await readXlsx(bytes);
  if (typeof source === "string") workbook.name = basename(source);
  return simulate(workbook);
}

/** A workbook with one empty sheet, "Sheet1". */
export function newWorkbook(): SimulatedExcel {
  return simulate(createWorkbook());
}

/** Requirement sets that the simulated Excel answers for: what the npm copy of the client knows. */
const REQUIREMENT_SETS: Readonly<Record<string, number>> = {
  excelapi: 1.15,
  sharedruntime: 1.1,
  customfunctionsruntime: 1.1,
  delayforcelledit: 1,
};

function simulate(workbook: Workbook): SimulatedExcel {
  const host = createRequestHost(workbook);
  return {
    workbook,
    requests: host.requests,
    faults: host.faults,
    heldReferences: host.heldReferences,
    install() {
      const { Excel, Office, OfficeExtension } = connectClient(host);
      // Without a web page the client never learns what it runs in: it is told here.
      const context = { requirements: { isSetSupported }, host: "Excel", platform: "OfficeOnline" };
      const told = Object.create(Office, {
        context: { value: context, configurable: true },
      }) as typeof Office;
      Object.assign(globalThis, { Excel, Office: told, OfficeExtension });
    },
    saveXlsx: () => saveXlsx(workbook),
  };
}

function isSetSupported(name: string, version: string | number = 0): boolean {
  const known = REQUIREMENT_SETS[name.toLowerCase()];
  if (known === undefined) return false;
  const [major = 0, minor = 0] = String(known).split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = String(version).split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
