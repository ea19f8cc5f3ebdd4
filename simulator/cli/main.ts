/** The command line: results on standard output, progress and errors on standard error. */
import { serveDemo } from "../demo/serve";
import { readArguments, USAGE, WrongUsage } from "./arguments";
import { runBuild } from "./build";
import { runCheck } from "./check";
import { runManagers, runSlides, runTeamLists } from "./copies";
import { runDemo } from "./demo";
import { UnusableInput } from "./files";

const DONE = 0;
const UNUSABLE_INPUT = 1;
const WRONG_USAGE = 2;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function run(args: readonly string[]): Promise<void> {
  const command = readArguments(args);
  switch (command.name) {
    case "help":
      return print(USAGE);
    case "build": {
      const { output } = await runBuild(command, tell);
      return print(output);
    }
    case "check":
      return (await runCheck(command.input, command.extras, tell)).forEach(print);
    case "managers":
      return print(await runManagers(command));
    case "slides":
      return print(await runSlides(command));
    case "team-lists":
      return (await runTeamLists(command)).forEach(print);
    case "demo":
      return (await runDemo(tell)).forEach(print);
    case "pane": {
      const { origin } = await serveDemo({ port: command.port }).catch((fault: unknown) => {
        throw new UnusableInput(fault instanceof Error ? fault.message : String(fault));
      });
      print(`The pane and a simulated workbook are at ${origin}. Press Ctrl+C to stop.`);
      return new Promise(() => undefined);
    }
  }
}

function exitCodeOf(fault: unknown): number {
  if (fault instanceof WrongUsage) {
    tell(fault.message);
    tell(USAGE);
    return WRONG_USAGE;
  }
  tell(fault instanceof UnusableInput ? fault.message : unexpected(fault));
  return UNUSABLE_INPUT;
}

/** Where it happened, not the fault's own message: that can quote a cell. */
function unexpected(fault: unknown): string {
  const [, place = ""] = /^\s*at (.+)$/m.exec(fault instanceof Error ? (fault.stack ?? "") : "") ?? [];
  const name = fault instanceof Error ? fault.name : "Unknown";
  return `Something went wrong that should not: ${name}${place === "" ? "" : ` at ${place}`}.`;
}

run(process.argv.slice(2)).then(
  () => {
    process.exitCode = DONE;
  },
  (fault: unknown) => {
    process.exitCode = exitCodeOf(fault);
  },
);
