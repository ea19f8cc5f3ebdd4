/** A seeded sample of the table that `npm run reliability` makes in full (docs/reliability.md). */
import { BUILDS, casesOf, GOOD, type Reference, referenceOf, runCase } from "./faultTable";
import { runMeeting } from "./meetings";

jest.setTimeout(240_000);

/** Cases of each build, spread over its requests and, by a step that is prime to their number, over kinds and moments. */
const SAMPLE = 6;

/** Where the first of two builds falls asleep, counted from its end, and how far the second comes before it wakes. */
const ASLEEP = [
  [5, 9],
  [4, Infinity],
] as const;

describe.each(BUILDS)("%s", (build) => {
  let reference: Reference;
  beforeAll(async () => {
    reference = await referenceOf(build);
  });

  it("stopped anywhere loses no published row, leaves no unmarked half-pack, and is put right by the next", async () => {
    const cases = casesOf(build, reference.requests, 17);
    const step = Math.floor(cases.length / SAMPLE) - 1;
    const sample = cases.filter((_, i) => i % step === step - 1).slice(0, SAMPLE);
    expect(sample).toHaveLength(SAMPLE);
    for (const each of sample) expect([each, await runCase(each, reference)]).toEqual([each, GOOD]);
  });

  it("that sleeps while another installation builds writes nothing over that one's pages", async () => {
    for (const [left, then] of ASLEEP) {
      const first = reference.requests - left;
      const asleep = { build, second: "another build", first, then, slept: true } as const;
      const outcome = await runMeeting(asleep, reference);
      expect([asleep, outcome]).toEqual([asleep, { ...GOOD, secondEnded: then === Infinity }]);
    }
  });

  it("is not disturbed by a pane that looks", async () => {
    const beside = {
      build,
      second: "inspect",
      first: reference.requests - 4,
      then: 1,
      slept: false,
    } as const;
    expect(await runMeeting(beside, reference)).toEqual({ ...GOOD, secondEnded: false });
  });
});
