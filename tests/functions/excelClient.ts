/**
 * Microsoft's own client in Node, spoken to as Excel speaks to it when it calculates a worksheet function: functions are
 * registered through CustomFunctions.associate, called, cancelled and answered by the client's own messages.
 */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { JSDOM } from "jsdom";

/** Flags of a call: what Excel takes from functions.json's options. */
export const STREAM = 2;
export const ALLOW_ERRORS = 4;

const CUSTOM_FUNCTIONS_MESSAGE = 3;
const CATEGORY = 1;
const INVOCATION = 1000;
const CANCELLATION = 1001;

/** A result as it reaches Excel: [call, succeeded, value, error code]. */
export interface Answer {
  readonly call: number;
  readonly succeeded: boolean;
  readonly value: unknown;
  readonly errorCode: number | null;
}

export interface ExcelClient {
  /** Excel's side of a formula: hands the arguments over and gives the number of the call. */
  call(name: string, argumentsOf: readonly unknown[], flags?: number): number;
  cancel(call: number): void;
  /** The next answer to the call that has not been given out yet. */
  answer(call: number): Promise<Answer>;
  /** Every answer so far, and how many batches they came in. */
  readonly answers: readonly Answer[];
  batches(): number;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

interface WireAction {
  readonly ActionType: number;
  readonly Name?: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

/** Starts a client; `CustomFunctions`, the global that src/functions uses, is then its own. */
export function startExcelClient(): ExcelClient {
  const answers: Answer[] = [];
  const waiting = new Map<number, ((answer: Answer) => void)[]>();
  const unread = new Map<number, Answer[]>();
  let batchCount = 0;
  let calls = 0;

  const take = (results: readonly (readonly unknown[])[]): void => {
    batchCount++;
    for (const [call, succeeded, value, errorCode] of results) {
      const answer = {
        call: call as number,
        succeeded: succeeded as boolean,
        value,
        errorCode: succeeded ? null : (errorCode as number),
      };
      answers.push(answer);
      const next = waiting.get(answer.call)?.shift();
      if (next) next(answer);
      else unread.set(answer.call, [...(unread.get(answer.call) ?? []), answer]);
    }
  };

  const bridge: Bridge = {
    sendMessageToHost(text) {
      const message = JSON.parse(text) as { id: number; message: { body: { Actions: WireAction[] } } };
      const { Actions: actions } = message.message.body;
      for (const { Name: name, ArgumentInfo: info } of actions) {
        if (name === "SetInvocationArrayResults") take(info?.Arguments?.[0] as unknown[][]);
      }
      const body = { Results: actions.map((_, i) => ({ ActionId: i, Value: null })) };
      const reply = {
        id: message.id,
        type: 1,
        message: { statusCode: 200, headers: {}, body: JSON.stringify(body) },
      };
      setImmediate(() => bridge.onMessageFromHost?.(JSON.stringify(reply)));
    },
  };
  evaluateClient(bridge);

  const send = (messageType: number, message: unknown): void => {
    const entries = [
      { messageCategory: CATEGORY, messageType, targetId: "", message: JSON.stringify(message) },
    ];
    bridge.onMessageFromHost?.(JSON.stringify({ type: CUSTOM_FUNCTIONS_MESSAGE, message: { entries } }));
  };

  return {
    answers,
    batches: () => batchCount,
    call(name, argumentsOf, flags = ALLOW_ERRORS) {
      const call = ++calls;
      send(INVOCATION, [call, name, argumentsOf, "Sheet1!A1", flags]);
      return call;
    },
    cancel: (call) => send(CANCELLATION, { invocationId: call }),
    answer(call) {
      const ready = unread.get(call)?.shift();
      if (ready) return Promise.resolve(ready);
      return new Promise((resolve) => waiting.set(call, [...(waiting.get(call) ?? []), resolve]));
    },
  };
}

/** In a window of its own, beside the simulator's client if there is one; the global `CustomFunctions` is this client's. */
function evaluateClient(bridge: Bridge): void {
  const window: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    navigator: { userAgent: "node" },
    name: "",
    document: undefined,
    location: {
      search: "",
      hash: "",
      href: "https://clinic.council.example/taskpane.html",
      origin: "https://clinic.council.example",
      protocol: "https:",
      host: "clinic.council.example",
      hostname: "clinic.council.example",
      pathname: "/taskpane.html",
    },
    CustomFunctions: customFunctionsOfOfficeJs(),
  };
  for (const name of ["window", "self", "parent", "top"]) window[name] = window;
  for (const name of ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "console", "URL"]) {
    window[name] = Reflect.get(globalThis, name);
  }
  const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  runInContext(readFileSync(file, "utf8"), createContext(window), { filename: file });
  Reflect.set(globalThis, "CustomFunctions", window.CustomFunctions);
}

/** `associate` belongs to office.js, which needs a document; the scripts that it would load next are not fetched. */
function customFunctionsOfOfficeJs(): unknown {
  const page = new JSDOM('<script src="https://localhost/office.js"></script>', {
    url: "https://clinic.council.example/taskpane.html",
    runScripts: "outside-only",
  });
  page.window.eval(readFileSync(require.resolve("@microsoft/office-js/dist/office.js"), "utf8"));
  const customFunctions: unknown = Reflect.get(page.window, "CustomFunctions");
  page.window.close(); // ends its timers, which wait for scripts that never come
  return customFunctions;
}
