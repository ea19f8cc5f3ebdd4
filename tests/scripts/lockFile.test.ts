/** What the two lock files promise: npm can check each package, and each runs on the Node that package.json asks for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withoutChecksum } from "../../scripts/licences";

const ROOT = join(__dirname, "..", "..");
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** They ask for Node 22 and run on 20, as these tests show; neither ships (docs/decisions.md). */
const RUN_ALL_THE_SAME = ["node_modules/@cj-tech-master/excelts", "node_modules/rechoir"];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly engines?: unknown }>>;
}

/** "20.20" as major and minor. */
function numbersIn(version: string): [major: number, minor: number] {
  const [, major = "0", minor = "0"] = /(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return [Number(major), Number(minor)];
}

/** Whether a range such as "^18.12 || >=20.9" takes the version. */
function takes(range: string, [major, minor]: readonly [number, number]): boolean {
  return range.split("||").some((choice) => {
    const [lowest, lowestMinor] = numbersIn(choice);
    const isNewEnough = major > lowest || (major === lowest && minor >= lowestMinor);
    return isNewEnough && (major === lowest || /^\s*(>|\*|$)/.test(choice));
  });
}

describe.each(["package-lock.json", "bench/package-lock.json"])("%s", (file) => {
  const lock = textOf(file);

  it("has a checksum for every package", () => {
    expect(Object.keys((JSON.parse(lock) as Lock).packages).length).toBeGreaterThan(2);
    expect(withoutChecksum(lock)).toEqual([]);
  });

  it("asks for no newer Node than package.json, but for two tools that run on it", () => {
    const { engines } = JSON.parse(textOf("package.json")) as { engines: { node: string } };
    const lowest = numbersIn(engines.node);
    const newer = Object.entries((JSON.parse(lock) as Lock).packages).filter(
      ([, { engines: asked }]) =>
        typeof asked === "object" &&
        asked !== null &&
        !takes(String(Reflect.get(asked, "node") ?? "*"), lowest),
    );
    expect(newer.map(([path]) => path).filter((path) => !RUN_ALL_THE_SAME.includes(path))).toEqual([]);
    expect(newer.every(([, { dev }]) => dev === true)).toBe(true);
  });
});

describe("a range of Node versions", () => {
  it.each([
    [">=20.9.0", true],
    ["^18.12.0 || ^20.9.0 || >=22.11.0", true],
    ["^18 || ^20.21", false],
    [">=22.0.0", false],
    ["18", false],
    ["*", true],
  ])("%s takes 20.20: %s", (range, answer) => {
    expect(takes(range, [20, 20])).toBe(answer);
  });
});
