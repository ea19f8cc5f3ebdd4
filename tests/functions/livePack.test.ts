import { livePack, type OpenCell } from "../../src/functions/livePack";
import { notAvailable } from "../../src/functions/errors";
import { startExcelClient } from "./excelClient";

beforeAll(() => {
  startExcelClient();
});

interface WatchedCell extends OpenCell {
  readonly shown: unknown[];
}

function cell(): WatchedCell {
  const shown: unknown[] = [];
  return { shown, setResult: (result) => shown.push(result), onCanceled: undefined };
}

/** A workbook whose figure is a number, read when the test says so. */
function workbook(figure: number | null) {
  const state = { figure, reads: 0, fails: false };
  const listeners: (() => void)[] = [];
  const pack = livePack(
    async () => {
      state.reads++;
      await Promise.resolve();
      if (state.fails) throw new Error("Excel is busy.");
      return state.figure === null ? null : { figure: state.figure };
    },
    (listener) => listeners.push(listener),
  );
  return {
    state,
    show: (open: OpenCell) => pack.show(open, ({ figure: found }) => [[found]]),
    pack,
    build(next: number) {
      state.figure = next;
      for (const listener of listeners) listener();
    },
  };
}

/** What was set for at once happens: a cell is never read for from inside its own call. */
const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(1);

/** Time is the test's own: pauses pass when it says so. */
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
});
afterEach(() => {
  jest.useRealTimers();
});

describe("cells that show the last build", () => {
  it("share one read, five thousand of them, and one more after the next build", async () => {
    const book = workbook(7);
    const cells = Array.from({ length: 5000 }, cell);
    cells.forEach(book.show);
    await settle();
    expect(book.state.reads).toBe(1);
    expect(cells.every(({ shown }) => shown.length === 1)).toBe(true);

    book.build(8);
    await settle();
    expect(book.state.reads).toBe(2);
    expect(new Set(cells.map(({ shown }) => JSON.stringify(shown)))).toEqual(new Set(["[[[7]],[[8]]]"]));
  });

  it("say so before the first build, and fill themselves when it ends", async () => {
    const book = workbook(null);
    const open = cell();
    book.show(open);
    await settle();
    expect(open.shown[0]).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Build the clinic tables first/),
    });
    book.build(3);
    await settle();
    expect(open.shown[1]).toEqual([[3]]);
  });

  it("hear no more once Excel has closed them", async () => {
    const book = workbook(1);
    const open = cell();
    book.show(open);
    open.onCanceled?.();
    await settle();
    book.build(2);
    await settle();
    expect(open.shown).toEqual([]);
  });

  it("never show the figures of a read that a build has overtaken", async () => {
    const book = workbook(1);
    const open = cell();
    book.show(open);
    book.build(2); // while the first read is under way
    await settle();
    expect(open.shown.at(-1)).toEqual([[2]]);
    expect(open.shown).toHaveLength(1);
  });

  it("read nothing from inside the call, but right after it", async () => {
    const book = workbook(5);
    book.show(cell());
    await Promise.resolve();
    expect(book.state.reads).toBe(0);
    await settle();
    expect(book.state.reads).toBe(1);
  });

  it("are given their figures by a later try when the first ones failed", async () => {
    const book = workbook(5);
    book.state.fails = true;
    const open = cell();
    book.show(open);
    await jest.advanceTimersByTimeAsync(300);
    expect(book.state.reads).toBe(2);
    expect(open.shown).toEqual([]); // most failures are over in a moment
    book.state.fails = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(open.shown).toEqual([[[5]]]);
  });

  it("say what they wait for when Excel goes on refusing, with tries that grow rarer", async () => {
    const book = workbook(5);
    book.state.fails = true;
    const open = cell();
    book.show(open);
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    expect(open.shown.at(-1)).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^The clinic's figures cannot be read while Excel is busy/),
    });
    expect(book.state.reads).toBeLessThan(12);
    book.state.fails = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(open.shown.at(-1)).toEqual([[5]]);
  });

  it("have the workbook looked at earlier when a new cell asks", async () => {
    const book = workbook(5);
    book.state.fails = true;
    book.show(cell());
    await jest.advanceTimersByTimeAsync(60_000);
    book.state.fails = false;
    const late = cell();
    book.show(late);
    await jest.advanceTimersByTimeAsync(300);
    expect(late.shown.at(-1)).toEqual([[5]]);
  });

  it("are no longer read for once Excel has closed them all", async () => {
    const book = workbook(5);
    book.state.fails = true;
    const open = cell();
    book.show(open);
    await jest.advanceTimersByTimeAsync(1);
    open.onCanceled?.();
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(book.state.reads).toBe(1);
  });

  it("show a function's own error with its message", async () => {
    const book = workbook(5);
    const open = cell();
    book.pack.show(open, () => {
      throw notAvailable("No such team.");
    });
    await settle();
    expect(open.shown[0]).toMatchObject({ code: "#N/A", message: "No such team." });
  });
});
