/** What a build met that gets rows of its own in the tables of Clinic Settings and Clinic Setup. */
import type { ClinicReport } from "../clinic/report";
import type { FoundByBuild } from "../clinic/settings/settingsRows";

export function foundByBuild({ settings, caseloads }: ClinicReport): FoundByBuild {
  const statuses = caseloads.flatMap(({ rows }) => rows.map(({ status }) => status));
  return { ...settings, statuses: [...new Set(statuses)] };
}
