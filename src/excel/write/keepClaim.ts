/**
 * A build's claim on the workbook (claim.ts): taken before the workbook is looked at for writing, renewed with every request
 * that writes, given back with the last. All of it goes by Excel doing a request's actions in turn and stopping at the first
 * that fails.
 */
import {
  builtMeanwhile,
  type Claim,
  claimKey,
  claimsAmong,
  goesFirst,
  isSomebodyElses,
  newClaim,
  renewed,
  somebodyElseBuilds,
} from "../host/claim";
import { codeOf } from "../host/excelError";
import { randomName } from "../host/installation";
import { BUILD_KEY } from "../host/lastBuild";
import type { Survey } from "../read/survey";

/** Who builds. */
export interface Claimant {
  readonly by: string;
  /** Whatever claim there is. */
  readonly anyway: boolean;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What was kept of the last build when the workbook was read. */
  readonly lastBuild: string | undefined;
}

/** Throws ClinicError while the claim of another installation holds. */
export function refuseClaimed({ kept }: Survey, { by, clock }: Pick<Claimant, "by" | "clock">): void {
  if (claimsAmong(kept).some(({ claim }) => isSomebodyElses(claim, by, clock())))
    throw somebodyElseBuilds(false);
}

export interface KeptClaim {
  /** Its key in workbook.settings. */
  readonly key: string;
  /** Whether it has been taken. */
  isTaken(): boolean;
  /**
   * To be called before the survey that is written by: whoever wrote before can then write no more. Throws ClinicError
   * where somebody else builds, or has built since the workbook was read.
   */
  take(): Promise<void>;
  /** Begins a request that writes: Excel refuses it where the claim was taken away. `started`: what is kept of a build that runs. */
  queue(started: string): void;
  /** After the answer. Throws ClinicError where another build of the same moment, met only now, goes first. */
  check(): void;
  /** Ends the last request. */
  queueEnd(): void;
}

export function createClaim({ workbook }: Excel.RequestContext, claimant: Claimant): KeptClaim {
  const { by, anyway, clock, lastBuild } = claimant;
  const { settings } = workbook;
  const key = claimKey(randomName());
  let mine: Claim = newClaim(by, clock());
  let entry: Excel.Setting | null = null;
  const load = () => settings.load("items/key,items/value");
  const others = () =>
    claimsAmong(settings.items.map((item) => [item.key, item.value])).filter((found) => found.key !== key);
  return {
    key,
    isTaken: () => entry !== null,
    async take() {
      mine = newClaim(by, clock());
      const added = settings.add(key, JSON.stringify(mine));
      load();
      await settings.context.sync();
      entry = added;
      const found = others();
      if (!anyway && found.some(({ claim }) => isSomebodyElses(claim, by, clock())))
        throw somebodyElseBuilds(false);
      await removeClaims(settings, new Set(found.map((other) => other.key)));
      // As it stands once nobody else can write any more.
      const built = settings.items.find((item) => item.key === BUILD_KEY);
      if ((built && String(built.value)) !== lastBuild) throw builtMeanwhile();
    },
    queue(started) {
      mine = renewed(mine, clock());
      settings.getItem(key).value = JSON.stringify(mine);
      settings.add(BUILD_KEY, started);
      load();
    },
    check() {
      const first = others().some(
        ({ claim }) => isSomebodyElses(claim, by, clock()) && claim.writes && goesFirst(claim, mine),
      );
      if (first && !anyway) throw somebodyElseBuilds(true);
    },
    queueEnd: () => settings.getItem(key).delete(),
  };
}

/** Their builds can write no more. One that ended in the meantime has taken its own away. Reads the settings as they are then. */
async function removeClaims(settings: Excel.SettingCollection, keys: ReadonlySet<string>): Promise<void> {
  const left = settings.items.filter((item) => keys.has(item.key));
  if (left.length === 0) return;
  for (const item of left) item.delete();
  try {
    await settings.context.sync();
  } catch (error) {
    if (codeOf(error) !== "ItemNotFound") throw error;
  }
  settings.load("items/key,items/value");
  await settings.context.sync();
  await removeClaims(settings, keys);
}
