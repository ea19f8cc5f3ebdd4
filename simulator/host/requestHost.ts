/**
 * The far side of the client: takes requests as the client sends them, counts them and their bytes, keeps Excel's
 * limits, and fails where a test tells it to.
 */
import { answerBatch, type Batch, type BatchAnswer, type BatchHost } from "./batch";
import { type HostObject, hostObject } from "./hostObject";
import { type FaultCode, HostFault } from "../model/fault";
import { type Manners, mannersNamed } from "../model/manners";
import type { Workbook } from "../model/workbook";
import { workbookObject } from "../objects/workbook";
import { calculate } from "../calculation/calculate";
import type { TrackedRange } from "../model/workbook";
import { createEventQueue, type HostEvent } from "./events";
import { createRefusals, type Refusals, type SetOf } from "./refusals";

/** Excel on the web takes and gives at most this much at a time. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const EDIT_MODE_PATIENCE = 64;

export interface RequestCounts {
  count: number;
  bytesSent: number;
  bytesReceived: number;
  /** The largest of each. */
  largestSent: number;
  largestReceived: number;
  /** What the requests asked for, one by one: each costs Excel time, a write most of all. */
  actions: number;
  /** The same by kind ("set RangeFont.Size"). */
  kinds: Map<string, number>;
}

/** The kinds of which there were most, the most frequent first. */
export function dearestKinds({ kinds }: RequestCounts, most: number): [kind: string, actions: number][] {
  return [...kinds].sort(([, one], [, other]) => other - one).slice(0, most);
}

/** Actions that change the workbook, told by their kind; keeping and giving back references changes nothing. */
export function writingActions({ kinds }: RequestCounts): number {
  return [...kinds]
    .filter(([kind]) => /^set |^call \w+\.(?!_|Get|Item)/.test(kind))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** What shall go wrong. Requests are numbered from 1, as they come. */
export interface Faults {
  /** Request `request` answers this error; with `after` only once that many of its actions are done. */
  failRequest(request: number, code: FaultCode, after?: number): void;
  /** Every request from this one on fails: Excel is gone. */
  failFrom(request: number, code: FaultCode): void;
  /** The user is typing in a cell: requests fail unless they were told to wait. */
  editMode(on: boolean): void;
  /** Excel is working out cells, our functions' among them: no request is answered then (o-js#1395, #6841). */
  calculating(on: boolean): void;
  /** The user has gone to another workbook: some members fail until the user comes back (o-js#6365). */
  otherWorkbookInFront(on: boolean): void;
  /** The printer's driver takes no page setup: margins, paper, print area and the like are refused (o-js#1860). */
  pageSetupRefused(on: boolean): void;
  /**
   * Something that happens just before request `request` is answered: a sheet is renamed, another user writes. Where it
   * gives a promise the request waits for it, while Excel answers others.
   */
  before(request: number, happen: () => void | Promise<void>): void;
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

export interface HostOptions {
  readonly manners?: Manners;
  /** The ExcelApi set of a member; unless given, every member that is simulated is there. */
  readonly setOf?: SetOf;
  /** Formulas are worked out after each request, as Excel does, or only once a value is asked for: quicker, with the same answers. */
  readonly calculates?: "after each request" | "when asked";
}

export function createRequestHost(
  workbook: Workbook,
  { manners = mannersNamed("web"), setOf = () => null, calculates = "after each request" }: HostOptions = {},
): RequestHost {
  const counts: RequestCounts = {
    count: 0,
    bytesSent: 0,
    bytesReceived: 0,
    largestSent: 0,
    largestReceived: 0,
    actions: 0,
    kinds: new Map(),
  };
  const refusals = createRefusals(workbook, manners, setOf);
  const faults = createFaults(refusals);
  const events = createEventQueue();
  const references = createReferences(workbook);
  const root = workbookObject(workbook, events, manners);
  const host: BatchHost = {
    root,
    allow: refusals.allow,
    newObject: (name) => hostObject({ name, methods: { NotifyActionHandlerReady: () => null } }, name),
    onAction(kind) {
      counts.actions++;
      counts.kinds.set(kind, (counts.kinds.get(kind) ?? 0) + 1);
    },
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
      await faults.happenBefore(request);
      const refused = faults.refusal(request);
      if (refused) return refusal(refused);
      if (sent > PAYLOAD_LIMIT) return refusal("RequestPayloadSizeLimitExceeded");
      if (faults.editing()) {
        if ((flags & EDIT_MODE_PATIENCE) === 0) return refusal("InvalidOperationInCellEditMode");
        await faults.editingEnds();
      }
      if (faults.calculating()) return refusal("GeneralException");
      refusals.beginBatch();
      const answer = answerBatch(host, cut(JSON.parse(body) as Batch, faults.cutAfter(request)));
      const failed = faults.cutError(request);
      if (workbook.calculationMode === "Automatic" && calculates === "after each request")
        calculate(workbook);
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

function createFaults(refusals: Refusals) {
  const single = new Map<number, { readonly code: FaultCode; readonly after: number | null }>();
  const happenings = new Map<number, (() => void | Promise<void>)[]>();
  let lasting: { readonly from: number; readonly code: FaultCode } | null = null;
  let typing = false;
  let working = false;
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
    calculating: (on) => void (working = on),
    otherWorkbookInFront: refusals.otherWorkbookInFront,
    pageSetupRefused: refusals.pageSetupRefused,
    before: (request, happen) => void happenings.set(request, [...(happenings.get(request) ?? []), happen]),
    clear() {
      single.clear();
      happenings.clear();
      lasting = null;
      working = false;
      refusals.otherWorkbookInFront(false);
      refusals.pageSetupRefused(false);
      control.editMode(false);
    },
  };
  return {
    control,
    async happenBefore(request: number): Promise<void> {
      for (const happen of happenings.get(request) ?? []) await happen();
    },
    refusal(request: number): FaultCode | null {
      if (lasting && request >= lasting.from) return lasting.code;
      const fault = single.get(request);
      return fault && fault.after === null ? fault.code : null;
    },
    cutAfter: (request: number): number | null => single.get(request)?.after ?? null,
    cutError: (request: number): FaultCode | null =>
      single.get(request)?.after != null ? single.get(request)!.code : null,
    calculating: () => working,
    editing: () => typing,
    editingEnds: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
}
