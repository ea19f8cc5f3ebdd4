/** A simulated Excel in Node: a workbook, Microsoft's client, and the host between them. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createRequestHost, type Faults, type HostOptions, type RequestCounts } from "./host/requestHost";
import { setOfMember } from "./host/apiSets";
import { connectClient } from "./host/nodeClient";
import { isLaterThan, type Manners, mannersNamed } from "./model/manners";
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

export interface OpeningOptions extends Pick<HostOptions, "calculates"> {
  /** Stands between the client and Excel: told of each request, it has it answered. */
  readonly between?: <Answer>(answer: () => Promise<Answer>) => Promise<Answer>;
}

/** Opens an .xlsx by its path or its bytes. Throws UnreadableWorkbook where it is none. */
export async function openWorkbook(
  source: string | Uint8Array,
  options: OpeningOptions = {},
): Promise<SimulatedExcel> {
  const bytes = typeof source === "string" ? new Uint8Array(await readFile(source)) : source;
  const workbook = await readXlsx(bytes);
  if (typeof source === "string") workbook.name = basename(source);
  return simulatedExcel(workbook, options);
}

/** A workbook with one empty sheet, "Sheet1". */
export function newWorkbook(): SimulatedExcel {
  return simulatedExcel(createWorkbook());
}

/** A workbook that is in memory already. */
export function simulatedExcel(
  workbook: Workbook,
  { between, ...options }: OpeningOptions = {},
): SimulatedExcel {
  const manners = mannersNamed(process.env["SIMULATED_EXCEL"]);
  const excel = createRequestHost(workbook, { manners, setOf: setOfMember, ...options });
  const host = between
    ? { ...excel, answer: (body: string, flags: number) => between(() => excel.answer(body, flags)) }
    : excel;
  return {
    workbook,
    requests: host.requests,
    faults: host.faults,
    heldReferences: host.heldReferences,
    install() {
      const { Excel, Office, OfficeExtension } = connectClient(host);
      // Without a web page the client never learns what it runs in: it is told here.
      const context = {
        requirements: { isSetSupported: isSetSupportedBy(manners) },
        host: "Excel",
        platform: manners.platform,
      };
      const told = Object.create(Office, {
        context: { value: context, configurable: true },
      }) as typeof Office;
      Object.assign(globalThis, { Excel, Office: told, OfficeExtension });
    },
    saveXlsx: () => saveXlsx(workbook),
  };
}

const isSetSupportedBy =
  ({ excelApi }: Manners) =>
  (name: string, version: string | number = "1.1"): boolean => {
    const sets: Readonly<Record<string, string>> = {
      excelapi: excelApi,
      sharedruntime: "1.1",
      customfunctionsruntime: "1.2",
      delayforcelledit: "1.1",
    };
    const known = sets[name.toLowerCase()];
    return known !== undefined && !isLaterThan(String(version), known);
  };
