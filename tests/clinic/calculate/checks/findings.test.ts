/** What could be wrong, found in small workbooks whose figures are counted by hand. */
import { calculateClinic } from "../../../../src/clinic/calculate/calculateClinic";
import { day } from "../../../support/madeList";
import { isPublished, publishedOf } from "../../../support/publishedIndicators";
import type { CellValue, SheetValues, TableValues } from "../../../../src/clinic/cells/worksheet";
import type { Finding } from "../../../../src/clinic/findings";
import type { ClinicReport } from "../../../../src/clinic/report";

const TODAY = day("2023-08-10");

const sheet = (name: string, ...rows: readonly (readonly CellValue[])[]): SheetValues => ({
  name,
  firstRow: 0,
  firstColumn: 0,
  rows,
});

const table = (
  name: string,
  headings: readonly string[],
  ...rows: readonly (readonly CellValue[])[]
): TableValues => ({
  name,
  sheet: "Clinic",
  headerRow: 4,
  firstColumn: 0,
  headings,
  rows,
});

const contacts = (...days: readonly string[]): SheetValues =>
  sheet("Contacts", ["Child Unique ID", "Date of Contact"], ...days.map((each, i) => [`K${i}`, day(each)]));

/** Child, start, end, last visit, team. */
const cpPlans = (
  ...plans: readonly (readonly [child: string, start: string, end: string, visit: string, team?: string])[]
): SheetValues =>
  sheet(
    "CP Plans",
    ["Child Unique ID", "CP Plan Start Date", "CP Plan End Date", "Last CP Visit Date", "Allocated Team"],
    ...plans.map(([child, start, end, visit, team = "SWF East 1"]) => [
      child,
      day(start),
      end === "" ? "" : day(end),
      visit === "" ? "" : day(visit),
      team,
    ]),
  );

interface Given {
  readonly sheets: readonly SheetValues[];
  readonly month?: string;
  readonly settings?: readonly TableValues[];
  readonly history?: readonly (readonly CellValue[])[];
  readonly today?: number;
}

function reportOf({ sheets, month, settings = [], history, today = TODAY }: Given): ClinicReport {
  const options =
    month === undefined ? [] : [table("ClinicOptions", ["Setting", "Value"], ["Reporting month", month])];
  return calculateClinic(
    {
      sheets,
      settings: [...options, ...settings],
      history: history
        ? table(
            "Clinic_history",
            ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"],
            ...history,
          )
        : null,
      choices: {},
      date1904: false,
    },
    today,
  );
}

function found<Kind extends Finding["kind"]>(
  kind: Kind,
  given: Given,
): Extract<Finding, { kind: Kind }> | undefined {
  return reportOf(given).findings.find(
    (finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind,
  );
}

describe("extracts run after month end", () => {
  const july = contacts("2023-07-03", "2023-07-31");
  const plans = cpPlans(
    ["A", "2023-01-02", "", "2023-07-28"],
    ["B", "2023-01-02", "", "2023-08-04"],
    ["C", "2023-01-02", "", "2023-08-08"],
    ["D", "2023-01-02", "", "2023-05-01"],
  );

  it("are told by the plans with a later date, as counted and from the extract's last day", () => {
    const finding = found("extracts-after-month-end", { sheets: [july, plans] });
    expect(publishedOf(finding?.measures ?? [])).toEqual([
      {
        indicator: "cp-visits-10wd",
        list: "cp-plans",
        plansAfter: 2,
        denominator: 4,
        asCounted: 25,
        fromLastDay: 75,
        lastDay: day("2023-08-08"),
      },
    ]);
    expect(finding?.offers).toEqual([
      { act: "set-as-at", date: day("2023-08-08") },
      { act: "load-events", lists: ["visits"] },
    ]);
  });

  it("are said on the page where they weigh more than 2 % of a denominator", () => {
    expect(publishedOf(reportOf({ sheets: [july, plans] }).cautions)).toEqual([
      { indicator: "cp-visits-10wd", sentence: expect.stringMatching(/^Read with care: 2 of the 4 counted/) },
    ]);
    const many = cpPlans(
      ["Z", "2023-01-02", "", "2023-08-04"],
      ...Array.from({ length: 49 }, (_, i) => [`P${i}`, "2023-01-02", "", "2023-07-28"] as const),
    );
    const report = reportOf({ sheets: [july, many] });
    expect(report.findings.map(({ kind }) => kind)).toContain("extracts-after-month-end");
    expect(report.cautions).toEqual([]);
  });

  it("trouble nobody where an event list gives the visits, and a date after today is a slip", () => {
    const visits = sheet(
      "Visits",
      ["Child Unique ID", "Date", "Plan"],
      ["B", day("2023-07-27"), "CP"],
      ["C", day("2023-07-20"), "CP"],
    );
    expect(found("extracts-after-month-end", { sheets: [july, plans, visits] })).toBeUndefined();
    const slip = cpPlans(["A", "2023-01-02", "", "2024-07-28"]);
    expect(found("extracts-after-month-end", { sheets: [july, slip] })).toBeUndefined();
  });
});

describe("a month before the extracts' own", () => {
  const sheets = [
    contacts("2023-06-03", "2023-07-31"),
    cpPlans(["A", "2023-01-02", "", "2023-06-28"], ["B", "2023-01-02", "", "2023-07-28"]),
  ];

  it("has no figure that reads a latest date, with the reason and the list that can give it", () => {
    const report = reportOf({ sheets, month: "2023-06" });
    expect(report.unavailable).toContainEqual({
      id: "cp-visits-10wd",
      reason:
        "CP Plans holds only the latest visit as of July 2023, not that of June 2023. The list Visits can give it.",
    });
    expect(report.demandMonthEnd.find(({ id }) => id === "cp")?.values.at(-1)).toBe(2);
    const notKept = found("latest-dates-not-kept", { sheets, month: "2023-06" });
    expect(notKept?.indicators.filter(isPublished)).toEqual(["cp-visits-10wd"]);
  });

  it("has it from an event list, and the extracts' own month always has", () => {
    const visits = sheet("Visits", ["Child Unique ID", "Date", "Plan"], ["A", day("2023-06-27"), "CP"]);
    const june = reportOf({ sheets: [...sheets, visits], month: "2023-06" });
    expect(june.tables.find(({ id }) => id === "cp-visits-10wd")?.total).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(reportOf({ sheets, month: "2023-07" }).tables.map(({ id }) => id)).toContain("cp-visits-10wd");
  });
});

describe("sheets", () => {
  const july = contacts("2023-07-03", "2023-07-31");

  it("with a child ID and dates that no list is read from are named; a page of notes is not", () => {
    const stray = sheet(
      "Export 1",
      ["Person ID", "Opened on"],
      ["1", day("2023-07-03")],
      ["2", day("2023-07-04")],
    );
    const notes = sheet("Notes", ["Person ID", "Comment"], ["1", "seen"]);
    expect(found("sheets-not-read", { sheets: [july, stray, notes] })?.sheets).toEqual(["Export 1"]);
    expect(found("sheets-not-read", { sheets: [july, notes] })).toBeUndefined();
  });

  const stray = (name: string): SheetValues =>
    sheet(name, ["Person ID", "Opened on"], ["1", day("2023-07-03")], ["2", day("2023-07-04")]);
  const notRead = (given: Given): readonly string[] =>
    reportOf(given)
      .issues.filter(({ code }) => code === "sheet-not-read")
      .map((issue) => issue.sheet);

  it("that a list is not read from are a query once: not again where a column is said to be missing", () => {
    const lacking = sheet("CIN Plans", ["Person ID", "CIN Plan Start Date"], ["1", day("2023-07-03")]);
    const sheets = [july, stray("Export 1"), lacking];
    expect(notRead({ sheets })).toEqual(["Export 1"]);
    expect(found("sheets-not-read", { sheets })?.sheets).toEqual(["Export 1", "CIN Plans"]);
  });

  it("that an indicator of the council's own reads are read, and so are Annex A's adoption lists", () => {
    const measure = table(
      "ClinicMeasures",
      ["ID", "Title", "Page", "Measure", "List", "Counted", "Counted by"],
      ["missing-episodes", "Missing episodes", "Demand", "count", "Export 1", "dated in month", "Opened on"],
    );
    const sheets = [july, stray("Export 1"), stray("List 9"), stray("Annex A List 11")];
    expect(notRead({ sheets })).toEqual(["Export 1"]);
    expect(notRead({ sheets, settings: [measure] })).toEqual([]);
    expect(found("sheets-not-read", { sheets, settings: [measure] })).toBeUndefined();
  });

  it("of which the newer is not read are told with their days", () => {
    const newer = { ...contacts("2023-07-03", "2023-08-02"), name: "Export 2" };
    const finding = found("older-sheet-read", { sheets: [july, newer] });
    expect(finding?.sentence).toBe(
      "Contacts is read from “Contacts”, which ends on 31 July 2023; “Export 2” runs to 2 August 2023 and is not read.",
    );
    const older = { ...contacts("2023-06-03"), name: "Export 2" };
    expect(found("older-sheet-read", { sheets: [july, older] })).toBeUndefined();
  });

  it("that end long before the others are told; one that ends a few days before is not", () => {
    const daily = (last: string) => {
      const days = day(last) - day("2023-06-01") + 1;
      const rows = Array.from({ length: days }, (_, i) => [`K${i}`, day("2023-06-01") + i]);
      return sheet("Contacts", ["Child Unique ID", "Date of Contact"], ...rows);
    };
    const referrals = (last: string) =>
      sheet("Referrals", ["Child Unique ID", "Date of Referral"], ["1", day("2023-07-01")], ["2", day(last)]);
    expect(
      found("lists-end-early", { sheets: [daily("2023-07-05"), referrals("2023-07-31")] })?.lists,
    ).toEqual([{ list: "contacts", runsTo: day("2023-07-05") }]);
    expect(
      found("lists-end-early", { sheets: [daily("2023-07-25"), referrals("2023-07-31")] }),
    ).toBeUndefined();
  });
});

describe("teams outside the clinic tables", () => {
  const sheets = [
    contacts("2023-07-31"),
    cpPlans(
      ["A", "2023-01-02", "", "2023-07-28"],
      ["B", "2023-01-02", "", "2023-07-28", "Looked After Team"],
      ["C", "2023-01-02", "", "2023-07-28", "Looked After Team"],
    ),
  ];

  it("are told with how many children drop out while they are guessed from their names", () => {
    const finding = found("teams-left-out", { sheets });
    expect(finding).toMatchObject({
      teams: ["Looked After Team"],
      lists: [{ list: "cp-plans", children: 3, outside: 2 }],
      lines: ["CP Plans: 2 of 3 children drop out (Looked After Team 2)."],
    });
  });

  it("are told later only where most of a list drops out", () => {
    const teams = (inTables: string) =>
      table(
        "ClinicTeams",
        ["Team", "In clinic tables"],
        ["SWF East 1", inTables],
        ["Looked After Team", "Yes"],
      );
    expect(found("teams-left-out", { sheets, settings: [teams("No")] })).toBeUndefined();
    const most = table(
      "ClinicTeams",
      ["Team", "In clinic tables"],
      ["SWF East 1", "Yes"],
      ["Looked After Team", "No"],
    );
    expect(found("teams-left-out", { sheets, settings: [most] })?.sentence).toMatch(/^Most children/);
  });
});

describe("targets", () => {
  const sheets = [contacts("2023-07-31"), cpPlans(["A", "2023-01-02", "", "2023-07-28"])];

  it("wait to be agreed before the first build, and while their note asks for it", () => {
    expect(found("targets-to-agree", { sheets })?.indicators).toContain("cp-visits-10wd");
    const report = reportOf({ sheets });
    const target = report.settings.indicators.get("cp-visits-10wd")!.target!;
    const noted = (value: number, note: string) =>
      reportOf({
        sheets,
        settings: [table("ClinicTargets", ["ID", "Target", "Remarks"], ["cp-visits-10wd", value, note])],
      }).targetsToAgree;
    expect(noted(target, "starting value: confirm")).toContain("cp-visits-10wd");
    expect(noted(target, "agreed by the board")).not.toContain("cp-visits-10wd");
    expect(noted(target - 1, "starting value: confirm")).not.toContain("cp-visits-10wd");
    // A row that is not there, as after a stopped first build, is written with the note by this build.
    expect(noted(target, "agreed by the board")).toEqual(
      reportOf({ sheets }).targetsToAgree.filter((id) => id !== "cp-visits-10wd"),
    );
  });
});

describe("against the month before", () => {
  const june = (...rows: readonly (readonly [string, string, number | "", number])[]) =>
    rows.map(([indicator, team, denominator, value]) => ["2023-06", indicator, team, "", denominator, value]);

  it("a change beyond three times the usual is told", () => {
    const sheets = [contacts("2023-07-03", "2023-07-31")];
    const given = { sheets, history: june(["contacts", "Total", "", 40]) };
    expect(found("big-changes", given)?.changes).toEqual([
      { indicator: "contacts", previous: 40, value: 2, usual: 2 },
    ]);
    expect(found("big-changes", { sheets, history: june(["contacts", "Total", "", 5]) })).toBeUndefined();
  });

  const sheets = [
    contacts("2023-07-31"),
    cpPlans(
      ["A", "2023-01-02", "", "2023-07-28"],
      ["B", "2023-07-05", "", "2023-07-28"],
      ["C", "2023-01-02", "2023-07-20", "2023-07-01"],
      ["D", "2023-01-02", "", "2023-07-28", "SWF East 2"],
    ),
  ];

  it("what started and ended is led from last month to this, with the remainder by team", () => {
    const history = june(
      ["cp", "Total", "", 3],
      ["cp-visits-10wd", "Total", 3, 100],
      ["cp-visits-10wd", "SWF East 1", 3, 100],
    );
    const finding = found("stock-and-flow", { sheets, history });
    expect(finding?.flows).toEqual([
      {
        list: "cp-plans",
        lastMonth: 3,
        started: 1,
        ended: 1,
        thisMonth: 3,
        remainder: 0,
        teams: [
          { team: "SWF East 1", remainder: -1 },
          { team: "SWF East 2", remainder: 1 },
        ],
      },
    ]);
    expect(finding?.lines[0]).toBe(
      "CP Plans: 3 at the end of June 2023 + 1 started − 1 ended = 3, and 3 are open: no difference. By team: SWF East 1 −1, SWF East 2 +1.",
    );
  });

  it("nothing is told where it comes out, nor where the list has no end dates", () => {
    const history = june(["cp", "Total", "", 3]);
    expect(found("stock-and-flow", { sheets, history })).toBeUndefined();
    const [first] = sheets;
    const openOnly = sheet(
      "CP Plans",
      ["Child Unique ID", "CP Plan Start Date", "Allocated Team"],
      ["A", day("2023-01-02"), "SWF East 1"],
    );
    expect(found("stock-and-flow", { sheets: [first!, openOnly], history })).toBeUndefined();
  });

  it("published figures stand beside what the extracts give for them now", () => {
    const many = contacts("2023-05-30", "2023-06-01", "2023-06-02", "2023-06-03", "2023-07-31");
    const finding = found("past-recounted", { sheets: [many], history: june(["contacts", "Total", "", 2]) });
    expect(finding?.months).toEqual([
      { indicator: "contacts", month: "2023-06", published: 2, recounted: 3 },
    ]);
    const cut = contacts("2023-06-01", "2023-06-02", "2023-06-03", "2023-07-31");
    expect(
      found("past-recounted", { sheets: [cut], history: june(["contacts", "Total", "", 2]) }),
    ).toBeUndefined();
  });

  it("the council's own counts stand beside theirs, where the extract can tell that month", () => {
    const headings = [
      "ID",
      "Title",
      "Page",
      "Measure",
      "List",
      "Counted",
      "Counted by",
      "Start",
      "End",
      "Only where",
    ];
    const inMonth = ["missing", "Missing episodes", "Demand", "count", "Missing", "dated in month", "Began"];
    const open = ["missing-open", "Still missing", "Demand", "count", "Missing", "open at month end", ""];
    const own = (...last: readonly CellValue[]) =>
      table("ClinicMeasures", headings, [...inMonth, "", "", ...last], [...open, "Began", "Ended", ...last]);
    const episodes = (...rows: readonly (readonly CellValue[])[]) =>
      sheet("Missing", ["Child Unique ID", "Began", "Ended", "Date of Birth"], ...rows);
    const born = day("2010-01-01");
    // June by hand: B, C and D began; A, B and D are open at its end, C ended on the 20th.
    const whole = episodes(
      ["A", day("2023-05-30"), day("2023-07-04"), born],
      ["B", day("2023-06-02"), "", born],
      ["C", day("2023-06-10"), day("2023-06-20"), born],
      ["D", day("2023-06-30"), day("2023-07-01"), born],
      ["E", day("2023-07-03"), "", born],
    );
    const history = june(["missing", "Total", "", 2], ["missing-open", "Total", "", 4]);
    const july = contacts("2023-07-03", "2023-07-31");
    const told = (sheets: readonly SheetValues[], measures: TableValues) =>
      found("past-recounted", { sheets: [july, ...sheets], settings: [measures], history });
    expect(told([whole], own(""))?.lines).toEqual([
      "Missing episodes: June 2023 published 2, now 3.",
      "Still missing: June 2023 published 4, now 3.",
    ]);
    const fromJuneOn = episodes(["B", day("2023-06-02"), "", born], ["D", day("2023-06-30"), "", born]);
    expect(told([fromJuneOn], own(""))).toBeUndefined();
    // Ages are those at the end of July.
    expect(told([whole], own("Age >= 10"))).toBeUndefined();
  });
});
