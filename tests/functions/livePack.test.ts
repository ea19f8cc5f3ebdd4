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

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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

  it("say that a read failed, and try again for the next cell", async () => {
    const book = workbook(5);
    book.state.fails = true;
    const first = cell();
    book.show(first);
    await settle();
    expect(first.shown[0]).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/could not be read/),
    });
    book.state.fails = false;
    const second = cell();
    book.show(second);
    await settle();
    expect(second.shown).toEqual([[[5]]]);
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
