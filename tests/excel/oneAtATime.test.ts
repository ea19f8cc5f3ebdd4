import { newWorkbook } from "../../simulator";
import {
  claimKey,
  claimsAmong,
  goesFirst,
  isSomebodyElses,
  newClaim,
  renewed,
} from "../../src/excel/host/claim";
import { ClinicError } from "../../src/excel/host/clinicError";
import { installationId } from "../../src/excel/host/installation";
import { insertSample } from "../../src/excel/insertSample";
import { oneAtATime, writingNow } from "../../src/excel/host/oneAtATime";

/** A piece of work that lasts until it is told to end. */
function longWork() {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => (end = resolve));
  return { run: () => until, end: () => end() };
}

describe("one at a time", () => {
  it("a second build is told that one is under way, and never begins", async () => {
    const first = longWork();
    const running = oneAtATime("build", first.run);
    let began = false;
    const second = oneAtATime("build", () => {
      began = true;
      return Promise.resolve();
    });
    await expect(second).rejects.toMatchObject({
      sentence: "The clinic tables are being built at the moment.",
      details: expect.stringContaining("OneAtATime"),
    });
    expect(began).toBe(false);
    expect(writingNow()).toBe("build");
    first.end();
    await running;
    expect(writingNow()).toBeNull();
  });

  it("whoever comes while a setting is saved waits, in turn", async () => {
    const saving = longWork();
    const order: string[] = [];
    const first = oneAtATime("settings", () => saving.run().then(() => void order.push("first setting")));
    const others = ["second setting", "third setting"].map((name) =>
      oneAtATime("settings", () => Promise.resolve(void order.push(name))),
    );
    saving.end();
    await Promise.all([first, ...others]);
    expect(order).toEqual(["first setting", "second setting", "third setting"]);
  });

  it("work that fails lets go", async () => {
    await expect(oneAtATime("build", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(oneAtATime("build", () => Promise.resolve(1))).resolves.toBe(1);
  });

  it("the sample is refused while a build runs", async () => {
    newWorkbook().install();
    const build = longWork();
    const running = oneAtATime("build", build.run);
    await expect(insertSample([])).rejects.toBeInstanceOf(ClinicError);
    build.end();
    await running;
  });
});

describe("a claim on the workbook", () => {
  const mine = newClaim("me", 1_000);

  it("is an entry of its own among the workbook's settings; what cannot be read there is nobody's", () => {
    const settings = [
      [claimKey("one"), JSON.stringify(mine)],
      ["clinic.lastBuild", "{}"],
      ...["", "null", "[]", '{"by":1}', '{"by":"me"}'].map(
        (text, i) => [claimKey(`odd ${i}`), text] as const,
      ),
    ] as const;
    const found = claimsAmong(settings);
    expect(found[0]).toEqual({ key: claimKey("one"), claim: mine });
    expect(found).toHaveLength(6);
    expect(found.slice(1).every(({ claim }) => claim === null)).toBe(true);
  });

  it("holds for others until it runs out, never for its own installation", () => {
    expect(isSomebodyElses(mine, "you", 2_000)).toBe(true);
    expect(isSomebodyElses(mine, "me", 2_000)).toBe(false);
    expect(isSomebodyElses(mine, "you", mine.until)).toBe(false);
    expect(isSomebodyElses(renewed(mine, 100_000), "you", mine.until)).toBe(true);
    expect(isSomebodyElses(null, "you", 2_000)).toBe(false);
  });

  it("made by a clock that is a day ahead holds nobody up", () => {
    expect(isSomebodyElses(newClaim("me", 86_400_000), "you", 1_000)).toBe(false);
  });

  it("of two that began together exactly one goes first", () => {
    const you = newClaim("you", 1_000);
    expect(goesFirst(mine, you)).not.toBe(goesFirst(you, mine));
    expect(goesFirst(mine, newClaim("a", 1_001))).toBe(true);
  });
});

describe("the name of an installation", () => {
  it("is kept, so that a retry after a crash has the same", () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const name = installationId(store);
    expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(installationId(store)).toBe(name);
  });

  it("lasts as long as the add-in where nothing can be kept", () => {
    const forbidden = {
      getItem: () => {
        throw new Error("forbidden");
      },
      setItem: () => undefined,
    };
    expect(installationId(forbidden)).toBe(installationId(null));
  });
});
