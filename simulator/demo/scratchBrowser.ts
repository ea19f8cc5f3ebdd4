/* scratch: replaced by simulator/browser.ts when it lands */
import { createRequestHost } from "../host/requestHost";
import type { Workbook } from "../model/workbook";
export function openPaneOn(workbook: Workbook, mount: HTMLElement, address: string) {
  const host = createRequestHost(workbook);
  const frame = document.createElement("iframe");
  const events: Record<string, any> = {};
  const reply = (m: any, d: any, type = 0) =>
    frame.contentWindow!.postMessage(
      JSON.stringify({
        _messageType: 1,
        _actionName: m._actionName,
        _conversationId: m._conversationId,
        _correlationId: m._correlationId,
        _origin: location.origin,
        _errorCode: 0,
        _responseType: type,
        _data: d,
        _serializerVersion: 1,
      }),
      location.origin,
    );
  const onMessage = async (e: MessageEvent) => {
    if (e.source !== frame.contentWindow) return;
    let m: any;
    try {
      m = JSON.parse(e.data);
    } catch {
      return;
    }
    if (m._messageType !== 0) return;
    if (m._actionType === 1) {
      events[m._actionName] = m;
      return reply(m, { Error: 0 });
    }
    if (m._actionType === 2) {
      delete events[m._actionName];
      return reply(m, { Error: 0 });
    }
    if (m._actionName === "ContextActivationManager_getAppContextAsync")
      return reply(m, {
        _id: "ctl1",
        _appName: 16,
        _appVersion: "16.00",
        _appUILocale: "en-US",
        _dataLocale: "en-US",
        _docUrl: workbook.name,
        _clientMode: 1,
        _settings: [],
        _reason: 1,
        _osfControlType: 1,
        _eToken: "",
        _correlationId: "corr-1",
        _appInstanceId: "ctl1",
        _requirementMatrix: JSON.stringify({
          excelapi: 1.15,
          richapiruntime: 1.2,
          sharedruntime: 1.1,
          customfunctionsruntime: 1.1,
        }),
        _hostFullVersion: "16.0.0.0",
        _featureGates: {},
        _appDomains: [location.origin],
        _initialDisplayMode: 0,
      });
    if (m._actionName === "executeMethod") {
      if (m._data.DdaMethod.DispatchId === 93) {
        const a = m._data.ArrayData;
        const out = await (host as any).answer(a[4], a[6] ?? 0).catch((e: any) => {
          console.log("THROW " + e.stack);
          throw e;
        });
        console.log("req", a[4].length, a[6], out.status, out.body.length, out.body.slice(0, 0));
        return reply(m, {
          Error: 0,
          Version: 1,
          Data: [out.status, ["Content-Type", "application/json"], out.body],
        });
      }
      return reply(m, { Error: 5000, Version: 1 });
    }
    reply(m, null);
  };
  window.addEventListener("message", onMessage);
  host.onEvent((ev) => {
    for (const k of Object.keys(events))
      if (/richApiMessage|33|RichApi/i.test(k))
        reply(events[k], { ArrayData: [[65536, ev.type, ev.targetId, JSON.stringify(ev.message), 0]] }, 1);
  });
  frame.name = JSON.stringify({
    baseFrameName: "demo",
    hostInfo: "Excel|Web|16.00|en-US|corr-1||disableLogging|",
    xdmInfo: `conv1|ctl1|${location.origin}`,
    serializerVersion: "1",
    flights: "[]",
  });
  frame.src = address;
  frame.title = "Assurance Clinic";
  mount.replaceChildren(frame);
  const listeners: (() => void)[] = [];
  const answer = host.answer;
  (host as any).answer = async (b: string, f: number) => {
    const r = await answer(b, f);
    for (const l of listeners) l();
    return r;
  };
  return {
    frame,
    host,
    onAnswer(l: () => void) {
      listeners.push(l);
    },
    close() {
      window.removeEventListener("message", onMessage);
      frame.remove();
    },
  };
}
