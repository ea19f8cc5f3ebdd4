/** Sentences of a suppressed file, made from what it shows alone: the pack's own may tell what is hidden. */
import { keyMessages } from "../../clinic/calculate/messages";
import { monthInWords } from "../../clinic/calendar/months";
import type { ClinicReport, TeamTable } from "../../clinic/report";
import { counted, figureText, ragWord, wholeNumber } from "../../pages/wording";
import { SUPPRESSED } from "./small";
import type { Suppression } from "./suppress";

/** On every page of a suppressed file. */
export const SUPPRESSION_NOTE =
  `${SUPPRESSED} = a number from one to five, or a figure from which one could be worked out. ` +
  "Comparing with copies of other months, or with other files, is not protected.";

/** Key messages about what is shown; a team is named only where all of its table is. */
export function safeMessages(report: ClinicReport, { tables, hidesChange }: Suppression): readonly string[] {
  return keyMessages({
    catalogue: report.settings.catalogue,
    month: report.month,
    headlines: report.headlines.filter(({ id }) => !hidesChange(id)),
    tables: report.tables.filter(({ id }) => tables.get(id)?.shares.size === 0),
    demand: [...report.demandMonth, ...report.demandMonthEnd].filter(({ id }) => !hidesChange(id)),
    // Its numbers could be taken from those of the pages.
    reconciliations: [],
    usualChanges: report.usualChanges,
  });
}

/** "Indicators with a target: 6 green, 5 amber, 4 red; 1 not shown." */
export function summarySentence({ headlines }: ClinicReport, { hidesFigure }: Suppression): string {
  const shown = headlines.filter(({ id }) => !hidesFigure(id));
  const count = (rag: string): number => shown.filter((line) => line.rag === rag).length;
  const others = headlines.length - shown.length;
  return `Indicators with a target: ${count("green")} green, ${count("amber")} amber, ${count("red")} red${others === 0 ? "" : `; ${others} not shown`}.`;
}

/** "In July 2023, 4 figures of the month rose, 3 fell and 1 did not change." Of those whose trend is shown. */
export function demandSentence({ month, demandMonth }: ClinicReport, { hidesChange }: Suppression): string {
  const shown = demandMonth.filter(({ id }) => !hidesChange(id));
  const moved = (trend: string): number => shown.filter((row) => row.trend === trend).length;
  return `In ${monthInWords(month)}, ${counted(moved("up"), "figure")} of the month rose, ${moved("down")} fell and ${moved("flat")} did not change.`;
}

/** "Completed within 45 days: 89.6% (121 of 135), amber." */
export function tablesSentence(tables: readonly TeamTable[], suppression: Suppression): string {
  const parts = tables.map((table) => {
    const { title, total } = table;
    if (suppression.tables.get(table.id)?.totalShare) return `${title}: ${SUPPRESSED}`;
    if (total.percent === null) return `${title}: none this month`;
    const rag = total.rag === null ? "" : `, ${ragWord(total.rag).toLowerCase()}`;
    return `${title}: ${figureText("percent", total.percent)} (${wholeNumber(total.numerator)} of ${wholeNumber(total.denominator)})${rag}`;
  });
  return parts.length === 0 ? "" : `${parts.join("; ")}.`;
}
