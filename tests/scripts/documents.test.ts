/** What the documents say of the project itself: their links lead somewhere, and the commands they name exist. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const ROOT = join(__dirname, "..", "..");
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

const textOf = (document: string): string => readFileSync(join(ROOT, document), "utf8");
const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };

/** As GitHub makes an address of a heading. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replace(/ /g, "-"),
  );
}

describe("the documents", () => {
  it("are found", () => {
    expect(DOCUMENTS).toEqual(
      expect.arrayContaining(["README.md", "CONTRIBUTING.md", join("docs", "spec.md")]),
    );
  });

  it.each(DOCUMENTS)("%s: every link leads to a file and a heading of it", (document) => {
    const dead = [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, address = ""]) => address)
      .filter((address) => !/^(https?|mailto):/.test(address))
      .filter((address) => {
        const [path = "", anchor] = address.split("#");
        const file = path === "" ? join(ROOT, document) : join(ROOT, dirname(document), path);
        if (!existsSync(file)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(file, "utf8")).includes(anchor);
      });
    expect(dead).toEqual([]);
  });

  it.each(DOCUMENTS)("%s: every npm command exists", (document) => {
    const named = [...textOf(document).matchAll(/\bnpm run (?:-s )?([a-z][a-z:-]*)/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(DOCUMENTS)("%s: every file of the project that it names exists", (document) => {
    const named = [
      ...textOf(document).matchAll(/`((?:src|tests|scripts|simulator|bench|docs|samples)\/[\w./-]*\w\/?)`/g),
    ];
    const missing = named
      .map(([, path = ""]) => path)
      .filter((path) => !existsSync(join(ROOT, path)) && !["docs/screenshots"].includes(relative(".", path)));
    expect(missing).toEqual([]);
  });
});
