/** What the pane asks for, made on this machine: loaded when it is first used. */
import { strToU8, type Zippable, zipSync } from "fflate";
import type { ClinicReport } from "../clinic/report";
import { monthInWords } from "../clinic/calendar/months";
import type { Audience } from "../clinic/settings/settings";
import { isSuppressedFor, managersCopy } from "./managersCopy";
import { slides } from "./slides";
import { templateGround, TemplateRefused } from "./slides/ground";
import { HOLDS_CHILD_IDS, teamLists } from "./teamLists";

export { TemplateRefused };

export interface FileMade {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CopyWish {
  readonly audience: Audience;
  readonly suppressed: boolean;
}

export function copyFile(
  report: ClinicReport,
  wish: CopyWish & { readonly withHistory: boolean },
  at: number,
): FileMade {
  return {
    name: `${fileName(report, "managers’ copy", wish)}.xlsx`,
    bytes: managersCopy(report, { ...wish, at }),
  };
}

/**
 * `template` as `slides` takes it.
 * @throws TemplateRefused
 */
export function slidesFile(
  report: ClinicReport,
  wish: CopyWish,
  at: number,
  template: Uint8Array | null,
): FileMade {
  return {
    name: `${fileName(report, "slides", wish)}.pptx`,
    bytes: slides(report, { ...wish, at, template }),
  };
}

function fileName(report: ClinicReport, kind: string, wish: CopyWish): string {
  const words =
    wish.audience === "clinic" ? "" : ` for ${wish.audience === "council" ? "the council" : "outside"}`;
  const small = isSuppressedFor(wish) ? " (small numbers suppressed)" : "";
  return `Assurance Clinic ${monthInWords(report.month)} - ${kind}${words}${small}`;
}

/** One team's list as it is; several in a zip, since a browser hands out one file at a time. */
export function teamListFile(report: ClinicReport, teams: readonly string[]): FileMade {
  const lists = teamLists(report, teams);
  const [one] = lists;
  if (lists.length === 1 && one) return { name: one.fileName, bytes: one.bytes };
  const files: Zippable = { "Read me.txt": strToU8(`${HOLDS_CHILD_IDS}\r\n`) };
  for (const { fileName, bytes } of lists) files[fileName] = [bytes, { level: 0 }];
  return { name: `Team lists - ${monthInWords(report.month)}.zip`, bytes: zipSync(files) };
}

/** @throws TemplateRefused where slides cannot be made with it. */
export function checkTemplate(template: Uint8Array): void {
  templateGround(template);
}
