/** The demonstration's server outlives addresses that are none. */
import { mkdtempSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveDemo, type DemoServer } from "../../simulator/demo/serve";

let server: DemoServer;

beforeAll(async () => {
  server = await serveDemo({ port: 0, dist: mkdtempSync(join(tmpdir(), "pane-")) });
});
afterAll(() => server.close());

/** The path goes as it is: `fetch` would put it in order first. */
function statusOf(path: string): Promise<number | undefined> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    get({ host: "localhost", port, path, rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once("error", reject);
  });
}

test("“//” and “/%” are not found, and the page is still served", async () => {
  expect([await statusOf("//"), await statusOf("/%"), await statusOf("/")]).toEqual([404, 404, 200]);
});
