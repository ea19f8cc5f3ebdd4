/** Every command that the documents tell a reader to type is run by CI, or says why not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allCommands, commandsIn, PROOFS, proofOf, ROOT } from "../../scripts/documentedCommands";

const ci = readFileSync(join(ROOT, ".ci", "run"), "utf8");

it("finds the commands of sh blocks and of sentences, without their comments", () => {
  const markdown = [
    "```sh",
    "npm ci && npm run demo   # the pack",
    "```",
    "Then `npm run clinic -- check",
    "IN.xlsx` says. `src/clinic` is no command.",
    "```",
    "npm run nothing",
    "```",
  ].join("\n");
  expect(commandsIn(markdown)).toEqual(["npm ci", "npm run demo", "npm run clinic -- check IN.xlsx"]);
});

it("has a proof for every command of the documents", () => {
  const commands = allCommands();
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.filter(({ command }) => proofOf(command) === undefined)).toEqual([]);
});

it("proves no command that no document names", () => {
  const named = new Set(allCommands().map(({ command }) => command));
  expect(Object.keys(PROOFS).filter((command) => !named.has(command))).toEqual([]);
});

it("counts as run by CI only what .ci/run runs", () => {
  expect(ci).toContain("npm run -s documented");
  const said = Object.values(PROOFS).flatMap((proof) => ("inCi" in proof ? [proof.inCi] : []));
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((command) => !ci.includes(`${command} `))).toEqual([]);
});
