/** The shared runtime loads the pane's page for a cell or a ribbon click too: then nobody sees it. */
import { JSDOM } from "jsdom";
import { paneView, whenSeen, type PaneView } from "../../src/taskpane/state/paneView";

interface Page {
  readonly view: PaneView;
  size(width: number, height: number): void;
  happen(event: string): void;
  office(mode: "seen" | "hidden"): void;
}

function openPage({
  width,
  height,
  hidden = false,
}: {
  width: number;
  height: number;
  hidden?: boolean;
}): Page {
  const { window } = new JSDOM("<!doctype html><body></body>");
  const set = (of: object, name: string, value: unknown) =>
    Object.defineProperty(of, name, { value, configurable: true });
  const setSize = (to: number, high: number) => {
    set(window, "innerWidth", to);
    set(window, "innerHeight", high);
  };
  setSize(width, height);
  set(window.document, "hidden", hidden);
  let office: (mode: "seen" | "hidden") => void = () => undefined;
  const view = paneView(window as unknown as Window, (hear) => (office = hear));
  return {
    view,
    size(to, high) {
      setSize(to, high);
      window.dispatchEvent(new window.Event("resize"));
    },
    happen: (event) => void window.dispatchEvent(new window.Event(event)),
    office: (mode) => office(mode),
  };
}

test("a page with a size is seen; one without, or one that is hidden, is not", () => {
  expect(openPage({ width: 350, height: 600 }).view.isSeen()).toBe(true);
  expect(openPage({ width: 0, height: 0 }).view.isSeen()).toBe(false);
  expect(openPage({ width: 350, height: 600, hidden: true }).view.isSeen()).toBe(false);
});

test.each(["pointerdown", "pointermove", "keydown", "focus"])(
  "%s on a page without a size shows it",
  (event) => {
    const { view, happen } = openPage({ width: 0, height: 0 });
    happen(event);
    expect(view.isSeen()).toBe(true);
  },
);

test("it is shown once, when it is first seen: by Office's word or by its size", () => {
  for (const see of [(page: Page) => page.office("seen"), (page: Page) => page.size(350, 600)]) {
    const page = openPage({ width: 0, height: 0 });
    let shown = 0;
    whenSeen(page.view, () => shown++);
    page.office("hidden");
    expect(shown).toBe(0);
    see(page);
    page.office("hidden");
    page.office("seen");
    expect(shown).toBe(1);
  }
});

test("a pane that Office hides without changing its size is not seen until Office or its use says so", () => {
  const page = openPage({ width: 350, height: 600 });
  page.office("hidden");
  page.size(351, 600);
  expect(page.view.isSeen()).toBe(false);
  page.happen("pointerdown");
  expect(page.view.isSeen()).toBe(true);
  page.size(0, 0);
  expect(page.view.isSeen()).toBe(false);
});
