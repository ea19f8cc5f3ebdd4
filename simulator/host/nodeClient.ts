/**
 * Microsoft's own client in Node: evaluated once, in this realm, so that its arrays and errors are ours. It finds the
 * bridge to its host as a name in scope, and sends every request to whichever simulated workbook is installed.
 */
import { readFileSync } from "node:fs";
import type { HostEvent } from "./events";
import type { RequestHost } from "./requestHost";

export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

interface RequestMessage {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

let client: OfficeClient | null = null;
let installed: RequestHost | null = null;

const bridge: Bridge = {
  sendMessageToHost(text) {
    const request = JSON.parse(text) as RequestMessage;
    const reply = (statusCode: number, body: string): void =>
      bridge.onMessageFromHost?.(
        JSON.stringify({ id: request.id, type: 1, message: { statusCode, headers: {}, body } }),
      );
    const host = installed;
    if (!host)
      return reply(
        400,
        JSON.stringify({ error: { code: "GeneralException", message: "No workbook is open." } }),
      );
    const body =
      typeof request.message.body === "string" ? request.message.body : JSON.stringify(request.message.body);
    setImmediate(() => {
      host.answer(body, request.flags).then(
        (answer) => reply(answer.status, answer.body),
        (fault: unknown) =>
          reply(500, JSON.stringify({ error: { code: "GeneralException", message: String(fault) } })),
      );
    });
  },
};

/** Sends the client's requests to `host` from now on. */
export function connectClient(host: RequestHost): OfficeClient {
  client ??= loadClient();
  installed = host;
  host.onEvent((event) => {
    if (installed === host) sendEvent(event);
  });
  return client;
}

const EVENT_CATEGORY = 65536;

function sendEvent(event: HostEvent): void {
  const entry = {
    messageCategory: EVENT_CATEGORY,
    messageType: event.type,
    targetId: event.targetId,
    message: JSON.stringify(event.message),
    isRemoteOverride: false,
  };
  setImmediate(() =>
    bridge.onMessageFromHost?.(
      JSON.stringify({ id: "", type: 3, controlId: "", message: { entries: [entry] } }),
    ),
  );
}

function loadClient(): OfficeClient {
  const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  const source = readFileSync(file, "utf8");
  const location = {
    search: "",
    hash: "",
    href: "https://localhost/taskpane.html",
    origin: "https://localhost",
    protocol: "https:",
    host: "localhost",
    hostname: "localhost",
    pathname: "/taskpane.html",
  };
  const window: Record<string, unknown> = {
    location,
    name: "",
    navigator: { userAgent: "node" },
    document: undefined,
    _richApiNativeBridge: bridge,
  };
  Object.assign(window, { window, self: window, parent: window, top: window });
  // A script's own variables are its window's, and the other way about: `with` over a window that owns every name.
  const scope = new Proxy(window, {
    has: (_window, name) => typeof name === "string" && name !== "scope",
    get: (own, name: string) => (name in own ? own[name] : (globalThis as Record<string, unknown>)[name]),
  });
  const evaluate = new Function("scope", `with (scope) {\n${source}\n}`) as (given: unknown) => void;
  evaluate(scope);
  const loaded = window as unknown as OfficeClient;
  // Excel.run then waits until its held references are let go, so that none is left behind when it is done.
  const utility = loaded.OfficeExtension as unknown as { Utility: { _synchronousCleanup: boolean } };
  utility.Utility._synchronousCleanup = true;
  return { Excel: loaded.Excel, Office: loaded.Office, OfficeExtension: loaded.OfficeExtension };
}
