/** `build`: the add-in's own build, run through Microsoft's client against a simulated Excel. */
import { withThousands } from "../../src/clinic/cells/counts";
import { monthInWords } from "../../src/clinic/calendar/months";
import type { MonthQuestion } from "../../src/clinic/findings";
import type { ClinicReport } from "../../src/clinic/report";
import { toReportJson } from "../../src/clinic/reportJson";
import { OPTION_NAMES } from "../../src/clinic/settings/readOptions";
import { buildClinic, type BuildProgress } from "../../src/excel/buildClinic";
import { toldAfterBuild } from "../../src/excel/toldAfterwards";
import { setOption } from "../../src/excel/saveSettings";
import { dearestKinds } from "../host/requestHost";
import { defaultOutput, openInput, refuseOutputs, suitToName, UnusableInput, writeOutputs } from "./files";
import { loadExtras } from "./load";
import { plainly } from "./plainly";

export interface BuildCommand {
  readonly input: string;
  /** Files to load onto the workbook's copy first. */
  readonly extras?: readonly string[];
  readonly month: string | null;
  readonly output: string | null;
  readonly report: string | null;
  readonly verbose: boolean;
  /** Also where a colleague's claim on the workbook still holds. */
  readonly anyway?: boolean;
  /** A yes to replacing a month that was published; no unless given. */
  readonly replaceMonth?: boolean;
}

export interface Built {
  readonly output: string;
  readonly report: ClinicReport;
  readonly sheetsWritten: readonly string[];
}

/** `tell` is given a line of progress at a time. Throws UnusableInput, WrongUsage. */
export async function runBuild(command: BuildCommand, tell: (line: string) => void): Promise<Built> {
  const output = command.output ?? defaultOutput(command.input);
  const extras = command.extras ?? [];
  refuseOutputs([command.input, ...extras], [output, ...(command.report === null ? [] : [command.report])]);
  const started = Date.now();
  const excel = await openInput(command.input);
  excel.install();
  await loadExtras(extras, tell);
  const { month } = command;
  if (month !== null) await plainly(() => setOption(OPTION_NAMES.month, month));
  const outcome = await plainly(() =>
    buildClinic({
      onProgress: progressTo(tell),
      replaceMonth: command.replaceMonth ? "yes" : "ask",
      buildAnyway: command.anyway,
    }),
  );
  if (outcome.state === "month-to-confirm") throw new UnusableInput(monthRefusal(outcome.question));
  if (outcome.state !== "complete") throw new UnusableInput("The build stopped before it was done.");
  if (month !== null && outcome.report.month !== month)
    throw new UnusableInput(
      `The month cannot be set to ${month}: the table ClinicOptions lacks its column Setting or Value.`,
    );
  if (outcome.changedExtracts.length > 0) tell(`Changed meanwhile: ${outcome.changedExtracts.join(", ")}.`);
  const told = toldAfterBuild(outcome);
  if (told) tell(told.message);
  tell("Saving the workbook");
  if (suitToName(excel, output)) tell("The macros are left out: only a file named .xlsm can hold them.");
  const { report, sheetsWritten } = outcome;
  const files = [{ path: output, content: (await excel.saveXlsx()) as Uint8Array | string }];
  if (command.report !== null) {
    files.push({ path: command.report, content: `${JSON.stringify(toReportJson(report), null, 2)}\n` });
  }
  await writeOutputs(files);
  if (command.verbose) {
    const { count, actions, bytesSent, bytesReceived, largestSent, largestReceived } = excel.requests;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    tell(`Took ${seconds} s and ${count} requests, ${withThousands(actions)} actions.`);
    tell(`Sent ${kilobytes(bytesSent)}, the largest request ${kilobytes(largestSent)}.`);
    tell(`Received ${kilobytes(bytesReceived)}, the largest answer ${kilobytes(largestReceived)}.`);
    const dearest = dearestKinds(excel.requests, 5).map(
      ([kind, times]) => `${withThousands(times)} × ${kind}`,
    );
    tell(`Most of the actions: ${dearest.join(", ")}.`);
  }
  return { output, report, sheetsWritten };
}

function monthRefusal({ sentence, lines, month }: MonthQuestion): string {
  return [
    sentence,
    ...lines,
    `Nothing was written. Give --month for another month, or --replace-month to build ${monthInWords(month)}.`,
  ].join(" ");
}

const kilobytes = (bytes: number): string => `${withThousands(Math.ceil(bytes / 1024))} KB`;

/** A line for each step, not one a request. */
function progressTo(tell: (line: string) => void): (progress: BuildProgress) => void {
  let last = "";
  return ({ text }) => {
    if (text !== last) tell(text);
    last = text;
  };
}
