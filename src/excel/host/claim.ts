/**
 * Co-authors: a build that writes has a claim, an entry of its own in the workbook's settings, so that a colleague who has
 * the same workbook open does not build at the same time. Whoever takes the workbook over takes that entry away, and every
 * request that writes begins with it: without it Excel refuses the request before anything else of it is done
 * (keepClaim.ts). What slips through where Excel has not yet merged two people's edits is found by the checking request
 * (checkWritten.ts). Pure.
 */
import { ClinicError } from "./clinicError";

export interface Claim {
  /** The installation that writes (installation.ts). */
  readonly by: string;
  /** When its build claimed the workbook, and until when the claim holds unless it is renewed: milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
  /** Whether it has begun to write. */
  readonly writes: boolean;
}

/** Before a name that no other build has. */
const CLAIM_KEY = "clinic.building.";

/** Longer than any one request takes; a build that crashed keeps a colleague waiting no longer than this. */
const HOLDS_MS = 120_000;

export function claimKey(name: string): string {
  return CLAIM_KEY + name;
}

export function newClaim(by: string, now: number): Claim {
  return { by, since: now, until: now + HOLDS_MS, writes: false };
}

/** With a request that writes. */
export function renewed(claim: Claim, now: number): Claim {
  return { ...claim, until: now + HOLDS_MS, writes: true };
}

export interface ClaimFound {
  readonly key: string;
  /** null where it cannot be read. */
  readonly claim: Claim | null;
}

/** Those among the workbook's settings. */
export function claimsAmong(settings: Iterable<readonly [key: string, value: unknown]>): ClaimFound[] {
  return [...settings].flatMap(([key, value]) =>
    key.startsWith(CLAIM_KEY) ? [{ key, claim: claimFrom(String(value)) }] : [],
  );
}

function claimFrom(text: string): Claim | null {
  try {
    const claim = JSON.parse(text) as Partial<Claim> | null;
    if (typeof claim?.by !== "string" || typeof claim.since !== "number" || typeof claim.until !== "number")
      return null;
    return { by: claim.by, since: claim.since, until: claim.until, writes: claim.writes === true };
  } catch {
    return null;
  }
}

/** Of another installation, and not run out. A clock that is wrong by hours makes no claim that lasts for hours. */
export function isSomebodyElses(claim: Claim | null, by: string, now: number): claim is Claim {
  return claim !== null && claim.by !== by && claim.until > now && claim.until - now <= 2 * HOLDS_MS;
}

/** Of two that began at the same time, one goes on: the one that began first. */
export function goesFirst(other: Claim, mine: Claim): boolean {
  return other.since !== mine.since ? other.since < mine.since : other.by < mine.by;
}

/** `begun`: whether anything of this build has been written. */
export function somebodyElseBuilds(begun: boolean): ClinicError {
  return new ClinicError(
    "Somebody else is building the clinic tables in this workbook.",
    begun
      ? "Wait two minutes, then build again; until then the pages say that they are not finished."
      : "Wait two minutes and try again, or build anyway if you know that nobody is; nothing has been written.",
    "Code ClaimedElsewhere.",
    "build anyway",
  );
}

export function takenOver(): ClinicError {
  return new ClinicError(
    "Your build took so long that somebody else has started to build the clinic tables in this workbook, so yours has stopped.",
    "The pages are theirs: until their build is done they say that they are not finished. Build again only if it never ends.",
    "Code TakenOver.",
  );
}

export function builtMeanwhile(): ClinicError {
  return new ClinicError(
    "Somebody else has built the clinic tables in this workbook since your build began.",
    "Look at what is there now; if it is not what you want, build again. Your build has written nothing.",
    "Code BuiltMeanwhile.",
  );
}
