/**
 * Percents are kept as points, 0 to 100. A row formatted as percents holds ratios, and formats of extract
 * sheets are not read: a row of a percent indicator with nothing above 1 and something between 0 and 1 is such a row.
 */
import type { Catalogue } from "../indicators/catalogue";
import type { IssueLog } from "../issues/issueLog";
import { addPastIssue, type PastFigure } from "./pastFigure";

/** @param figures those of one indicator in one row (wide) or list (tidy). */
export function ratiosAsPoints(
  figures: readonly PastFigure[],
  catalogue: Catalogue,
  log: IssueLog,
): readonly PastFigure[] {
  const [first] = figures;
  if (!first || catalogue.entry(first.indicator).kind !== "percent") return figures;
  if (figures.some(({ value }) => value > 1) || !figures.some(({ value }) => value > 0 && value < 1)) {
    return figures;
  }
  addPastIssue(
    log,
    first.place,
    "query",
    "percent-as-ratio",
    "No figure of this percentage is above 1, so all of them are read as ratios and multiplied by 100.",
    "Give percentages as points, such as 88.5, to be sure.",
  );
  return figures.map((figure) => ({ ...figure, value: Number((figure.value * 100).toPrecision(12)) }));
}
