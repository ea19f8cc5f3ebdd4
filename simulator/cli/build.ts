/** `build`: the add-in's own build, run through Microsoft's client against a simulated Excel. */
import type { ClinicReport } from "../../src/clinic/report";
import { toReportJson } from "../../src/clinic/reportJson";
import { OPTION_NAMES } from "../../src/clinic/settings/readOptions";
import { buildClinic, type BuildProgress } from "../../src/excel/buildClinic";
import { setOption } from "../../src/excel/saveSettings";
import { defaultOutput, openInput, refuseOutputs, suitToName, UnusableInput, writeOutputs } from "./files";
import { plainly } from "./plainly";

export interface BuildCommand {
  readonly input: string;
  readonly month: string | null;
  readonly output: string | null;
  readonly report: string | null;
  readonly verbose: boolean;
}

export interface Built {
  readonly output: string;
  readonly report: ClinicReport;
  readonly sheetsWritten: readonly string[];
}

/** `tell` is given a line of progress at a time. Throws UnusableInput, WrongUsage. */
export async function runBuild(command: BuildCommand, tell: (line: string) => void): Promise<Built> {
  const output = command.output ?? defaultOutput(command.input);
  refuseOutputs(command.input, [output, ...(command.report === null ? [] : [command.report])]);
  const started = Date.now();
  const excel = await openInput(command.input);
  excel.install();
  const { month } = command;
  if (month !== null) await plainly(() => setOption(OPTION_NAMES.month, month));
  const outcome = await plainly(() => buildClinic({ onProgress: progressTo(tell) }));
  if (outcome.state !== "complete") throw new UnusableInput("The build stopped before it was done.");
  if (month !== null && outcome.report.month !== month)
    throw new UnusableInput(
      `The month cannot be set to ${month}: the table ClinicOptions lacks its column Setting or Value.`,
    );
  tell("Saving the workbook");
  if (suitToName(excel, output)) tell("The macros are left out: only a file named .xlsm can hold them.");
  const { report, sheetsWritten } = outcome;
  const files = [{ path: output, content: (await excel.saveXlsx()) as Uint8Array | string }];
  if (command.report !== null) {
    files.push({ path: command.report, content: `${JSON.stringify(toReportJson(report), null, 2)}\n` });
  }
  await writeOutputs(files);
  if (command.verbose) {
    const { count, bytesSent, bytesReceived, largestSent, largestReceived } = excel.requests;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    tell(`Took ${seconds} s and ${count} requests to Excel.`);
    tell(`Sent ${kilobytes(bytesSent)}, the largest request ${kilobytes(largestSent)}.`);
    tell(`Received ${kilobytes(bytesReceived)}, the largest answer ${kilobytes(largestReceived)}.`);
  }
  return { output, report, sheetsWritten };
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString("en-GB")} KB`;

/** A line a step, not one a request. */
function progressTo(tell: (line: string) => void): (progress: BuildProgress) => void {
  let last = "";
  return ({ text }) => {
    if (text !== last) tell(text);
    last = text;
  };
}
