/** What the batch processor sees of an Excel object: its members by name, and what it hands back. */
import { HostFault } from "../model/fault";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a member may be handed: a plain value, an object of the same batch, or a list of either. */
export type Argument = Json | HostObject | readonly (Json | HostObject)[] | undefined;

export interface HostObject {
  readonly className: string;
  readonly description: HostClass<never>;
  readonly target: unknown;
  get(property: string): Json;
  set(property: string, value: Json): void;
  navigate(property: string): HostObject | null;
  invoke(method: string, args: readonly Argument[]): HostObject | Json | void;
  items(): readonly HostObject[] | null;
  item(key: Json): HostObject;
  identity(): Readonly<Record<string, Json>>;
}

/** The members of one Excel class, for targets of type T. */
export interface HostClass<T> {
  readonly name: string;
  readonly properties?: Readonly<
    Record<string, { get(target: T): Json; set?(target: T, value: Json): void }>
  >;
  readonly navigation?: Readonly<Record<string, (target: T) => HostObject | null>>;
  readonly methods?: Readonly<
    Record<string, (target: T, ...args: readonly Argument[]) => HostObject | Json | void>
  >;
  readonly items?: (target: T) => readonly HostObject[];
  readonly item?: (target: T, key: Json) => HostObject;
  /** What the client tells the object by from one request to the next: Id, _Id … */
  readonly identity?: (target: T) => Readonly<Record<string, Json>>;
}

/** Binds a class to a target. A member that the class lacks answers ApiNotFound and says which. */
export function hostObject<T>(description: HostClass<T>, target: T): HostObject {
  const missing = (member: string): never => {
    throw new HostFault("ApiNotFound", `The simulated Excel has no ${description.name}.${member}.`);
  };
  const property = (name: string): { get(target: T): Json; set?(target: T, value: Json): void } =>
    ownMember(description.properties, name) ?? missing(name);
  return {
    className: description.name,
    description: description,
    target,
    get: (name) => property(name).get(target),
    set(name, value) {
      const { set } = property(name);
      if (!set) missing(`${name} (to be set)`);
      else set(target, value);
    },
    navigate: (name) => (ownMember(description.navigation, name) ?? missing(name))(target),
    invoke: (name, args) => (ownMember(description.methods, name) ?? missing(`${name}()`))(target, ...args),
    items: () => description.items?.(target) ?? null,
    item: (key) => (description.item ?? (() => missing("getItem()")))(target, key),
    identity: () => description.identity?.(target) ?? {},
  };
}

/** Names travel as the client spells them: loads in camel case, the rest in Pascal case. */
function ownMember<M>(members: Readonly<Record<string, M>> | undefined, name: string): M | undefined {
  if (!members) return undefined;
  const exact = Object.prototype.hasOwnProperty.call(members, name) ? members[name] : undefined;
  if (exact !== undefined) return exact;
  const key = memberName(members, name);
  return key === undefined ? undefined : members[key];
}

export function memberName(
  members: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  return members && Object.keys(members).find((key) => key.toLowerCase() === wanted);
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && "className" in value && "invoke" in value;

/** The argument as text; throws InvalidArgument. */
export function textArgument(value: Argument): string {
  if (typeof value !== "string") throw new HostFault("InvalidArgument");
  return value;
}

/** The argument as a whole number; throws InvalidArgument. */
export function wholeArgument(value: Argument): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw new HostFault("InvalidArgument");
  return value;
}

export function numberArgument(value: Argument): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new HostFault("InvalidArgument");
  return value;
}

export function booleanArgument(value: Argument): boolean {
  if (typeof value !== "boolean") throw new HostFault("InvalidArgument");
  return value;
}

/** One of the words of an Excel enumeration, without regard to case; throws InvalidArgument. */
export function wordArgument<W extends string>(value: Argument, words: readonly W[]): W {
  const word = typeof value === "string" && words.find((one) => one.toLowerCase() === value.toLowerCase());
  if (!word) throw new HostFault("InvalidArgument");
  return word;
}

/** The members of an options object; throws InvalidArgument for anything else. */
export function recordArgument(value: Argument): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isHostObject(value)) {
    throw new HostFault("InvalidArgument");
  }
  return value as Readonly<Record<string, Json>>;
}
