/** The commands that README, CONTRIBUTING and docs/ tell a reader to type, and how each is known to work. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "..");
/** Where `npm run documented` writes, and where it finds the workbooks that stand for a reader's own. */
export const FOLDER = "out/documented";

export const DOCUMENTS: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

export type Proof =
  /** Run by `npm run documented`, with these words in place of the document's. */
  | { readonly run: string }
  /** A server: run until it prints this, then stopped. */
  | { readonly run: string; readonly until: RegExp }
  /** Run already, by .ci/run itself. */
  | { readonly inCi: string }
  /** Cannot be run by a machine, or not in its time. */
  | { readonly notRun: string };

const IN = `${FOLDER}/IN.xlsx`;
const PANE = /at https:\/\/localhost:\d+/;

/** One line for each command that a document may name; `npm run documented` and its test refuse any other. */
export const PROOFS: Readonly<Record<string, Proof>> = {
  "npm ci": { inCi: "npm ci" },
  "npm test": { inCi: "npm test" },
  "npm run demo": { inCi: "npm run -s demo" },
  "npm run reliability": { inCi: "npm run -s reliability" },
  "npm run test:excels": { inCi: "npm run -s test:excels" },
  "npm run test:unit -- tests/clinic/calendar": { run: "npm run test:unit -- tests/clinic/calendar" },
  "npm run demo:pane": { run: "npm run demo:pane -- --port 3444", until: PANE },
  "npm start": { run: "npm start", until: /Serving the add-in at https:\/\/localhost:3000/ },
  "npm run clinic -- build IN.xlsx [EXTRA.csv …] [--month YYYY-MM] [--out OUT.xlsx] [--report OUT.json] [--verbose]":
    {
      run: `npm run clinic -- build ${IN} ${FOLDER}/Contacts.csv --month 2023-07 --out ${FOLDER}/OUT.xlsx --report ${FOLDER}/OUT.json --verbose`,
    },
  'npm run clinic -- build IN.xlsx Contacts.csv "CIN Plans.xlsx"': {
    run: `npm run clinic -- build ${IN} ${FOLDER}/Contacts.csv "${FOLDER}/CIN Plans.xlsx"`,
  },
  "npm run clinic -- build IN.xlsx --verbose": { run: `npm run clinic -- build ${IN} --verbose` },
  "npm run clinic -- check IN.xlsx": { run: `npm run clinic -- check ${IN}` },
  "npm run clinic -- managers IN.xlsx --out COPY.xlsx": {
    run: `npm run clinic -- managers ${FOLDER}/OUT.xlsx --out ${FOLDER}/COPY.xlsx`,
  },
  "npm run clinic -- slides IN.xlsx --out SLIDES.pptx": {
    run: `npm run clinic -- slides ${FOLDER}/OUT.xlsx --out ${FOLDER}/SLIDES.pptx`,
  },
  "npm run clinic -- team-lists IN.xlsx --out FOLDER": {
    run: `npm run clinic -- team-lists ${FOLDER}/OUT.xlsx --out ${FOLDER}/lists`,
  },
  "npm run clinic -- help": { run: "npm run clinic -- help" },
  "npm run build -- --env host=https://clinic.mycouncil.gov.uk": {
    run:
      "npm run build -- --env host=https://clinic.mycouncil.gov.uk " +
      `--env officeJs=https://mirror.mycouncil.gov.uk/office/office.js --output-path ${FOLDER}/dist`,
  },
  "npm run fuzz": { run: "npm run fuzz -- 0.1 7" },
  "npx tsx bench/findings.ts": { run: "npx tsx bench/findings.ts" },
  "npm run bench -- --check": {
    notRun: "measures for many minutes, and installs its rivals from the network",
  },
  "npm run bench": { notRun: "measures for several minutes, and installs its rivals from the network" },
};

export interface Documented {
  readonly document: string;
  readonly command: string;
}

/** The commands of a document, one each: lines of its sh blocks, and `npm …` or `npx …` in its sentences. */
export function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, lines = ""]) => lines);
  const typed = blocks
    .flatMap((lines) => lines.split("\n"))
    .map((line) => line.replace(/(^|\s)#.*$/, ""))
    .flatMap((line) => line.split("&&"));
  const named = [...markdown.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`((?:npm|npx) [^`]+)`/g)].map(
    ([, command = ""]) => command,
  );
  const commands = [...typed, ...named].map((line) => line.replace(/\s+/g, " ").trim());
  return [...new Set(commands.filter((command) => command !== ""))];
}

/** A sentence may name the beginning of a command that a document gives in full. */
export function proofOf(command: string): Proof | undefined {
  return PROOFS[command] ?? Object.entries(PROOFS).find(([whole]) => whole.startsWith(`${command} `))?.[1];
}

export function allCommands(): Documented[] {
  return DOCUMENTS.flatMap((document) =>
    commandsIn(readFileSync(join(ROOT, document), "utf8")).map((command) => ({ document, command })),
  );
}
