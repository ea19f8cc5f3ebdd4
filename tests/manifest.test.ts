import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { DEVELOPMENT_HOST, manifestFor, PLACEHOLDER_HOST, releaseHost } from "../scripts/manifestHost.cjs";

const ROOT = join(__dirname, "..");
const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const HOST = "https://clinic.somewhere.gov.uk";

interface Entry {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly parent: string;
}

function elementsOf(xml: string): Entry[] {
  const document = new JSDOM(xml, { contentType: "application/xml" }).window.document;
  return [...document.getElementsByTagName("*")].map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(
      [...element.attributes].map((attribute) => [attribute.name, attribute.value]),
    ),
    text: element.children.length === 0 ? (element.textContent ?? "") : "",
    parent: element.parentElement?.tagName ?? "",
  }));
}

const elements = elementsOf(manifest);
const named = (name: string): Entry[] => elements.filter((element) => element.name === name);

/** Width and height as the PNG's own header says. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const assetOf = (address: string): string => join(ROOT, new URL(address).pathname);

describe("manifest.xml", () => {
  it("reads as an add-in for Excel by Microsoft's own reader", () => {
    const reader = require.resolve("office-addin-manifest/cli.js");
    const said = execFileSync(process.execPath, [reader, "info", join(ROOT, "manifest.xml")], {
      encoding: "utf8",
    });
    expect(said).toContain(`Name: ${named("DisplayName")[0]?.attributes.DefaultValue}`);
    expect(said).toContain("Type: TaskPaneApp");
    expect(said).toContain("Hosts: Workbook");
  });

  it("resolves every resid, and names no resource in vain", () => {
    const used = new Set(elements.flatMap((element) => element.attributes.resid ?? []));
    const defined = elements.flatMap((element) =>
      element.name.startsWith("bt:") ? (element.attributes.id ?? []) : [],
    );
    expect([...used].sort()).toEqual([...defined].sort());
    expect(new Set(defined).size).toBe(defined.length);
    for (const resid of used) expect(resid.length).toBeLessThanOrEqual(32);
  });

  it("keeps its strings within Office's limits", () => {
    for (const { parent, attributes } of named("bt:String")) {
      expect(attributes.DefaultValue?.length).toBeLessThanOrEqual(parent === "bt:ShortStrings" ? 125 : 250);
    }
    expect(named("DisplayName")[0]?.attributes.DefaultValue?.length).toBeLessThanOrEqual(125);
    expect(named("Description")[0]?.attributes.DefaultValue?.length).toBeLessThanOrEqual(250);
  });

  it("uses https throughout, on one host, and never this machine", () => {
    const addresses = elements.flatMap((element) =>
      [element.attributes.DefaultValue ?? "", element.text].filter((value) => /^\w+:\/\//.test(value)),
    );
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(new URL(address).origin).toBe(PLACEHOLDER_HOST);
    expect(manifest).not.toMatch(/localhost|127\.0\.0\.1/);
  });

  it("names icons that exist at the size it says", () => {
    const images = new Map(
      named("bt:Image")
        .filter((image) => image.attributes.id)
        .map((image) => [image.attributes.id, image.attributes.DefaultValue]),
    );
    const icons = named("bt:Image").filter((image) => image.attributes.resid);
    expect(new Set(icons.map((icon) => icon.attributes.size))).toEqual(new Set(["16", "32", "80"]));
    for (const { attributes } of icons) {
      const size = Number(attributes.size);
      expect(pixels(assetOf(images.get(attributes.resid) ?? ""))).toEqual([size, size]);
    }
    expect(pixels(assetOf(named("IconUrl")[0]?.attributes.DefaultValue ?? ""))).toEqual([32, 32]);
    expect(pixels(assetOf(named("HighResolutionIconUrl")[0]?.attributes.DefaultValue ?? ""))).toEqual([
      64, 64,
    ]);
  });

  it("runs pane, ribbon and functions in one shared runtime that stays", () => {
    const [runtime] = named("Runtime");
    expect(runtime?.attributes.lifetime).toBe("long");
    const page = runtime?.attributes.resid;
    expect(named("FunctionFile")[0]?.attributes.resid).toBe(page);
    expect(
      named("SourceLocation")
        .filter(({ parent }) => parent === "Page" || parent === "Action")
        .map((entry) => entry.attributes.resid),
    ).toEqual([page, page]);
    const sets = Object.fromEntries(
      named("Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]),
    );
    expect(sets).toEqual({ ExcelApi: "1.9", SharedRuntime: "1.1", CustomFunctionsRuntime: "1.2" });
    expect(named("FunctionName")[0]?.text).toBe("buildClinicTables");
    expect(
      elements.find((element) => element.attributes.id === "Clinic.Namespace")?.attributes.DefaultValue,
    ).toBe("CLINIC");
  });

  it("has the package's version", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(named("Version")[0]?.text).toBe(`${version}.0`);
  });
});

describe("a release", () => {
  it("moves every address to the council's host, with a path if it has one", () => {
    const released = manifestFor(manifest, releaseHost(`${HOST}/clinic/`));
    expect(released).not.toContain("council.example");
    expect(released).toContain(`${HOST}/clinic/taskpane.html`);
    expect(released).toContain(`<AppDomain>${HOST}</AppDomain>`);
  });

  it.each([
    ["http://clinic.somewhere.gov.uk", /https/],
    ["https://localhost:3000", /this machine/],
    ["https://127.0.0.1", /this machine/],
    ["https://[::1]:3000", /this machine/],
    ["https://pane.localhost", /this machine/],
    [PLACEHOLDER_HOST, /placeholder/],
    ["", /address/],
    ["clinic.somewhere.gov.uk", /address/],
    ["https://clinic.somewhere.gov.uk/?a=1", /plain address/],
  ])("refuses %s", (host, reason) => {
    expect(() => releaseHost(host)).toThrow(reason);
  });

  it("is not what development uses", () => {
    expect(manifestFor(manifest, DEVELOPMENT_HOST)).toContain("https://localhost:3000/taskpane.html");
  });
});
