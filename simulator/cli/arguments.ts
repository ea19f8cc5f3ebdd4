/** What was typed after `npm run clinic --`. */
import { type Audience, AUDIENCES } from "../../src/clinic/settings/settings";

export type Command =
  | {
      readonly name: "build";
      readonly input: string;
      /** Files to load onto the workbook's copy first. */
      readonly extras: readonly string[];
      /** "YYYY-MM"; null = as Clinic Settings has it. */
      readonly month: string | null;
      /** null = beside the input, with "-clinic" after its name. */
      readonly output: string | null;
      readonly report: string | null;
      readonly verbose: boolean;
      readonly anyway: boolean;
      /** A yes to replacing a month that was published. */
      readonly replaceMonth: boolean;
    }
  | { readonly name: "check"; readonly input: string; readonly extras: readonly string[] }
  | ManagersCommand
  | SlidesCommand
  | TeamListsCommand
  | { readonly name: "demo" }
  | { readonly name: "pane"; readonly port: number }
  | { readonly name: "help" };

export interface ManagersCommand {
  readonly name: "managers";
  readonly input: string;
  readonly output: string;
  /** null = as Clinic Settings has it. */
  readonly audience: Audience | null;
  readonly suppressed: boolean;
  readonly withHistory: boolean;
}

export interface SlidesCommand extends Omit<ManagersCommand, "name" | "withHistory"> {
  readonly name: "slides";
  /** A council's own .potx or .pptx; null = the pack's look. */
  readonly template: string | null;
}

export interface TeamListsCommand {
  readonly name: "team-lists";
  readonly input: string;
  /** A folder. */
  readonly output: string;
  /** Any of its names; null = each team. */
  readonly team: string | null;
}

/** The arguments make no command; the message says why. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

export const USAGE = `Usage:
  npm run clinic -- build IN.xlsx [EXTRA.csv …] [--month YYYY-MM] [--out OUT.xlsx] [--report OUT.json] [--replace-month] [--anyway]
                          [--verbose]
      Builds the clinic sheets into a copy of the workbook: OUT.xlsx, or IN-clinic.xlsx beside it.
      EXTRA: this month's exports (.xlsx, .xlsm, .csv), loaded onto the copy first. No input is changed.
      --replace-month: yes, replace the published figures of a month that the extracts are not of.
      --anyway: even if a colleague seems to be building in it at this moment.
  npm run clinic -- check IN.xlsx [EXTRA.csv …]
      Says which sheet is read as which list, what could be wrong before a build, and the data issues. Writes nothing.
  npm run clinic -- managers IN.xlsx [--for clinic|council|outside] [--suppress] [--with-history] --out OUT.xlsx
      Writes the managers' copy: figures only, no child ID. --suppress: small numbers are [c]; for outside they always are.
      --with-history: Clinic History too; not where small numbers are suppressed, as it would reveal them.
  npm run clinic -- slides IN.xlsx [--for clinic|council|outside] [--suppress] [--template T.pptx] --out OUT.pptx
      Writes the slides of the same figures, in the look of a template of your own where one is given.
  npm run clinic -- team-lists IN.xlsx [--team NAME] --out FOLDER
      Writes a workbook for each team, or for one, into FOLDER. These hold child IDs.
  npm run demo
      Builds samples/clinic-2023-07.xlsx into out/, with its managers' copy and its slides.
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
      return { name, ...workbookAndExtras(parse(rest, [], [])) };
    case "managers": {
      const parsed = parse(rest, ["--for", "--out"], ["--suppress", "--with-history"]);
      return { name, ...readCopy(parsed), withHistory: parsed.switches.has("--with-history") };
    }
    case "slides": {
      const parsed = parse(rest, ["--for", "--out", "--template"], ["--suppress"]);
      return { name, ...readCopy(parsed), template: parsed.values.get("--template") ?? null };
    }
    case "team-lists": {
      const parsed = parse(rest, ["--team", "--out"], []);
      return {
        name,
        input: onlyFile(parsed),
        output: wantedOut(parsed),
        team: parsed.values.get("--team") ?? null,
      };
    }
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
      throw new WrongUsage("Say what to do: build, check, managers, slides, team-lists or demo.");
    default:
      throw new WrongUsage(`There is no command "${name}".`);
  }
}

/** What the copy and the slides have in common. */
function readCopy(parsed: Parsed): Omit<ManagersCommand, "name" | "withHistory"> {
  const named = parsed.values.get("--for");
  const audience = AUDIENCES.find((each) => each === named) ?? null;
  if (named !== undefined && audience === null) throw new WrongUsage(`--for takes ${AUDIENCES.join(", ")}.`);
  return {
    input: onlyFile(parsed),
    output: wantedOut(parsed),
    audience,
    suppressed: parsed.switches.has("--suppress"),
  };
}

function onlyFile(parsed: Parsed): string {
  const { input, extras } = workbookAndExtras(parsed);
  if (extras.length > 0) throw new WrongUsage("Name one workbook only.");
  return input;
}

function wantedOut({ values }: Parsed): string {
  const output = values.get("--out");
  if (output === undefined) throw new WrongUsage("Say where to: --out.");
  return output;
}

interface Parsed {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

function readBuild(args: readonly string[]): Command {
  const parsed = parse(args, ["--month", "--out", "--report"], ["--verbose", "--anyway", "--replace-month"]);
  const month = parsed.values.get("--month") ?? null;
  if (month !== null && !/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month)) {
    throw new WrongUsage("--month takes a year and a month, such as 2023-07.");
  }
  return {
    name: "build",
    ...workbookAndExtras(parsed),
    month,
    output: parsed.values.get("--out") ?? null,
    report: parsed.values.get("--report") ?? null,
    verbose: parsed.switches.has("--verbose"),
    anyway: parsed.switches.has("--anyway"),
    replaceMonth: parsed.switches.has("--replace-month"),
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
        throw new WrongUsage(`${option} needs a value after it.`);
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

function workbookAndExtras({ files }: Parsed): {
  readonly input: string;
  readonly extras: readonly string[];
} {
  const [input, ...extras] = files;
  if (input === undefined) throw new WrongUsage("Name the workbook: IN.xlsx.");
  return { input, extras };
}

function readPort({ files, values }: Parsed): number {
  if (files.length > 0) throw new WrongUsage("The pane takes no workbook: open one in the browser.");
  const port = Number(values.get("--port") ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUsage("--port takes a number up to 65535.");
  return port;
}
