/**
 * Whatever writes to the workbook does so alone: the pane, the ribbon and the worksheet functions share one runtime,
 * and two of them at once would write over each other's half-made pages.
 */
import { ClinicError } from "./clinicError";

interface Kind {
  /** What a second caller is told is going on. */
  readonly sentence: string;
  /** Over in a moment: a second caller waits for it and is told nothing. */
  readonly brief: boolean;
}

const KINDS = {
  build: { sentence: "The clinic tables are being built at the moment.", brief: false },
  settings: { sentence: "A setting is being saved at the moment.", brief: true },
  sample: { sentence: "The sample is being put into the workbook at the moment.", brief: false },
  formulas: { sentence: "CLINIC formulas are being replaced by their values at the moment.", brief: false },
  loading: { sentence: "This month's files are being loaded at the moment.", brief: false },
} as const satisfies Readonly<Record<string, Kind>>;

export type Writing = keyof typeof KINDS;

interface UnderWay {
  readonly kind: Kind & { readonly name: Writing };
  /** Never rejects. */
  readonly end: Promise<void>;
}

let underWay: UnderWay | null = null;

/**
 * Runs `work` while nothing else writes. Not to be nested.
 * Throws ClinicError at once, `work` not begun, while something longer is under way.
 */
export async function oneAtATime<Result>(kind: Writing, work: () => Promise<Result>): Promise<Result> {
  if (underWay) {
    // Between this look and the taking there is no pause in which another could come first.
    if (!underWay.kind.brief) throw isUnderWay(underWay.kind);
    await underWay.end;
    return oneAtATime(kind, work);
  }
  let end = (): void => undefined;
  const mine: UnderWay = {
    kind: { name: kind, ...KINDS[kind] },
    end: new Promise((resolve) => (end = resolve)),
  };
  underWay = mine;
  try {
    return await work();
  } finally {
    underWay = null;
    end();
  }
}

/** What is being written now; null = nothing. */
export function writingNow(): Writing | null {
  return underWay?.kind.name ?? null;
}

function isUnderWay({ sentence, name }: UnderWay["kind"]): ClinicError {
  return new ClinicError(
    sentence,
    "Wait until that is done, then try again; nothing has been changed.",
    `Code OneAtATime, while another task of the add-in was writing (${name}).`,
  );
}
