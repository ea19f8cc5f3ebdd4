/**
 * The far side of the client: takes requests as the client sends them, counts them and their bytes, keeps Excel's
 * limits, and fails where a test tells it to.
 */
import { answerBatch, type Batch, type BatchAnswer, type BatchHost } from "./batch";
import { type HostObject, hostObject } from "./hostObject";
import { type FaultCode, HostFault } from "../model/fault";
import type { Workbook } from "../model/workbook";
import { workbookObject } from "../objects/workbook";
import { calculate } from "../calculation/calculate";
import type { TrackedRange } from "../model/workbook";
import { createEventQueue, type HostEvent } from "./events";

/** Excel on the web takes and gives at most this much at a time. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const EDIT_MODE_PATIENCE = 64;

export interface RequestCounts {
  count: number;
  bytesSent: number;
  bytesReceived: number;
  /** The largest of each. */
  largestSent: number;
  largestReceived: number;
}

/** What shall go wrong. Requests are numbered from 1, as they come. */
export interface Faults {
  /** Request `request` answers this error; with `after` only once that many of its actions are done. */
  failRequest(request: number, code: FaultCode, after?: number): void;
  /** Every request from this one on fails: Excel is gone. */
  failFrom(request: number, code: FaultCode): void;
  /** The user is typing in a cell: requests fail unless they were told to wait. */
  editMode(on: boolean): void;
  /** Something that happens just before request `request` is answered: a sheet is renamed, another user writes. */
  before(request: number, happen: () => void): void;
  clear(): void;
}

export interface RequestHost {
  readonly requests: RequestCounts;
  readonly faults: Faults;
  /** Answers the body of one request; `flags` are the client's. The status is that of the HTTP reply. */
  answer(body: string, flags: number): Promise<{ readonly status: number; readonly body: string }>;
  onEvent(listener: (event: HostEvent) => void): void;
  /** Objects that the client still holds. */
  heldReferences(): number;
}

export function createRequestHost(workbook: Workbook): RequestHost {
  const counts: RequestCounts = {
    count: 0,
    bytesSent: 0,
    bytesReceived: 0,
    largestSent: 0,
    largestReceived: 0,
  };
  const faults = createFaults();
  const events = createEventQueue();
  const references = createReferences(workbook);
  const root = workbookObject(workbook, events);
  const host: BatchHost = {
    root,
    newObject: (name) => hostObject({ name, methods: { NotifyActionHandlerReady: () => null } }, name),
    references,
  };
  return {
    requests: counts,
    faults: faults.control,
    async answer(body, flags) {
      const request = ++counts.count;
      const sent = byteLength(body);
      counts.bytesSent += sent;
      counts.largestSent = Math.max(counts.largestSent, sent);
      faults.happenBefore(request);
      const refused = faults.refusal(request);
      if (refused) return refusal(refused);
      if (sent > PAYLOAD_LIMIT) return refusal("RequestPayloadSizeLimitExceeded");
      if (faults.editing()) {
        if ((flags & EDIT_MODE_PATIENCE) === 0) return refusal("InvalidOperationInCellEditMode");
        await faults.editingEnds();
      }
      const answer = answerBatch(host, cut(JSON.parse(body) as Batch, faults.cutAfter(request)));
      const failed = faults.cutError(request);
      if (workbook.calculationMode === "Automatic") calculate(workbook);
      forgetLooseRanges(workbook, references);
      const text = JSON.stringify(failed && !answer.Error ? withError(answer, failed) : answer);
      const received = byteLength(text);
      if (received > PAYLOAD_LIMIT) return refusal("ResponsePayloadSizeLimitExceeded");
      counts.bytesReceived += received;
      counts.largestReceived = Math.max(counts.largestReceived, received);
      events.flush();
      return { status: 200, body: text };
    },
    onEvent: (listener) => events.listen(listener),
    heldReferences: () => references.size(),
  };
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

function refusal(code: FaultCode): { status: number; body: string } {
  const { message } = new HostFault(code);
  return { status: 400, body: JSON.stringify({ error: { code, message } }) };
}

const cut = (batch: Batch, after: number | null): Batch =>
  after === null ? batch : { ...batch, Actions: batch.Actions.slice(0, after) };

function withError(answer: BatchAnswer, code: FaultCode): BatchAnswer {
  const { message } = new HostFault(code);
  return {
    ...answer,
    Error: {
      Code: code,
      Message: message,
      Location: "",
      ActionIndex: answer.Results.length,
      HttpStatusCode: 500,
    },
  };
}

function createReferences(
  workbook: Workbook,
): BatchHost["references"] & { size(): number; holds(target: unknown): boolean } {
  const byId = new Map<string, HostObject>();
  // A range and what hangs on it (its format, its rules) share a target; only the range itself is held.
  const ids = new Map<unknown, { readonly id: string; readonly className: string }>();
  let next = 0;
  const idOf = (object: HostObject): string | undefined => {
    const known = ids.get(object.target);
    return known?.className === object.className ? known.id : undefined;
  };
  return {
    keep(object) {
      const known = idOf(object);
      if (known !== undefined) return known;
      const id = `reference${++next}`;
      byId.set(id, object);
      ids.set(object.target, { id, className: object.className });
      return id;
    },
    find(id) {
      const object = byId.get(id);
      const range = object?.target as Partial<TrackedRange> | undefined;
      const gone =
        range?.sheet !== undefined && (range.alive === false || !workbook.sheets.includes(range.sheet));
      return gone ? undefined : object;
    },
    idOf,
    forget(id) {
      const object = byId.get(id);
      byId.delete(id);
      if (object) ids.delete(object.target);
    },
    forgetAll() {
      byId.clear();
      ids.clear();
    },
    size: () => byId.size,
    holds: (target) => ids.has(target),
  };
}

/** A range that the client did not ask to keep is forgotten with its batch. */
function forgetLooseRanges(workbook: Workbook, references: { holds(target: unknown): boolean }): void {
  for (const range of workbook.tracked) if (!references.holds(range)) workbook.tracked.delete(range);
}

function createFaults() {
  const single = new Map<number, { readonly code: FaultCode; readonly after: number | null }>();
  const happenings = new Map<number, (() => void)[]>();
  let lasting: { readonly from: number; readonly code: FaultCode } | null = null;
  let typing = false;
  let waiting: (() => void)[] = [];
  const control: Faults = {
    failRequest: (request, code, after) => void single.set(request, { code, after: after ?? null }),
    failFrom: (from, code) => void (lasting = { from, code }),
    editMode(on) {
      typing = on;
      if (on) return;
      for (const resume of waiting) resume();
      waiting = [];
    },
    before: (request, happen) => void happenings.set(request, [...(happenings.get(request) ?? []), happen]),
    clear() {
      single.clear();
      happenings.clear();
      lasting = null;
      control.editMode(false);
    },
  };
  return {
    control,
    happenBefore: (request: number) => happenings.get(request)?.forEach((happen) => happen()),
    refusal(request: number): FaultCode | null {
      if (lasting && request >= lasting.from) return lasting.code;
      const fault = single.get(request);
      return fault && fault.after === null ? fault.code : null;
    },
    cutAfter: (request: number): number | null => single.get(request)?.after ?? null,
    cutError: (request: number): FaultCode | null =>
      single.get(request)?.after != null ? single.get(request)!.code : null,
    editing: () => typing,
    editingEnds: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
}
