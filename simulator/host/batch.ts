/**
 * Answers one batch of the Excel JavaScript client: actions over object paths, in order. At the first that fails the
 * rest is left, and what was done stays done, as in Excel.
 */
import { HostFault } from "../model/fault";
import { type Argument, type HostObject, isHostObject, type Json, memberName } from "./hostObject";

export interface Batch {
  readonly Actions: readonly BatchAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface BatchAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, Json>>;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** 0 or null where the argument is a plain value; a list where the argument is one. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly (number | null)[] | null)[];
}

interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
  queryAsJson: 7,
  update: 9,
};
const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 };

/** What a batch needs of the host it runs in. */
export interface BatchHost {
  readonly root: HostObject;
  /** What this Excel refuses at the moment, though the simulator knows the member (refusals.ts). Throws HostFault. */
  allow(use: MemberUse): void;
  newObject(name: string): HostObject | null;
  /** Told of every action that is done, in plain words: "set RangeFont.Size", "instantiate Range". */
  onAction(kind: string): void;
  /** Objects that the client holds on to between requests. */
  readonly references: {
    keep(object: HostObject): string;
    find(id: string): HostObject | undefined;
    idOf(object: HostObject): string | undefined;
    forget(id: string): void;
    forgetAll(): void;
  };
}

/** One member of one class, as the client spells it ("Worksheet", "ShowGridlines"). */
export interface MemberUse {
  readonly className: string;
  readonly member: string;
  readonly how: "get" | "set" | "call" | "navigate";
  readonly args: readonly Argument[];
}

export function answerBatch(host: BatchHost, batch: Batch): BatchAnswer {
  const paths = createPathResolver(host, batch.ObjectPaths);
  const results: { ActionId: number; Value: Json }[] = [];
  let index = 0;
  let at = "";
  try {
    for (; index < batch.Actions.length; index++) {
      const action = batch.Actions[index]!;
      at = locate(batch, action);
      results.push({ ActionId: action.Id, Value: perform(host, paths, action) });
    }
    return { Results: results };
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    return {
      Results: results,
      Error: {
        Code: error.code,
        Message: error.message,
        Location: at,
        ActionIndex: index,
        HttpStatusCode: STATUS[error.code] ?? 400,
      },
    };
  }
}

const STATUS: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  AccessDenied: 403,
  GeneralException: 500,
};

interface PathResolver {
  resolve(id: number): HostObject | null;
}

function createPathResolver(host: BatchHost, paths: Batch["ObjectPaths"]): PathResolver {
  const resolved = new Map<number, HostObject | null>();
  const resolve = (id: number): HostObject | null => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = paths[id];
    if (!path) throw new HostFault("GeneralException", `The batch has no object path ${id}.`);
    const object = find(path);
    resolved.set(id, object);
    return object;
  };
  const find = (path: ObjectPath): HostObject | null => {
    const parent = path.ParentObjectPathId ? resolve(path.ParentObjectPathId) : null;
    if (path.ParentObjectPathId && !parent) return null;
    const args = argumentsOf(path.ArgumentInfo, resolve);
    switch (path.ObjectPathType) {
      case PATH.global:
        return host.root;
      case PATH.newObject:
        return host.newObject(path.Name);
      case PATH.method: {
        const outcome = invoke(host, parent!, path.Name, args);
        if (outcome !== null && !isHostObject(outcome)) {
          throw new HostFault("GeneralException", `${parent!.className}.${path.Name} gives no object.`);
        }
        return outcome;
      }
      case PATH.property:
        return navigate(host, parent!, path.Name);
      case PATH.indexer:
        return parent!.item((path.ArgumentInfo?.Arguments ?? [])[0] ?? null);
      case PATH.reference: {
        const held = host.references.find(path.Name);
        if (!held) throw new HostFault("InvalidReference");
        return held;
      }
      case PATH.nothing:
        return null;
      default:
        throw new HostFault(
          "ApiNotFound",
          `The simulated Excel knows no object path of type ${path.ObjectPathType}.`,
        );
    }
  };
  return { resolve };
}

function argumentsOf(info: ArgumentInfo | undefined, resolve: PathResolver["resolve"]): readonly Argument[] {
  const objectOr = (value: Json, id: number | null | undefined): Json | HostObject => {
    if (!id) return value;
    const object = resolve(id);
    if (!object) throw new HostFault("InvalidArgument");
    return object;
  };
  return (info?.Arguments ?? []).map((value, index): Argument => {
    const referenced = info?.ReferencedObjectPathIds?.[index];
    if (referenced === null || typeof referenced !== "object") return objectOr(value, referenced);
    return (value as readonly Json[]).map((inner, at) => objectOr(inner, referenced[at]));
  });
}

function perform(host: BatchHost, paths: PathResolver, action: BatchAction): Json {
  if (action.ActionType === ACTION.trace) return null;
  const object = paths.resolve(action.ObjectPathId);
  host.onAction(kindOf(action, object));
  if (!object) {
    const writes =
      action.ActionType === ACTION.setProperty ||
      action.ActionType === ACTION.update ||
      (action.ActionType === ACTION.method && !action.Name.startsWith("_"));
    if (writes) throw new HostFault("ItemNotFound");
    return null;
  }
  switch (action.ActionType) {
    case ACTION.instantiate:
      return identify(host, object);
    case ACTION.query:
    case ACTION.queryAsJson:
      return query(host, object, action.QueryInfo ?? {});
    case ACTION.setProperty:
      set(host, object, action.Name, action.ArgumentInfo?.Arguments?.[0] ?? null);
      return null;
    case ACTION.update:
      update(host, object, action.ObjectState ?? {});
      return null;
    case ACTION.ensureUnchanged:
      return null;
    case ACTION.method:
      return callMethod(host, paths, object, action);
    default:
      throw new HostFault("ApiNotFound", `The simulated Excel knows no action of type ${action.ActionType}.`);
  }
}

const VERBS: Readonly<Record<number, string>> = {
  [ACTION.instantiate]: "instantiate",
  [ACTION.query]: "load",
  [ACTION.queryAsJson]: "load",
  [ACTION.setProperty]: "set",
  [ACTION.update]: "set",
  [ACTION.method]: "call",
};

function kindOf({ ActionType, Name }: BatchAction, object: HostObject | null): string {
  const member = ActionType === ACTION.setProperty || ActionType === ACTION.method ? `.${Name}` : "";
  return `${VERBS[ActionType] ?? "other"} ${object?.className ?? "nothing"}${member}`;
}

function callMethod(host: BatchHost, paths: PathResolver, object: HostObject, action: BatchAction): Json {
  const args = argumentsOf(action.ArgumentInfo, paths.resolve);
  if (action.Name === "_KeepReference") {
    host.references.keep(object);
    return null;
  }
  if (action.Name === "_RemoveReference") {
    host.references.forget(String(args[0]));
    return null;
  }
  if (action.Name === "_RemoveAllReferences") {
    host.references.forgetAll();
    return null;
  }
  const outcome = invoke(host, object, action.Name, args);
  if (outcome === undefined) return null;
  return isHostObject(outcome) ? identify(host, outcome) : outcome;
}

function identify(host: BatchHost, object: HostObject): Json {
  const reference = host.references.idOf(object);
  return reference === undefined ? object.identity() : { ...object.identity(), _ReferenceId: reference };
}

function update(host: BatchHost, object: HostObject, state: Readonly<Record<string, Json>>): void {
  for (const [name, value] of Object.entries(state)) {
    if (memberName(object.description.navigation, name)) {
      const inner = navigate(host, object, name);
      if (inner && typeof value === "object" && value !== null)
        update(host, inner, value as Readonly<Record<string, Json>>);
    } else set(host, object, name, value);
  }
}

function invoke(host: BatchHost, object: HostObject, member: string, args: readonly Argument[]) {
  host.allow({ className: object.className, member, how: "call", args });
  return object.invoke(member, args);
}

function navigate(host: BatchHost, object: HostObject, member: string): HostObject | null {
  host.allow({ className: object.className, member, how: "navigate", args: [] });
  return object.navigate(member);
}

function set(host: BatchHost, object: HostObject, member: string, value: Json): void {
  host.allow({ className: object.className, member, how: "set", args: [value] });
  object.set(member, value);
}

function get(host: BatchHost, object: HostObject, member: string): Json {
  host.allow({ className: object.className, member, how: "get", args: [] });
  return object.get(member);
}

/** What a load asks for: an object's own properties, those of objects it leads to, a collection's items. */
function query(host: BatchHost, object: HostObject, info: QueryInfo): Json {
  const selected = [...(info.Select ?? []), ...(info.Expand ?? [])];
  const answer: Record<string, Json> = { ...(identify(host, object) as Record<string, Json>) };
  const items = object.items();
  const ofItems: string[] = [];
  const ofNavigation = new Map<string, string[]>();
  const { properties, navigation } = object.description;
  const addAll = (): void => {
    for (const name of Object.keys(properties ?? {})) answer[name] = get(host, object, name);
  };
  if (selected.length === 0 && !items) addAll();
  for (const path of selected) {
    const [head = "", ...rest] = path.split(/[/.]/);
    const property = memberName(properties, head);
    const leads = memberName(navigation, head);
    if (head === "*" && !items) addAll();
    else if (head.toLowerCase() === "isnullobject") continue;
    else if (rest.length === 0 && property) answer[property] = get(host, object, property);
    else if (leads)
      ofNavigation.set(leads, [...(ofNavigation.get(leads) ?? []), ...(rest.length ? [rest.join("/")] : [])]);
    else if (items && head.toLowerCase() === "items") ofItems.push(...(rest.length ? [rest.join("/")] : []));
    else if (items) ofItems.push(path);
    else throw new HostFault("ApiNotFound", `The simulated Excel has no ${object.className}.${head}.`);
  }
  for (const [name, inner] of ofNavigation) {
    const target = navigate(host, object, name);
    answer[name] = target && query(host, target, { Select: inner });
  }
  if (items) {
    const skipped = info.Skip ? items.slice(info.Skip) : items;
    const shown = info.Top ? skipped.slice(0, info.Top) : skipped;
    answer["_Items"] = shown.map((item) => query(host, item, { Select: ofItems }));
  }
  return answer;
}

/** "Worksheet.getRange", as error messages name where they happened. */
function locate(batch: Batch, action: BatchAction): string {
  const path = batch.ObjectPaths[action.ObjectPathId];
  const member = action.Name || path?.Name || "getItem";
  return member.charAt(0).toLowerCase() + member.slice(1);
}
