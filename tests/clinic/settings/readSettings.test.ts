import type { CellValue, TableValues } from "../../../src/clinic/cells/worksheet";
import { serialOf } from "../../../src/clinic/calendar/serials";
import type { IndicatorId } from "../../../src/clinic/indicators/ids";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { readSettings } from "../../../src/clinic/settings/readSettings";
import { resolveSettings } from "../../../src/clinic/settings/resolveSettings";
import type { ClinicSettings } from "../../../src/clinic/settings/settings";
import type { IndicatorSettings } from "../../../src/clinic/indicators/indicatorSettings";
import { inShort, options, table } from "./tables";

const TODAY = serialOf(2023, 8, 10);

function settled(
  tables: readonly TableValues[],
  latestActivityDate: number | null = serialOf(2023, 7, 31),
  date1904 = false,
): ClinicSettings & { readonly short: readonly string[]; readonly said: readonly string[] } {
  const log = createIssueLog();
  const entered = readSettings(tables, log, date1904);
  const settings = resolveSettings(entered, { latestActivityDate, today: TODAY }, log);
  return { ...settings, short: inShort(log.issues()), said: log.issues().map(({ message }) => message) };
}

const TARGET_HEADINGS = [
  "ID",
  "Indicator",
  "Better when",
  "Target",
  "Amber within",
  "Timescale",
  "Unit",
  "Not yet due",
  "Teams",
  "Population",
];

/** One row of ClinicTargets, by heading. */
function target(
  id: string,
  entries: Readonly<Record<string, CellValue>>,
  formats: Readonly<Record<string, string>> = {},
) {
  const result = settled([
    table(
      "ClinicTargets",
      [TARGET_HEADINGS, TARGET_HEADINGS.map((heading) => (heading === "ID" ? id : (entries[heading] ?? "")))],
      [TARGET_HEADINGS.map((heading) => formats[heading] ?? "General")],
    ),
  ]);
  const key = id.trim().toLowerCase().replace(/\s+/g, "-") as IndicatorId;
  return { ...(result.indicators.get(key) as IndicatorSettings), short: result.short };
}

describe("without Clinic Settings", () => {
  test("the published pack's practice holds, and nothing is an issue", () => {
    const settings = settled([]);
    expect(settings).toMatchObject({
      month: "2023-07",
      monthStart: serialOf(2023, 7, 1),
      monthEnd: serialOf(2023, 7, 31),
      asAt: serialOf(2023, 7, 31),
      caseloadThreshold: 20,
      population: null,
      councilName: "",
      icpcOutcomes: ["ICPC", "Initial Child Protection Conference"],
      teams: [],
      closures: [],
      short: [],
    });
    expect(settings.indicators.get("cp-rate")).toEqual({
      id: "cp-rate",
      betterWhen: "lower",
      target: 60,
      amberWithin: 5,
      timescale: null,
      unit: null,
      notYetDue: null,
      teams: "all",
      population: null,
    });
    expect(settings.indicators.get("cla-care-planning")).toMatchObject({
      betterWhen: "higher",
      timescale: 183,
      unit: "days",
      notYetDue: "excluded",
      teams: "clinic",
    });
    expect(settings.indicators.get("icpc-15wd")).toMatchObject({
      timescale: 15,
      unit: "working days",
      teams: "all",
    });
    expect(settings.indicators.get("contacts")).toMatchObject({ target: null, betterWhen: null });
  });
});

describe("reporting month", () => {
  test.each([
    ["the last working day", serialOf(2023, 7, 31), "2023-07"],
    ["the day before it", serialOf(2023, 7, 30), "2023-06"],
    ["a Friday with only a weekend left", serialOf(2023, 9, 29), "2023-09"],
    ["the Thursday before it", serialOf(2023, 9, 28), "2023-08"],
    ["January's start", serialOf(2023, 1, 3), "2022-12"],
  ])("blank: latest activity on %s", (_name, latest, month) => {
    expect(settled([options(["Reporting month", ""])], latest).month).toBe(month);
  });

  test("a local closure moves the last working day", () => {
    const closures = table("ClinicHolidays", [
      ["Date", "Name"],
      [serialOf(2023, 7, 31), "Training day"],
    ]);
    expect(settled([closures], serialOf(2023, 7, 28)).month).toBe("2023-07");
  });

  test("without any activity date the last month that has ended is taken, with a query", () => {
    const settings = settled([], null);
    expect(settings.month).toBe("2023-07");
    expect(settings.said).toEqual([expect.stringContaining("July 2023 is used")]);
  });

  test.each([["July 2022"], ["Jul-22"], ["2022-07"], ["07/2022"], [serialOf(2022, 7, 1)], ["31/07/2022"]])(
    "%p is July 2022",
    (cell) => {
      const settings = settled([options(["Reporting month", cell])]);
      expect([settings.month, settings.short]).toEqual(["2022-07", []]);
    },
  );

  test("serials of a workbook that counts from 1904", () => {
    const settings = settled(
      [
        options(
          ["Reporting month", serialOf(2022, 7, 1) - 1462],
          ["As-at date", serialOf(2022, 7, 31) - 1462],
        ),
      ],
      null,
      true,
    );
    expect(settings).toMatchObject({ month: "2022-07", asAt: serialOf(2022, 7, 31), short: [] });
  });

  test.each([["Jully 2022"], [7], [202207], [true], ["#N/A"], ["13/2022"]])(
    "%p is an error that names the cell, and the default is used",
    (cell) => {
      const settings = settled([options(["Reporting month", cell])]);
      expect([settings.month, settings.short]).toEqual(["2023-07", ["error wrong-setting B4"]]);
    },
  );

  test("Jul-22 that Excel shows as 22-Jul is read as typed, with a query", () => {
    const turned: TableValues = {
      ...options(["Reporting month", serialOf(2023, 7, 22)]),
      formats: [["General", "d-mmm"]],
    };
    const settings = settled([turned]);
    expect([settings.month, settings.short]).toEqual(["2022-07", ["query month-turned-into-a-date B4"]]);
  });

  test("a month that has not begun is a query", () => {
    const settings = settled([options(["Reporting month", "2023-09"])]);
    expect([settings.month, settings.short]).toEqual(["2023-09", ["query reporting-month-not-begun B4"]]);
  });
});

describe("the other options", () => {
  test("are found however they are spelt and in whatever order", () => {
    const settings = settled([
      options(
        ["council  NAME", " Anytown "],
        ["Population aged 0-to-17", 49300],
        ["caseload highlight at or above:", 18],
        ["S47 outcomes that mean ICPC", "Conference; ; Strategy to ICPC ;"],
        ["As at date", "31.07.23"],
        ["", ""],
      ),
    ]);
    expect(settings).toMatchObject({
      councilName: "Anytown",
      population: 49300,
      caseloadThreshold: 18,
      icpcOutcomes: ["Conference", "Strategy to ICPC"],
      asAt: serialOf(2023, 7, 31),
      short: [],
    });
    expect(settings.indicators.get("cla-rate")!.population).toBe(49300);
  });

  test.each([
    ["As-at date", "31/02/2023"],
    ["As-at date", 31],
    ["As-at date", "July"],
    ["Caseload highlight at or above", -1],
    ["Caseload highlight at or above", 0],
    ["Caseload highlight at or above", 19.5],
    ["Caseload highlight at or above", "twenty"],
    ["Population aged 0 to 17", -49300],
    ["Population aged 0 to 17", 0],
    ["Population aged 0 to 17", "49300"],
    ["Population aged 0 to 17", "#REF!"],
    ["S47 outcomes that mean ICPC", ";"],
    ["Council name", "#NAME?"],
  ])("%s: %p is wrong and the default stands", (setting, cell) => {
    const { short, said, ...settings } = settled([options(["Reporting month", "2023-07"], [setting, cell])]);
    expect(short).toEqual(["error wrong-setting B5"]);
    expect(said[0]).toContain(setting);
    const { short: _short, said: _said, ...untouched } = settled([]);
    expect(settings).toEqual(untouched);
  });

  test("twice, or unknown", () => {
    const settings = settled([options(["Council name", "A"], ["Council name", "B"], ["Colour", "Blue"])]);
    expect(settings.councilName).toBe("A");
    expect(settings.short).toEqual(["error wrong-setting A5", "query unknown-setting A6"]);
  });

  test("an as-at date left over from another month is a query, one soon after the month is none", () => {
    const at = (date: string) => settled([options(["Reporting month", "2023-07"], ["As-at date", date])]);
    expect(at("30/06/2023").short).toEqual(["query as-at-date-outside-month B5"]);
    expect(at("01/09/2023").short).toEqual(["query as-at-date-outside-month B5"]);
    expect(at("08/08/2023").short).toEqual([]);
  });
});

describe("targets", () => {
  test("are read whatever the case and spacing", () => {
    expect(
      target(" CIN  visits 6w", {
        "Better when": "Near",
        Target: 92.5,
        "Amber within": 2.5,
        Timescale: 30,
        Unit: "Working  Days",
        "Not yet due": "EXCLUDED",
        Teams: "All",
      }),
    ).toMatchObject({
      betterWhen: "near",
      target: 92.5,
      amberWithin: 2.5,
      timescale: 30,
      unit: "working days",
      notYetDue: "excluded",
      teams: "all",
      short: [],
    });
  });

  test("a blank target, direction or amber in a row that stands is none; any other blank is the default", () => {
    expect(target("cin-visits-6w", {})).toMatchObject({
      betterWhen: null,
      target: null,
      amberWithin: null,
      timescale: 42,
      unit: "days",
      notYetDue: "in time",
      teams: "clinic",
      short: [],
    });
  });

  test("a missing row and a missing column are the default", () => {
    const defaults = { betterWhen: "higher", target: 95, amberWithin: 5 };
    const ofRow = (headings: string[], row: CellValue[]) =>
      settled([table("ClinicTargets", [headings, row])]).indicators.get("cin-visits-6w");
    expect(ofRow(TARGET_HEADINGS, ["cp-rate"])).toMatchObject(defaults);
    expect(ofRow(["ID"], ["cin-visits-6w"])).toMatchObject(defaults);
    expect(ofRow(["ID", "Target"], ["cin-visits-6w", ""])).toMatchObject({ ...defaults, target: null });
  });

  test("none is no target and no direction; 0 is a target", () => {
    expect(target("cp-rate", { Target: "none", "Better when": "-" })).toMatchObject({
      target: null,
      betterWhen: null,
    });
    expect(target("cp-rate", { Target: 0 })).toMatchObject({ target: 0, short: [] });
  });

  test("a percent-formatted cell is a ratio", () => {
    const formats = { Target: "0.0%", "Amber within": "0%" };
    expect(target("cp-visits-10wd", { Target: 0.57, "Amber within": 0.05 }, formats)).toMatchObject({
      target: 57,
      amberWithin: 5,
      short: [],
    });
    expect(target("cp-visits-10wd", { Target: 1 }, formats)).toMatchObject({ target: 100, short: [] });
    expect(target("cp-visits-10wd", { Target: 57 }, { Target: '0" %"' })).toMatchObject({
      target: 57,
      short: [],
    });
    expect(target("cp-visits-10wd", { Target: 90 }, formats).short).toEqual(["error wrong-setting G4"]);
  });

  test("a bare value of 1 or less is used with a query, for percents only", () => {
    expect(target("cp-visits-10wd", { Target: 0.9 })).toMatchObject({
      target: 0.9,
      short: ["query target-of-1-or-less G4"],
    });
    expect(target("cla-rate", { Target: 1 })).toMatchObject({ target: 1, short: [] });
    expect(target("contacts", { Target: 0.5 })).toMatchObject({ target: 0.5, short: [] });
  });

  test.each([
    ["Better when", "bigger", "F4"],
    ["Target", "ninety", "G4"],
    ["Target", "90", "G4"],
    ["Target", -5, "G4"],
    ["Target", 101, "G4"],
    ["Target", true, "G4"],
    ["Target", "#DIV/0!", "G4"],
    ["Timescale", 0, "I4"],
    ["Timescale", -42, "I4"],
    ["Timescale", "6 weeks", "I4"],
    ["Unit", "weeks", "J4"],
    ["Not yet due", "late", "K4"],
    ["Teams", "some", "L4"],
    ["Population", 0, "M4"],
  ])("%s: %p is wrong and the default stands", (heading, cell, address) => {
    const defaults = { "Better when": "higher", Target: 90, "Amber within": 10 };
    const { short, ...rest } = target("cp-supervision", { ...defaults, [heading]: cell });
    expect(short).toEqual([`error wrong-setting ${address}`]);
    const { short: _short, ...untouched } = target("cp-supervision", defaults);
    expect(rest).toEqual(untouched);
  });

  test("a wrong amber is the default's, not none", () => {
    expect(target("cp-rate", { "Amber within": -1 })).toMatchObject({
      amberWithin: 5,
      short: ["error wrong-setting H4"],
    });
  });

  test("20- and 45-day assessments and ICPC stay working days; the population is a rate's own", () => {
    for (const id of ["assessments-20wd", "assessments-45wd", "icpc-15wd"]) {
      expect(target(id, { Unit: "days" })).toMatchObject({
        unit: "working days",
        short: ["query always-working-days J4"],
      });
    }
    expect(target("cp-visits-10wd", { Unit: "days" })).toMatchObject({ unit: "days", short: [] });
    expect(target("s47-rolling-rate", { Population: 48750 }).population).toBe(48750);
    expect(target("cp", { Population: 48750 }).population).toBeNull();
  });

  test("an unknown or repeated id is an error, the higher row holds", () => {
    const settings = settled([
      table("ClinicTargets", [
        ["Target", "ID", "My note"],
        [70, "cp-rate", ""],
        [80, "CP Rate", ""],
        [90, "cp-rates", ""],
        [50, "", ""],
        ["", "", ""],
      ]),
    ]);
    expect(settings.indicators.get("cp-rate")).toMatchObject({ target: 70, amberWithin: 5 });
    expect(settings.short).toEqual([
      "error wrong-setting E5",
      "error wrong-setting E6",
      "error wrong-setting E7",
    ]);
  });
});

describe("teams", () => {
  const HEADINGS = ["Team", "Also known as", "Short name", "Service", "Locality", "In clinic tables"];
  const teams = (...rows: CellValue[][]) => settled([table("ClinicTeams", [HEADINGS, ...rows])]);

  test("are read in their order; blanks are what the name says, but a blank locality is not recorded", () => {
    const { teams: read, short } = teams(
      ["Brief Intervention Team East 1", "", "", "", "East", ""],
      ["SWF North 2", "North Two; N2 ;", "N2", " swf ", "", "no"],
      ["", "", "", "", "", ""],
      ["Harbour", "", "", "Frontline", "", "YES"],
    );
    expect(read).toEqual([
      {
        name: "Brief Intervention Team East 1",
        shortName: "BIT East 1",
        otherNames: [],
        service: "BIT",
        locality: "East",
        inClinicTables: true,
        origin: "known",
      },
      {
        name: "SWF North 2",
        shortName: "N2",
        otherNames: ["North Two", "N2"],
        service: "SWF",
        locality: "",
        inClinicTables: false,
        origin: "known",
      },
      {
        name: "Harbour",
        shortName: "Harbour",
        otherNames: [],
        service: "Frontline",
        locality: "",
        inClinicTables: true,
        origin: "known",
      },
    ]);
    expect(short).toEqual([]);
  });

  test("without a Locality column it comes from the name", () => {
    const { teams: read } = settled([table("ClinicTeams", [["Team"], ["SWF North 2"]])]);
    expect(read[0]).toMatchObject({ locality: "North", service: "SWF", inClinicTables: true });
  });

  test("wrong words, missing and repeated names are errors", () => {
    const { teams: read, short } = teams(
      ["SWF East 1", "", "", "Families", "East", "perhaps"],
      ["swf east-1", "", "", "", "", "No"],
      ["", "East", "", "", "", ""],
      ["#N/A", "", "", "", "", ""],
    );
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ service: "Families", inClinicTables: true });
    expect(short).toEqual([
      "error wrong-setting T4",
      "error wrong-setting O5",
      "error wrong-setting O6",
      "error wrong-setting O7",
    ]);
  });

  test("a name that two teams share is a query at the team that does not get it", () => {
    const { short } = teams(
      ["A", "East", "", "", "", ""],
      ["B", "", "East", "", "", ""],
      ["C", "", "", "", "", ""],
    );
    expect(short).toEqual(["query shared-team-name O4"]);
  });
});

describe("closures", () => {
  test("are dates in any form; unreadable ones are errors, years without bank holidays queries", () => {
    const { closures, short, said } = settled([
      table("ClinicHolidays", [
        ["Date", "Name"],
        ["27/12/2023", "Christmas closure"],
        [serialOf(2036, 1, 2), ""],
        ["soon", "Move"],
        ["", "Forgotten"],
        ["", ""],
      ]),
    ]);
    expect(closures).toEqual([
      { date: serialOf(2023, 12, 27), name: "Christmas closure" },
      { date: serialOf(2036, 1, 2), name: "" },
    ]);
    expect(short).toEqual([
      "error wrong-setting V6",
      "error wrong-setting V7",
      "query closure-outside-built-in-years V5",
    ]);
    expect(said[0]).toContain(
      "The date of this closure cannot be used as it stands; the closure is left out.",
    );
  });
});

test("a table without its key column says so at its heading, and its defaults hold", () => {
  const settings = settled([
    table("ClinicTargets", [
      ["Indicator", "Target"],
      ["Rate of children subject to CP plans", 70],
    ]),
  ]);
  expect(settings.short).toEqual(["error wrong-setting D3"]);
  expect(settings.said[0]).toContain("“ID”");
  expect(settings.indicators.get("cp-rate")!.target).toBe(60);
});
