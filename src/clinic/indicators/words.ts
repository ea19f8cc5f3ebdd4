/** Turns of phrase that rules in words share (SPEC §5 Definitions). */
import type { IndicatorSettings } from "./indicatorSettings";

/** "42 days", "1 working day" with the current settings. */
export function timescaleInWords({ timescale, unit }: IndicatorSettings): string {
  const count = timescale ?? 0;
  const singular = unit === "working days" ? "working day" : "day";
  return `${count} ${count === 1 ? singular : `${singular}s`}`;
}

/** 20- and 45-day assessments and ICPCs are working days whatever the unit. */
export function workingDaysInWords({ timescale }: IndicatorSettings): string {
  return timescale === 1 ? "1 working day" : `${timescale ?? 0} working days`;
}

/** What becomes of a record with nothing recorded yet. `until` is when the first one is due: "42 days after the start". */
export function notYetDueInWords({ notYetDue }: IndicatorSettings, until: string): string {
  const fate = notYetDue === "excluded" ? "is left out of the denominator" : "counts as in time";
  return `With nothing recorded, it ${fate} until ${until}, and is late after that.`;
}

export function teamsInWords({ teams }: IndicatorSettings): string {
  return teams === "all" ? "All teams." : "Teams in the clinic tables.";
}
