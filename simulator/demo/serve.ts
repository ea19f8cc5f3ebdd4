/**
 * Serves the demonstration on https://localhost: the production bundle of the pane under its own
 * Content-Security-Policy, Microsoft's client from its npm package, and the page that plays Excel round them.
 * All from one origin, as the client demands; nothing is fetched from anywhere else. The headers are a release's own.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { headersOnThisMachine } from "../../scripts/hosting";
import { buildPaneWhereStale, bundleDemo } from "./bundle";
import { localCertificate } from "./certificate";

const ROOT = join(__dirname, "..", "..");
const OWN_DIST = join(ROOT, "dist");
const OFFICE_FOLDER = join(ROOT, "node_modules", "@microsoft", "office-js", "dist");
const DEMO_FILES: Readonly<Record<string, string>> = {
  "/": join(__dirname, "index.html"),
  "/demo/": join(__dirname, "index.html"),
  "/demo/demo.css": join(__dirname, "demo.css"),
  "/demo/sample.xlsx": join(ROOT, "samples", "clinic-2023-07.xlsx"),
};

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export interface DemoServer {
  /** "https://localhost:3443" */
  readonly origin: string;
  close(): Promise<void>;
}

export interface DemoOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** The production bundle, as it stands; the project's own, brought up to date, unless given. */
  readonly dist?: string;
}

/** Builds the pane first where dist/ lacks it or is older than the code. Throws a plain sentence where the port is taken. */
export async function serveDemo({ port, dist = OWN_DIST }: DemoOptions): Promise<DemoServer> {
  if (dist === OWN_DIST) await buildPaneWhereStale(dist);
  const script = await bundleDemo();
  const server = createServer(await localCertificate(), (request, response) => {
    const path = pathOf(request.url ?? "/");
    const answer = path === "/demo/demo.js" ? script : path === null ? null : contentOf(path, dist);
    if (answer === null || path === null) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
      return response.end("Not found");
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(path)] ?? TYPES[".html"],
      ...headersOnThisMachine(path.slice(1)),
    });
    return response.end(answer);
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** null for an address that is none ("//", "/%"): whoever asks for it must not end the server. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "https://localhost").pathname);
  } catch {
    return null;
  }
}

function contentOf(path: string, dist: string): string | Buffer | null {
  const ownFile = DEMO_FILES[path];
  if (ownFile !== undefined) return readFileSync(ownFile);
  if (path.startsWith("/office/")) return fileIn(OFFICE_FOLDER, path.slice("/office/".length));
  const content = fileIn(dist, path.slice(1));
  return path === "/taskpane.html" && content !== null ? withLocalClient(content.toString("utf8")) : content;
}

/**
 * The one change to what ships: production loads Microsoft's client from Microsoft, and the demonstration, which
 * must work offline, has the same address answered by the npm copy. The policy stays as it is.
 */
function withLocalClient(html: string): string {
  return html.replace(/(<script[^>]+src=)"?https:\/\/[^">\s]+\/office\.js"?/, '$1"/office/office.js"');
}

function fileIn(folder: string, path: string): Buffer | null {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) return null;
  return readFileSync(file);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is taken by another program.`) : error),
    );
    server.listen(port, "localhost", () => resolve());
  });
}
