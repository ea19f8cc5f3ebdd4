import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import configure from "../../webpack.config.js";
import {
  ALWAYS,
  headersOf,
  headersOnThisMachine,
  HOSTING_FILES,
  SCRIPTS_THAT_KEEP_THEIR_NAMES,
  iis,
  nginx,
  staticWebApp,
} from "../../scripts/hosting";

const FOLDER = join(__dirname, "..", "..", "docs", "hosting");
const SHIPPED = [
  "taskpane.html",
  "taskpane.js",
  "fileReader.js",
  "412.0a1b2c3d.js",
  "functions.json",
  "assets/icon-32.png",
  "assets/sample-extracts.json",
  "help/pct.html",
  "help/help.css",
];

describe("what a web server sends with the add-in", () => {
  it("is in docs/hosting as scripts/hosting.ts writes it", () => {
    for (const [name, write] of Object.entries(HOSTING_FILES))
      expect(readFileSync(join(FOLDER, name), "utf8")).toBe(write());
  });

  it("knows each script that the build names without a hash", async () => {
    const { entry, output } = await configure({}, { mode: "production" });
    expect(output.filename).toBe("[name].js");
    expect(output.chunkFilename).toMatch(/contenthash:8/);
    expect(Object.keys(entry).map((name) => `${name}.js`)).toEqual(SCRIPTS_THAT_KEEP_THEIR_NAMES);
  });

  it("asks for what keeps its name afresh, and keeps what carries its content's hash", () => {
    for (const file of [
      "taskpane.html",
      ...SCRIPTS_THAT_KEEP_THEIR_NAMES,
      "functions.json",
      "manifest.xml",
      "assets/sample-extracts.json",
      "help/pct.html",
      "help/help.css",
    ])
      expect(headersOf(file)["Cache-Control"]).toBe("no-cache");
    expect(headersOf("412.0a1b2c3d.js")["Cache-Control"]).toMatch(/immutable/);
  });

  it("lets Office keep an icon, which it would otherwise not show", () => {
    expect(headersOf("assets/icon-32.png")["Cache-Control"]).not.toMatch(/no-cache|no-store/);
  });

  it("opens only the functions' description to other origins", () => {
    const open = SHIPPED.filter((file) => "Access-Control-Allow-Origin" in headersOf(file));
    expect(open).toEqual(["functions.json"]);
  });

  it("never forbids Office to frame the pane", () => {
    for (const file of SHIPPED) {
      expect(headersOf(file)).not.toHaveProperty("X-Frame-Options");
      expect(JSON.stringify(headersOf(file))).not.toMatch(/frame-ancestors/);
    }
  });

  it("does not bind this machine to https", () => {
    expect(headersOnThisMachine("taskpane.html")).not.toHaveProperty("Strict-Transport-Security");
    expect(headersOf("taskpane.html")).toHaveProperty("Strict-Transport-Security");
  });
});

describe("nginx", () => {
  /** The headers of the first location whose pattern fits, as nginx chooses. */
  function sent(path: string): Record<string, string> {
    const blocks = [...nginx().matchAll(/location ~ "([^"]+)" \{([^}]+)\}/g)];
    const block = blocks.find(([, pattern = ""]) => new RegExp(pattern).test(`/${path}`))?.[2] ?? "";
    return Object.fromEntries(
      [...block.matchAll(/add_header (\S+) "([^"]+)" always;/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
  }

  it.each(SHIPPED)("sends with %s what it should", (path) => {
    expect(sent(path)).toEqual(headersOf(path));
  });
});

describe("Azure Static Web Apps", () => {
  it("sends with each file what it should", () => {
    const { routes } = JSON.parse(staticWebApp()) as {
      routes: { route: string; headers: Record<string, string> }[];
    };
    const pattern = (route: string) =>
      new RegExp(
        `^${route
          .replace(/[.]/g, "\\.")
          .replace(/\*/g, ".*")
          .replace(/\{(.*)\}/, (_, any: string) => `(${any.replace(/,/g, "|")})`)}$`,
      );
    for (const path of SHIPPED)
      expect(routes.find(({ route }) => pattern(route).test(`/${path}`))?.headers).toEqual(headersOf(path));
  });
});

describe("IIS", () => {
  const { window } = new JSDOM("");
  const parsed = new window.DOMParser().parseFromString(iis(), "application/xml");

  it.each(SHIPPED)("sends with %s nothing that would outlive an update", (path) => {
    const location = [...parsed.querySelectorAll("location")].find((each) => {
      const named = each.getAttribute("path") ?? "";
      return path === named || path.startsWith(`${named}/`);
    });
    const sent = (location ?? parsed).querySelector('add[name="Cache-Control"]')?.getAttribute("value");
    // By name IIS cannot tell a hash: a day for what is not listed, which a new hash makes good.
    expect(sent).toBe(/\.[0-9a-f]{8}\.js$|\.png$/.test(path) ? "public, max-age=86400" : "no-cache");
  });

  it("is a configuration that an XML parser takes", () => {
    expect(parsed.querySelector("parsererror")).toBeNull();
    const always = [...parsed.querySelectorAll("configuration > system\\.webServer add")].map((each) =>
      each.getAttribute("name"),
    );
    expect(always).toEqual(expect.arrayContaining(Object.keys(ALWAYS)));
  });
});
