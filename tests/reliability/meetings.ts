/**
 * Two installations on one workbook, each with a state of its own. The first stops before one of its requests, the second
 * begins and stops in its turn, the first goes on to its end, then the second does: whatever two can do to each other.
 */
import type { SimulatedExcel } from "../../simulator";
import { differenceBetween, everythingIn } from "./everything";
import {
  type Build,
  BUILT,
  type FaultOutcome,
  isUnmarked,
  judge,
  prepare,
  type Reference,
} from "./faultTable";
import { anotherInstallation, type Installation } from "./installation";

type Second = "another build" | "inspect";

interface Meeting {
  readonly build: Build;
  readonly second: Second;
  /** Requests of the first that are answered before the second begins, and of the second before the first goes on. */
  readonly first: number;
  readonly then: number;
  /** More than two minutes pass at each change, so that claims run out. */
  readonly slept: boolean;
}

interface MeetingOutcome extends FaultOutcome {
  /** The second came to its end before it could be stopped: with more requests for it the meeting is the same. */
  readonly secondEnded: boolean;
}

let installations: readonly [Installation, Installation] | null = null;

/** Every place where the first can stop, with every place where the second can. */
export async function* meetingsOf(
  build: Build,
  second: Second,
  reference: Reference,
): AsyncGenerator<{ readonly meeting: Meeting; readonly outcome: MeetingOutcome }> {
  for (const slept of second === "inspect" ? [false] : [true, false])
    for (let first = 0; first < reference.requests; first++)
      for (let then = 0, ended = false; !ended; then++) {
        const meeting: Meeting = { build, second, first, then, slept };
        const outcome = await runMeeting(meeting, reference);
        yield { meeting, outcome };
        ended = outcome.secondEnded;
      }
}

export async function runMeeting(meeting: Meeting, { before, clean }: Reference): Promise<MeetingOutcome> {
  const [one, two] = (installations ??= [anotherInstallation(), anotherInstallation()]);
  const excel = await prepare(meeting.build);
  const { faults, requests } = excel;
  let now = 1_700_000_000_000;
  let unmarked = false;
  let secondEnded = false;
  let second: Promise<unknown> = Promise.resolve();
  const resumed = signal();
  const firstEnded = signal();
  const change = (): void => {
    if (meeting.slept) now += 3 * 60_000;
    unmarked ||= isUnmarked(before, clean, everythingIn(excel.workbook));
  };
  /** Who says that the pack is complete has to be right when it says so, unless the other has begun to write since. */
  const build = async ({ buildClinic }: Installation, installation: string): Promise<void> => {
    const outcome = await buildClinic({ ...BUILT, installation, clock: () => now }).catch(() => null);
    const isAlone = installation === "two" || secondEnded || meeting.second === "inspect";
    if (outcome?.state === "complete" && isAlone) unmarked ||= !isWhole(excel);
  };
  const isWhole = ({ workbook }: SimulatedExcel): boolean =>
    differenceBetween(everythingIn(workbook), clean, "contents") === null;
  const begin = (): Promise<unknown> =>
    meeting.second === "inspect"
      ? two.inspectWorkbook({ today: BUILT.today }).catch(() => undefined)
      : build(two, "two");

  faults.before(requests.count + meeting.first + 1, () => {
    change();
    faults.before(requests.count + meeting.then + 1, () => {
      if (secondEnded) return;
      change();
      resumed.give();
      return firstEnded.given;
    });
    second = begin().finally(() => {
      secondEnded ||= !resumed.isGiven();
      resumed.give();
    });
    return resumed.given;
  });
  await build(one, "one");
  change();
  firstEnded.give();
  await second;
  faults.clear();
  const outcome = await judge(excel, before, clean);
  return { ...outcome, unmarked: outcome.unmarked || unmarked, secondEnded };
}

function signal() {
  let give = (): void => undefined;
  let isGiven = false;
  const given = new Promise<void>((resolve) => (give = resolve));
  return {
    given,
    isGiven: () => isGiven,
    give() {
      isGiven = true;
      give();
    },
  };
}
