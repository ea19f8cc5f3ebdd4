/** The slides (SPEC §10): the pack's figures as a .pptx with native tables and charts, from the same pages as the copy. */
import { monthInWords } from "../clinic/calendar/months";
import type { ClinicReport } from "../clinic/report";
import { copyPages, type CopyOptions, isSuppressedFor, whoFor } from "./managersCopy";
import { type DeckGround, ownGround, templateGround } from "./slides/ground";
import { type CaseloadGroup, planDeck } from "./slides/planDeck";
import { writeDeck } from "./slides/writeDeck";

export interface SlideOptions extends Omit<CopyOptions, "withHistory"> {
  /** A council's own .potx or .pptx; null = the pack's look. */
  readonly template: Uint8Array | null;
}

/** @throws TemplateRefused where the template cannot be used. */
export function slides(report: ClinicReport, { template, ...options }: SlideOptions): Uint8Array {
  const ground: DeckGround = template === null ? ownGround() : templateGround(template);
  const month = monthInWords(report.month);
  const council = report.settings.councilName.trim();
  const title = `Assurance Clinic – ${month}`;
  const audience = whoFor(options);
  const plan = planDeck(
    copyPages(report, { ...options, withHistory: false }),
    caseloadGroups(report),
    {
      title,
      subtitle: [council, "Children’s services performance", audience]
        .filter((line) => line !== "")
        .join("\n"),
      footer: council === "" ? title : `${title} – ${council}`,
      caveats: [
        audience,
        ...(isSuppressedFor(options)
          ? ["[c] = a small number, hidden. Comparing with earlier copies is not protected."]
          : []),
      ],
    },
    ground.stage,
  );
  return writeDeck(plan, ground, {
    title,
    subject: `Children’s services performance, ${month}`,
    council,
    description: `Slides: figures only, no child or worker ID. ${audience}`,
  });
}

/** The tables of a service whose caseloads are by locality are on one slide, under the service's title. */
function caseloadGroups({ caseloads, settings }: ClinicReport): readonly CaseloadGroup[] {
  return settings.services
    .filter((service) => service.caseloads === "by locality")
    .map(({ title }) => ({
      title,
      tables: caseloads.map((table) => table.title).filter((each) => each.startsWith(`${title} `)),
    }));
}
