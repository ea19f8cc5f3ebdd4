/** What Excel refuses for reasons that do not lie in the workbook: its version, its manners, what else is going on. */
import type { MemberUse } from "./batch";
import { HostFault } from "../model/fault";
import { isLaterThan, type Manners } from "../model/manners";
import type { Workbook } from "../model/workbook";

/** The ExcelApi set of a member ("Table.Resize" → "1.13"); null where nothing is known of it. */
export type SetOf = (className: string, member: string) => string | null;

export interface Refusals {
  /** Throws HostFault. */
  allow(use: MemberUse): void;
  beginBatch(): void;
  /** The user has gone to another workbook. */
  otherWorkbookInFront(on: boolean): void;
  /** The printer's driver takes no page setup. */
  pageSetupRefused(on: boolean): void;
}

/** Refused while another workbook is in front (o-js#6365 and the threads it names). */
const NEED_THE_FRONT: Readonly<Record<string, readonly string[]>> = {
  WorksheetCollection: ["add"],
  Table: ["clearfilters"],
  WorksheetFreezePanes: ["freezerows", "freezecolumns", "freezeat", "unfreeze"],
  Worksheet: ["showgridlines", "gridlines"],
};

/** Refused where the printer's driver does not take it (o-js#1860). */
const PAGE_SETUP: readonly string[] = ["PageLayout", "HeaderFooter"];

export function createRefusals(workbook: Workbook, manners: Manners, setOf: SetOf): Refusals {
  let behind = false;
  let noPageSetup = false;
  let settingsWritten = 0;

  const refuseBehind = ({ className, member, how }: MemberUse): void => {
    if (!behind) return;
    const name = member.toLowerCase();
    if (className === "Worksheet" && name === "names") {
      if (manners.namesNeedTheFront) throw new HostFault("InvalidSelection");
      return;
    }
    const refused = NEED_THE_FRONT[className] ?? [];
    const changes = how === "set" || how === "call";
    if (changes && refused.includes(name)) throw new HostFault("GeneralException");
  };

  const refuseSecondNewSetting = ({ className, member, args }: MemberUse): void => {
    if (className !== "SettingCollection" || member.toLowerCase() !== "add") return;
    const isNew = !workbook.settings.some(({ key }) => key === args[0]);
    if (manners.oneNewSettingABatch && isNew && settingsWritten > 0) throw new HostFault("ItemNotFound");
    settingsWritten++;
  };

  const refusePageSetup = ({ className, how }: MemberUse): void => {
    if (!noPageSetup || (how !== "set" && how !== "call")) return;
    if (PAGE_SETUP.includes(className)) throw new HostFault("GeneralException");
  };

  return {
    allow(use) {
      const since = setOf(use.className, use.member);
      if (since !== null && isLaterThan(since, manners.excelApi)) {
        const what = `${use.className}.${use.member} is of ExcelApi ${since}`;
        throw new HostFault("ApiNotFound", `${what}; this Excel has ${manners.excelApi}.`);
      }
      refuseBehind(use);
      refusePageSetup(use);
      refuseSecondNewSetting(use);
    },
    beginBatch() {
      settingsWritten = 0;
    },
    otherWorkbookInFront(on) {
      behind = on;
    },
    pageSetupRefused(on) {
      noPageSetup = on;
    },
  };
}
