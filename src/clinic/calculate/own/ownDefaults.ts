/** Which columns of a list of SPEC §2 stand in where a row of ClinicMeasures names no heading. */
import { columnSpec, listSpec, type ListId } from "../../lists/lists";

/** Keys of the list's columns: the first that the sheet has is taken. */
export type OwnDefaults = Readonly<Record<"by" | "start" | "end" | "team", readonly string[]>>;

export function ownDefaults(list: ListId): OwnDefaults {
  const known = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => columnSpec(list, key) !== null);
  return {
    by: known([...listSpec(list).activityDates]),
    start: known(["start"]),
    end: known(["end", "authorised"]),
    team: known(["team"]),
  };
}
