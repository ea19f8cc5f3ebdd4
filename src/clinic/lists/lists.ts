/** The catalogue of SPEC §2: every list by id. */
import { contacts, earlyHelp, referrals, strategyDiscussions, section47, assessments } from "./listsOfDemand";
import { cinPlans, cpPlans, cla, careLeavers } from "./listsOfPlans";
import { allocations, visits, coreGroups, supervisions, pastFigures } from "./listsOfWork";
import type { ColumnSpec, ListId, ListSpec } from "./listSpec";

export type { ColumnOf, ListColumns, ColumnSpec, ColumnType, ListId, ListSpec } from "./listSpec";

/** Every list, in the order of SPEC §2: also the order in which ties are settled. */
export const LISTS: readonly ListSpec[] = [
  contacts,
  earlyHelp,
  referrals,
  strategyDiscussions,
  section47,
  assessments,
  cinPlans,
  cpPlans,
  cla,
  careLeavers,
  allocations,
  visits,
  coreGroups,
  supervisions,
  pastFigures,
];

const byId = new Map(LISTS.map((spec) => [spec.id, spec]));

/** The catalogue's entry of a list. */
export function listSpec(id: ListId): ListSpec {
  const spec = byId.get(id);
  if (!spec) throw new RangeError(`There is no list ${id}.`);
  return spec;
}

/** A column's entry; null when the list has no such column. */
export function columnSpec(id: ListId, key: string): ColumnSpec | null {
  return listSpec(id).columns.find((c) => c.key === key) ?? null;
}
