/** The pages that hold by-team tables and charts (SPEC §5). Their order is that of the first entry on each (`catalogue.ts`). */

export interface TeamPage<Key extends string = IndicatorPage> {
  readonly key: Key;
  readonly sheet: string;
  readonly title: string;
}

export const PAGES = {
  assessments: {
    key: "assessments",
    sheet: "Clinic Assessments",
    title: "% of Single Assessments within 45 and 20 working days",
  },
  cin: { key: "cin", sheet: "Clinic CIN", title: "CIN Performance" },
  icpc: { key: "icpc", sheet: "Clinic ICPC", title: "ICPC timeliness" },
  cpVisits: { key: "cp-visits", sheet: "Clinic CP Visits", title: "CP performance – duration and visits" },
  cpCoreGroups: {
    key: "cp-core-groups",
    sheet: "Clinic CP Core Groups",
    title: "CP performance – core groups and supervision",
  },
  claVisits: {
    key: "cla-visits",
    sheet: "Clinic CLA Visits",
    title: "Children in our Care visits performance",
  },
  claSupervision: {
    key: "cla-supervision",
    sheet: "Clinic CLA Supervision",
    title: "Children in our Care performance – Supervision",
  },
} as const satisfies Readonly<Record<string, TeamPage<string>>>;

type BuiltInPage = (typeof PAGES)[keyof typeof PAGES]["key"];
/** A page of the council's own indicators. */
export type OwnPage = `own-${string}`;
export type IndicatorPage = BuiltInPage | OwnPage;

/** The page of these words: up to 24 characters that a sheet's name may have. */
export function ownPage(words: string): TeamPage {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return { key: `own-${slug}`, sheet: `Clinic ${words}`, title: words };
}
