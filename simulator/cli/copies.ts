/** `managers`, `slides` and `team-lists`: the files that the pane hands out, from extracts or from a built pack. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClinicReport } from "../../src/clinic/report";
import { nameKey } from "../../src/clinic/cells/names";
import { clockNow } from "../../src/excel/buildClinic";
import { inspectWorkbook } from "../../src/excel/inspectWorkbook";
import { isSuppressedFor, managersCopy } from "../../src/files/managersCopy";
import { slides } from "../../src/files/slides";
import { TemplateRefused } from "../../src/files/slides/ground";
import { teamLists } from "../../src/files/teamLists";
import { teamsWithLists } from "../../src/files/teamsWithLists";
import type { ManagersCommand, SlidesCommand, TeamListsCommand } from "./arguments";
import { openInput, refuseOutputs, UnusableInput, writeOutputs } from "./files";
import { plainly } from "./plainly";

/** The path written. Throws UnusableInput, WrongUsage. */
export async function runManagers(command: Omit<ManagersCommand, "name">): Promise<string> {
  const { input, output } = command;
  refuseOutputs([input], [output]);
  const report = await reportOf(input);
  const { withHistory } = command;
  const audience = audienceOf(command, report);
  if (withHistory && isSuppressedFor(audience))
    throw new UnusableInput(
      "Clinic History would reveal the small numbers that this copy hides: leave --with-history out, or do not suppress.",
    );
  const content = managersCopy(report, { ...audience, at: clockNow(), withHistory });
  await writeOutputs([{ path: output, content }]);
  return output;
}

/** The path written. Throws UnusableInput, WrongUsage. */
export async function runSlides(command: Omit<SlidesCommand, "name">): Promise<string> {
  const { input, output } = command;
  refuseOutputs(command.template === null ? [input] : [input, command.template], [output]);
  const template = command.template === null ? null : readTemplate(command.template);
  const report = await reportOf(input);
  const content = deckOf(() => slides(report, { ...audienceOf(command, report), at: clockNow(), template }));
  await writeOutputs([{ path: output, content }]);
  return output;
}

function readTemplate(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UnusableInput(`The template ${path} could not be read.`);
  }
}

function deckOf(make: () => Uint8Array): Uint8Array {
  try {
    return make();
  } catch (fault) {
    if (fault instanceof TemplateRefused) throw new UnusableInput(fault.message);
    throw fault;
  }
}

/** As asked for, else as Clinic Settings has it. */
function audienceOf(
  { audience, suppressed }: Pick<ManagersCommand, "audience" | "suppressed">,
  { settings }: ClinicReport,
) {
  return {
    audience: audience ?? settings.copiesFor,
    suppressed: suppressed || settings.smallNumbersInCopies === "suppressed",
  };
}

/** The paths written. Throws UnusableInput, WrongUsage. */
export async function runTeamLists(command: Omit<TeamListsCommand, "name">): Promise<readonly string[]> {
  const { input, output, team } = command;
  const report = await reportOf(input);
  const all = teamsWithLists(report);
  const teams = team === null ? all : [teamCalled(team, report, all)];
  if (teams.length === 0) throw new UnusableInput("No team has figures or children to list this month.");
  const files = teamLists(report, teams).map(({ fileName, bytes }) => ({
    path: join(output, fileName),
    content: bytes,
  }));
  const paths = files.map(({ path }) => path);
  refuseOutputs([input], paths);
  await writeOutputs(files);
  return paths;
}

async function reportOf(input: string): Promise<ClinicReport> {
  const excel = await openInput(input);
  excel.install();
  const { report, cannotBuild } = await plainly(() => inspectWorkbook());
  if (!report) throw new UnusableInput(cannotBuild ?? "No figure can be made from this workbook.");
  return report;
}

/** By its full name, its short name or another name of it. */
function teamCalled(name: string, { settings }: ClinicReport, teams: readonly string[]): string {
  const wanted = nameKey(name);
  const known = settings.teams.find((team) =>
    [team.name, team.shortName, ...team.otherNames].some((each) => nameKey(each) === wanted),
  );
  const found = teams.find((team) => team === known?.name || nameKey(team) === wanted);
  if (found === undefined)
    throw new UnusableInput(`No team called "${name}" has figures this month. Teams: ${teams.join("; ")}.`);
  return found;
}
