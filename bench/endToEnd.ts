/**
 * Whole builds through Microsoft's client, as the command line does them: file → simulated Excel → add-in → file. Run by
 * run.ts in a process of its own for each workbook; writes its figures as JSON.
 *
 *   endToEnd.ts make OUT.xlsx TIMES [SHEET]     a workbook to build from
 *   endToEnd.ts build IN.xlsx RESULT.json [again]
 */
import { writeFileSync } from "node:fs";
import { writingActions } from "../simulator/host/requestHost";
import { openWorkbook } from "../simulator";
import { buildClinic } from "../src/excel/buildClinic";
import { setOption } from "../src/excel/saveSettings";
import { OPTION_NAMES } from "../src/clinic/settings/readOptions";
import type { BuildFigures } from "./budgets";
import { writeEnlarged } from "./enlargedFile";

const JULY = { today: 45_139, now: 45_139.5, replaceMonth: "yes", installation: "bench" } as const;
const AUGUST = { ...JULY, today: 45_170, now: 45_170.5 };

async function measure(input: string, again: boolean): Promise<readonly BuildFigures[]> {
  const busy = createBusyClock();
  const excel = await openWorkbook(input, { calculates: "when asked", between: busy.between });
  excel.install();
  const builds: BuildFigures[] = [];
  const measured = async (build: () => Promise<unknown>): Promise<void> => {
    const before = { ...excel.requests, writes: writingActions(excel.requests), cpu: processorTime() };
    excel.requests.largestReceived = 0;
    busy.begin();
    await build();
    const now = excel.requests;
    builds.push({
      requests: now.count - before.count,
      actions: now.actions - before.actions,
      writes: writingActions(now) - before.writes,
      kilobytesSent: Math.ceil((now.bytesSent - before.bytesSent) / 1024),
      kilobytesReceived: Math.ceil((now.bytesReceived - before.bytesReceived) / 1024),
      largestAnswerMegabytes: now.largestReceived / 1_048_576,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      longestStretch: Math.round(busy.end()),
      seconds: (processorTime() - before.cpu) / 1000,
    });
  };
  await measured(() => buildClinic(JULY));
  if (again) {
    await measured(() => buildClinic(JULY));
    await setOption(OPTION_NAMES.month, "2023-08");
    await measured(() => buildClinic(AUGUST));
    return builds;
  }
  // Written to nowhere: what a file costs is part of the command line's memory.
  await excel.saveXlsx();
  const [first] = builds;
  return first ? [{ ...first, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }] : [];
}

/** Milliseconds that the process has had of the processor: another program's turn does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The longest time between two turns of the event loop, less what the simulated Excel did in it: in Excel that is another
 * program's work. Processor time, garbage collection's included.
 */
function createBusyClock() {
  let [last, others, longest, running] = [0, 0, 0, false];
  const tick = (): void => {
    const now = processorTime();
    longest = Math.max(longest, now - last - others);
    [last, others] = [now, 0];
    if (running) setImmediate(tick);
  };
  return {
    begin(): void {
      [last, others, longest, running] = [processorTime(), 0, 0, true];
      setImmediate(tick);
    },
    end(): number {
      running = false;
      return longest;
    },
    async between<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
      const from = processorTime();
      try {
        return await answer();
      } finally {
        others += processorTime() - from;
      }
    },
  };
}

async function main([what, file = "", ...rest]: readonly string[]): Promise<void> {
  if (what === "make") {
    const [times, fills = null] = rest;
    console.log(String(writeEnlarged(file, { times: Number(times), fills })));
    return;
  }
  const [result = "", again] = rest;
  writeFileSync(result, JSON.stringify(await measure(file, again === "again")));
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
