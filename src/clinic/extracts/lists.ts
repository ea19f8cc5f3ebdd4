/** The lists of SPEC §2 by id. (The catalogue of their columns stands here too.) */
export type ListId =
  | "contacts"
  | "early-help"
  | "referrals"
  | "strategy-discussions"
  | "section-47"
  | "assessments"
  | "cin-plans"
  | "cp-plans"
  | "cla"
  | "care-leavers"
  | "allocations"
  | "visits"
  | "core-groups"
  | "supervisions"
  | "past-figures";
