import { tooNew } from "../../scripts/checkBrowsers";

const LOOKING_BEHIND = ["/(?<![\\w.])CLINIC/i", "/(?<=a)b/", 'new RegExp("(?<!a)b")'];

describe("what the oldest browser of the manifest cannot read", () => {
  it.each([
    ...LOOKING_BEHIND,
    "a ??= b",
    "class A { static { b(); } }",
    "class A { #b = 1 }",
    "x.findLast(y)",
    "Object.hasOwn(a, b)",
    'const height = "100dvh"',
    "const s = `min-height: 100svh`",
    "/a/v",
  ])("is found: %s", (script) => {
    expect(tooNew(script)).toHaveLength(1);
  });

  it.each([
    "a?.b ?? c",
    "/(?<name>a)(?!b)/u",
    'const height = "100vh"',
    "x.at(-1)",
    "import('./a.js')",
    "promise.finally(f)",
  ])("is not what it can: %s", (script) => {
    expect(tooNew(script)).toEqual([]);
  });
});

it("gives arrays their at() where the browser has none", () => {
  const native = Object.getOwnPropertyDescriptor(Array.prototype, "at")!;
  delete (Array.prototype as { at?: unknown }).at;
  try {
    jest.isolateModules(() => void jest.requireActual("../../src/taskpane/oldBrowsers"));
    const months = ["May", "June", "July"];
    expect([months.at(-1), months.at(0), months.at(3), months.at(-4), [].at(-1)]).toEqual([
      "July",
      "May",
      undefined,
      undefined,
      undefined,
    ]);
  } finally {
    Object.defineProperty(Array.prototype, "at", native);
  }
});
