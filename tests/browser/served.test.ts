/** The built add-in on a small web server with a release's headers: every file of dist/ arrives as docs/hosting promises. */
import { readdirSync } from "node:fs";
import { get } from "node:https";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { headersOnThisMachine } from "../../scripts/hosting";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";
import { builtPane } from "./demoPage";

/** What a browser told not to sniff (X-Content-Type-Options) needs to hear before it runs or shows a file. */
const TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html/,
  js: /^text\/javascript/,
  css: /^text\/css/,
  json: /^application\/json/,
  png: /^image\/png/,
};

let server: DemoServer;

beforeAll(async () => {
  server = await serveDemo({ port: 0, dist: builtPane() });
});
afterAll(() => server.close());

function filesOf(folder: string, under = ""): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(folder, `${under}${entry.name}/`) : [`${under}${entry.name}`],
  );
}

function answerTo(path: string): Promise<IncomingMessage> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    get({ host: "localhost", port, path: `/${path}`, rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response);
    }).once("error", reject);
  });
}

test("each file has its headers and a type that a browser takes, and none forbids Office to frame it", async () => {
  const files = filesOf(builtPane());
  expect(files).toEqual(expect.arrayContaining(["taskpane.html", "fileReader.js", "functions.json"]));
  for (const file of files) {
    const { statusCode, headers } = await answerTo(file);
    const promised = Object.fromEntries(
      Object.entries(headersOnThisMachine(file)).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect([file, statusCode]).toEqual([file, 200]);
    expect([file, headers]).toEqual([file, expect.objectContaining(promised)]);
    expect(headers).not.toHaveProperty("x-frame-options");
    const ending = file.split(".").at(-1) ?? "";
    expect([file, headers["content-type"]]).toEqual([file, expect.stringMatching(TYPES[ending] ?? /./)]);
  }
});
