/** The pane drawn into a jsdom page, found and used by role and name as an analyst would. */
import { JSDOM } from "jsdom";
import type { ReactElement } from "react";

const PAGE_GLOBALS = [
  "window",
  "document",
  "navigator",
  "HTMLElement",
  "HTMLInputElement",
  "HTMLIFrameElement",
  "Element",
  "Node",
  "NodeFilter",
  "CSSStyleSheet",
  "CustomEvent",
  "KeyboardEvent",
  "MouseEvent",
  "FocusEvent",
  "Event",
  "MutationObserver",
  "getComputedStyle",
  "requestAnimationFrame",
  "cancelAnimationFrame",
] as const;

export interface PanePage {
  /** The element of a role whose name holds `name`; throws when there is none. */
  get(role: string, name: string): HTMLElement;
  has(role: string, name: string): boolean;
  text(): string;
  click(role: string, name: string): Promise<void>;
  choose(name: string, option: string): Promise<void>;
  type(name: string, text: string): Promise<void>;
  /** Something that happens outside the pane and that it hears of. */
  act(happening: () => void): Promise<void>;
  /** Waits until `holds`, as effects and promises settle. */
  until(holds: () => boolean, what: string): Promise<void>;
  close(): Promise<void>;
}

/** One page for all of a file's tests: Fluent keeps hold of the first document that it meets. */
let page: JSDOM | null = null;

function standPage(): JSDOM {
  const dom = new JSDOM("<!doctype html><body></body>", {
    pretendToBeVisual: true,
    url: "https://localhost/",
  });
  for (const name of PAGE_GLOBALS) {
    Object.defineProperty(globalThis, name, {
      value: name === "window" ? dom.window : dom.window[name],
      configurable: true,
      writable: true,
    });
  }
  return dom;
}

/** Draws what `pane` makes: it is called once the page's globals stand, so that it may import Fluent then. */
export async function openPane(pane: () => Promise<ReactElement>): Promise<PanePage> {
  page ??= standPage();
  const dom = page;
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  const { act } = await import("react");
  const { createRoot } = await import("react-dom/client");
  const { document } = dom.window;
  const mount = document.body.appendChild(document.createElement("div"));
  const root = createRoot(mount);
  const element = await pane();
  await act(async () => root.render(element));

  const find = (role: string, name: string) =>
    [...document.querySelectorAll<HTMLElement>(SELECTORS[role] ?? `[role="${role}"]`)].find(
      (candidate) => !candidate.closest("[hidden]") && nameOf(candidate).includes(name),
    );
  const get = (role: string, name: string) => {
    const found = find(role, name);
    if (!found) throw new Error(`No ${role} named "${name}" in: ${document.body.textContent ?? ""}`);
    return found;
  };
  const set = async (field: HTMLElement, value: string, event: string) => {
    const prototype = Object.getPrototypeOf(field) as object;
    await act(async () => {
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
      field.dispatchEvent(new dom.window.Event(event, { bubbles: true }));
    });
  };
  return {
    get,
    has: (role, name) => find(role, name) !== undefined,
    text: () => document.body.textContent ?? "",
    act: (happening) => act(async () => happening()),
    click: (role, name) => act(async () => get(role, name).click()),
    async choose(name, option) {
      const select = get("combobox", name) as HTMLSelectElement;
      const wanted = [...select.options].find((each) => each.text === option);
      if (!wanted) throw new Error(`"${name}" does not offer "${option}".`);
      await set(select, wanted.value, "change");
    },
    async type(name, text) {
      const field = get("textbox", name);
      field.focus();
      await set(field, text, "input");
      await act(async () => field.blur());
    },
    async until(holds, what) {
      // A busy machine takes its time over loading Fluent for the first time.
      for (let tries = 0; tries < 1500; tries++) {
        if (holds()) return;
        await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
      }
      throw new Error(`Never: ${what}. The pane says: ${document.body.textContent ?? ""}`);
    },
    async close() {
      await act(async () => root.unmount());
      mount.remove();
    },
  };
}

const SELECTORS: Readonly<Record<string, string>> = {
  button: "button",
  heading: "h1, h2, h3, h4",
  combobox: "select",
  textbox: "input:not([type=checkbox])",
  checkbox: "input[type=checkbox]",
};

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute("aria-label");
  if (label !== null) return label;
  const labels = (element as HTMLInputElement).labels;
  const group = element.closest("[role=group]")?.getAttribute("aria-label");
  if (labels && labels.length > 0) {
    return `${group ?? ""} ${[...labels].map((each) => each.textContent).join(" ")}`.trim();
  }
  return element.textContent ?? "";
}
