/** The state of the pack, kept in workbook.settings with the file: no child's data. */
export const BUILD_KEY = "clinic.lastBuild";

export interface LastBuild {
  readonly state: "complete" | "incomplete";
  /** "2023-07" */
  readonly month: string;
  /** Serial with the time of day, 1900 system. */
  readonly builtAt: number;
}

export function lastBuildText(build: LastBuild): string {
  return JSON.stringify(build);
}

/** null when nothing was kept, or nothing that can be read. */
export function lastBuildFrom(text: string | undefined): LastBuild | null {
  if (text === undefined) return null;
  try {
    const kept = JSON.parse(text) as Partial<LastBuild> | null;
    const isBuild =
      (kept?.state === "complete" || kept?.state === "incomplete") &&
      typeof kept.month === "string" &&
      typeof kept.builtAt === "number";
    return isBuild
      ? {
          state: kept.state,
          month: kept.month,
          builtAt: kept.builtAt,
        }
      : null;
  } catch {
    return null;
  }
}
