/** What was typed after `npm run clinic --`. */

export type Command =
  | {
      readonly name: "build";
      readonly input: string;
      /** "YYYY-MM"; null = as Clinic Settings has it. */
      readonly month: string | null;
      /** null = beside the input, with "-clinic" after its name. */
      readonly output: string | null;
      readonly report: string | null;
      readonly verbose: boolean;
    }
  | { readonly name: "check"; readonly input: string }
  | { readonly name: "demo" }
  | { readonly name: "pane"; readonly port: number }
  | { readonly name: "help" };

/** The arguments make no command; the message says why. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

export const USAGE = `Usage:
  npm run clinic -- build IN.xlsx [--month YYYY-MM] [--out OUT.xlsx] [--report OUT.json] [--verbose]
      Builds the clinic sheets into a copy of the workbook: OUT.xlsx, or IN-clinic.xlsx beside it.
  npm run clinic -- check IN.xlsx
      Lists the data issues of the workbook's extract sheets. Writes nothing.
  npm run demo
      Builds samples/clinic-2023-07.xlsx into out/.
  npm run demo:pane [-- --port N]
      Opens the task pane on a simulated workbook in a browser.

Exit codes: 0 done, 1 the input cannot be used, 2 wrong usage.`;

const DEFAULT_PORT = 3443;

/** Throws WrongUsage. */
export function readArguments(args: readonly string[]): Command {
  const [name, ...rest] = args;
  switch (name) {
    case "build":
      return readBuild(rest);
    case "check":
      return { name, input: onlyFile(parse(rest, [], [])) };
    case "demo":
      if (rest.length > 0) throw new WrongUsage("The demo takes no arguments.");
      return { name };
    case "pane":
      return { name, port: readPort(parse(rest, ["--port"], [])) };
    case "help":
    case "--help":
    case "-h":
      return { name: "help" };
    case undefined:
      throw new WrongUsage("Say what to do: build, check or demo.");
    default:
      throw new WrongUsage(`There is no command "${name}".`);
  }
}

interface Parsed {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

function readBuild(args: readonly string[]): Command {
  const parsed = parse(args, ["--month", "--out", "--report"], ["--verbose"]);
  const month = parsed.values.get("--month") ?? null;
  if (month !== null && !/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month)) {
    throw new WrongUsage("--month takes a year and a month, such as 2023-07.");
  }
  return {
    name: "build",
    input: onlyFile(parsed),
    month,
    output: parsed.values.get("--out") ?? null,
    report: parsed.values.get("--report") ?? null,
    verbose: parsed.switches.has("--verbose"),
  };
}

function parse(args: readonly string[], valued: readonly string[], switches: readonly string[]): Parsed {
  const files: string[] = [];
  const values = new Map<string, string>();
  const on = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const [option = "", joined] = splitOption(args[at]!);
    if (switches.includes(option) && joined === undefined) on.add(option);
    else if (valued.includes(option)) {
      const value = joined ?? args[++at];
      if (value === undefined || value === "" || (joined === undefined && value.startsWith("--"))) {
        throw new WrongUsage(`${option} wants a value after it.`);
      }
      if (values.has(option)) throw new WrongUsage(`${option} is given twice.`);
      values.set(option, value);
    } else if (option.startsWith("-")) throw new WrongUsage(`There is no option "${option}".`);
    else files.push(args[at]!);
  }
  return { files, values, switches: on };
}

/** "--month=2023-07" → the option and its value. */
function splitOption(argument: string): readonly [string, string?] {
  const equals = argument.startsWith("--") ? argument.indexOf("=") : -1;
  return equals < 0 ? [argument] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

function onlyFile({ files }: Parsed): string {
  const [file, ...others] = files;
  if (file === undefined) throw new WrongUsage("Name the workbook: IN.xlsx.");
  if (others.length > 0) throw new WrongUsage("Name one workbook only.");
  return file;
}

function readPort({ files, values }: Parsed): number {
  if (files.length > 0) throw new WrongUsage("The pane takes no workbook: open one in the browser.");
  const port = Number(values.get("--port") ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUsage("--port takes a number up to 65535.");
  return port;
}
