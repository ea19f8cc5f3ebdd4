/** The pages that hold by-team tables and charts (SPEC §5), in their order: those of the pack, then the council's own. */

export type BuiltInPage =
  "assessments" | "cin" | "icpc" | "cp-visits" | "cp-core-groups" | "cla-visits" | "cla-supervision";
/** A page of the council's own indicators. */
export type OwnPage = `own-${string}`;
export type IndicatorPage = BuiltInPage | OwnPage;

export interface TeamPage {
  readonly key: IndicatorPage;
  readonly sheet: string;
  readonly title: string;
}

export const TEAM_PAGES: readonly TeamPage[] = [
  {
    key: "assessments",
    sheet: "Clinic Assessments",
    title: "% of Single Assessments within 45 and 20 working days",
  },
  { key: "cin", sheet: "Clinic CIN", title: "CIN Performance" },
  { key: "icpc", sheet: "Clinic ICPC", title: "ICPC timeliness" },
  { key: "cp-visits", sheet: "Clinic CP Visits", title: "CP performance – duration and visits" },
  {
    key: "cp-core-groups",
    sheet: "Clinic CP Core Groups",
    title: "CP performance – core groups and supervision",
  },
  { key: "cla-visits", sheet: "Clinic CLA Visits", title: "Children in our Care visits performance" },
  {
    key: "cla-supervision",
    sheet: "Clinic CLA Supervision",
    title: "Children in our Care performance – Supervision",
  },
];

/** The page of these words: up to 24 characters that a sheet's name may have. */
export function ownPage(words: string): TeamPage {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return { key: `own-${slug}`, sheet: `Clinic ${words}`, title: words };
}
