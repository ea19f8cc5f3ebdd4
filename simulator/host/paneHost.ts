/**
 * Excel's side of the messages that a task pane on the web sends: just enough for the client to start, and to have its
 * requests answered. The pane learns what it runs in from its window's name, which must be set before it loads.
 */
import type { Workbook } from "../model/workbook";
import type { HostEvent } from "./events";
import type { RequestHost } from "./requestHost";

export interface PaneConnection {
  readonly frame: HTMLIFrameElement;
  load(address: string): void;
  onAnswer(listener: () => void): void;
  close(): void;
}

interface PaneMessage {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: {
    readonly DdaMethod?: { readonly DispatchId: number };
    readonly ArrayData?: readonly unknown[];
  };
}

const REQUEST = 0;
const REGISTER_EVENT = 1;
const UNREGISTER_EVENT = 2;
const EXECUTE_EXCEL_REQUEST = 93;
const EXCEL_ON_THE_WEB = 16;
const NOT_SUPPORTED = 5000;
const EVENT_CATEGORY = 65536;
const CONTROL = "simulated-control";

/** What the npm copy of the client knows. */
const REQUIREMENTS = {
  excelapi: 1.15,
  richapiruntime: 1.2,
  sharedruntime: 1.1,
  customfunctionsruntime: 1.2,
  delayforcelledit: 1.1,
};

export function connectPane(host: RequestHost, workbook: Workbook): PaneConnection {
  const frame = document.createElement("iframe");
  frame.title = "Assurance Clinic";
  const listeners: (() => void)[] = [];
  const registered = new Map<string, PaneMessage>();
  let open = true;

  const reply = (to: PaneMessage, data: unknown, responseType = 0): void => {
    const answer = {
      _messageType: 1,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _origin: location.origin,
      _errorCode: 0,
      _responseType: responseType,
      _data: data,
      _serializerVersion: 1,
    };
    if (open) frame.contentWindow?.postMessage(JSON.stringify(answer), location.origin);
  };

  const answerExcel = async (message: PaneMessage): Promise<void> => {
    if (message._data?.DdaMethod?.DispatchId !== EXECUTE_EXCEL_REQUEST) {
      reply(message, { Error: NOT_SUPPORTED, Version: 1 });
      return;
    }
    // [custom data, method, path, headers, body, permission, flags …]
    const parts = message._data.ArrayData ?? [];
    const { status, body } = await host.answer(String(parts[4]), Number(parts[6] ?? 0));
    reply(message, status === 200 ? succeeded(body) : refused(body));
    for (const listener of listeners) listener();
  };

  const receive = (event: MessageEvent): void => {
    const message = event.source === frame.contentWindow ? readMessage(event.data) : null;
    if (!message || message._messageType !== REQUEST) return;
    if (message._actionType === REGISTER_EVENT || message._actionType === UNREGISTER_EVENT) {
      if (message._actionType === REGISTER_EVENT) registered.set(message._actionName, message);
      else registered.delete(message._actionName);
      reply(message, { Error: 0 });
    } else if (message._actionName === "ContextActivationManager_getAppContextAsync")
      reply(message, appContext(workbook));
    else if (message._actionName === "executeMethod") void answerExcel(message);
    else reply(message, null);
  };

  window.addEventListener("message", receive);
  host.onEvent((event) => {
    for (const [name, message] of registered)
      if (/richapi|33/i.test(name)) reply(message, eventData(event), 1);
  });
  return {
    frame,
    load(address) {
      frame.name = JSON.stringify({
        baseFrameName: "simulated-excel",
        hostInfo: "Excel|Web|16.00|en-GB|simulated||disableLogging|",
        xdmInfo: `conversation|${CONTROL}|${location.origin}`,
        serializerVersion: "1",
        flights: "[]",
      });
      frame.src = address;
    },
    onAnswer: (listener) => void listeners.push(listener),
    close() {
      open = false;
      window.removeEventListener("message", receive);
      frame.remove();
    },
  };
}

function readMessage(text: unknown): PaneMessage | null {
  try {
    return JSON.parse(String(text)) as PaneMessage;
  } catch {
    return null;
  }
}

const succeeded = (body: string): object => ({
  Error: 0,
  Version: 1,
  Data: [200, ["Content-Type", "application/json"], body],
});

/** Numbers of Office's own for what stops a request as a whole. */
const OFFICE_ERRORS: Readonly<Record<string, number>> = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
  InvalidOperationInCellEditMode: 5004,
};
const GENERAL_ERROR = 5001;

function refused(body: string): object {
  const { error } = JSON.parse(body) as { readonly error: { readonly code: string } };
  return { Error: OFFICE_ERRORS[error.code] ?? GENERAL_ERROR, Version: 1 };
}

const eventData = ({ type, targetId, message }: HostEvent): object => ({
  ArrayData: [[EVENT_CATEGORY, type, targetId, JSON.stringify(message), 0]],
});

function appContext(workbook: Workbook): object {
  return {
    _id: CONTROL,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: "16.00",
    _appUILocale: "en-GB",
    _dataLocale: "en-GB",
    _docUrl: workbook.name,
    _clientMode: 1,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "simulated",
    _appInstanceId: CONTROL,
    _requirementMatrix: JSON.stringify(REQUIREMENTS),
    _hostFullVersion: "16.0.0.0",
    _featureGates: {},
    _appDomains: [location.origin],
    _initialDisplayMode: 0,
  };
}
