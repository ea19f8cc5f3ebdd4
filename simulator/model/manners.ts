/**
 * What differs between the Excels that the add-in runs in. SIMULATED_EXCEL=web|windows|mac|1.9 chooses one for a test
 * run; the web unless it says otherwise. docs/simulator.md says where each difference is known from.
 */
export interface Manners {
  readonly name: "web" | "windows" | "mac" | "1.9";
  /** What Office.context.platform says. */
  readonly platform: "OfficeOnline" | "PC" | "Mac";
  /** The newest ExcelApi set that it answers for; members of later sets are ApiNotFound. */
  readonly excelApi: string;
  /** A setting that is new fails where another was written in the same batch (o-js#920). */
  readonly oneNewSettingABatch: boolean;
  /** worksheet.names holds the workbook's own names too (o-js#1011). */
  readonly sheetsHoldWorkbookNames: boolean;
  /** worksheet.names fails while another workbook is in front (o-js#6365). */
  readonly namesNeedTheFront: boolean;
}

/** What the npm copy of Microsoft's client knows. */
const NEWEST = "1.15";

const WEB: Manners = {
  name: "web",
  platform: "OfficeOnline",
  excelApi: NEWEST,
  oneNewSettingABatch: true,
  sheetsHoldWorkbookNames: true,
  namesNeedTheFront: false,
};

const WINDOWS: Manners = {
  ...WEB,
  name: "windows",
  platform: "PC",
  oneNewSettingABatch: false,
  sheetsHoldWorkbookNames: false,
};

const MANNERS: Readonly<Record<Manners["name"], Manners>> = {
  web: WEB,
  windows: WINDOWS,
  mac: { ...WINDOWS, name: "mac", platform: "Mac", namesNeedTheFront: true },
  "1.9": { ...WINDOWS, name: "1.9", excelApi: "1.9" },
};

/** Throws where the word is none of the four. */
export function mannersNamed(word: string | undefined): Manners {
  if (word === undefined || word === "") return WEB;
  const found = Object.values(MANNERS).find(({ name }) => name === word);
  if (!found) throw new Error(`SIMULATED_EXCEL is web, windows, mac or 1.9, not ${word}.`);
  return found;
}

/** 1.9 comes before 1.10. */
export function isLaterThan(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
}
