/** What the rules look through. */
import type { Lists } from "../extracts/readLists";
import type { Recognition } from "../extracts/recognition";
import type { ClinicSettings } from "../settings/settings";
import type { IssueLog } from "../issues/issueLog";

export interface IssueSearch {
  /** As `readLists` gives them, without event lists put in place of columns. */
  readonly lists: Lists;
  readonly recognition: Recognition;
  readonly settings: Pick<ClinicSettings, "monthEnd" | "asAt" | "icpcOutcomes" | "statuses">;
  /** Serial. */
  readonly today: number;
  readonly log: IssueLog;
}
