import * as fc from "fast-check";
import { monthLabel, monthStart, monthsUpTo } from "../../../src/clinic/calendar/months";
import { serialOf } from "../../../src/clinic/calendar/serials";
import { recogniseLists } from "../../../src/clinic/extracts/recognise";
import type { CellValue, SheetValues, TableValues } from "../../../src/clinic/cells/worksheet";
import { INDICATORS } from "../../../src/clinic/indicators/catalogue";
import type { IndicatorId } from "../../../src/clinic/indicators/ids";
import { createIssueLog } from "../../../src/clinic/issues/issueLog";
import { readPastFigures, type PastFigures } from "../../../src/clinic/past/readPastFigures";
import { readSettings } from "../../../src/clinic/settings/readSettings";
import { resolveSettings } from "../../../src/clinic/settings/resolveSettings";
import published from "../../published/clinic-2023-07.json";
import { inShort, options, table } from "../settings/tables";

type Rows = readonly (readonly CellValue[])[];

interface Read extends PastFigures {
  readonly short: readonly string[];
  readonly words: readonly string[];
}

interface Workbook {
  readonly sheets?: readonly Rows[];
  readonly history?: Rows;
  readonly month?: string;
  readonly population?: number | "";
  /** The rolling Section 47 rate's own. */
  readonly s47Population?: number;
  readonly date1904?: boolean;
}

function read({
  sheets = [],
  history,
  month = "2023-07",
  population = "",
  s47Population,
  date1904 = false,
}: Workbook): Read {
  const log = createIssueLog();
  const settings = resolveSettings(
    readSettings(
      [
        options(["Reporting month", month], ["Population aged 0 to 17", population]),
        table("ClinicTargets", [
          ["ID", "Population"],
          ["s47-rolling-rate", s47Population ?? ""],
        ]),
      ],
      log,
      date1904,
    ),
    { latestActivityDate: null, today: serialOf(2023, 8, 1) },
    log,
  );
  const named = sheets.map((rows, i): SheetValues => ({
    name: i === 0 ? "Past Figures" : `Past Figures ${i + 1}`,
    firstRow: 0,
    firstColumn: 0,
    rows,
  }));
  const choices = { "past-figures": named.map(({ name }) => name) };
  const recognition = recogniseLists(named, named.length > 1 ? choices : {}, createIssueLog());
  const sheetsRead = recognition.get("past-figures")?.sheets ?? [];
  const past = readPastFigures(
    { sheets: sheetsRead, history: history ? historyTable(history) : null, settings, date1904 },
    log,
  );
  return { ...past, short: inShort(log.issues()), words: log.issues().map(({ message }) => message) };
}

const HISTORY = ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"];

function historyTable(rows: Rows): TableValues {
  return {
    name: "Clinic_history",
    sheet: "Clinic History",
    headerRow: 3,
    firstColumn: 0,
    headings: HISTORY,
    rows,
  };
}

const values = (past: PastFigures, id: IndicatorId, months: readonly string[]): readonly (number | null)[] =>
  months.map((month) => past.value(id, month));

describe("a column a month", () => {
  const months = monthsUpTo("2023-06", 3);

  test("ids, wordings, table titles and chart titles name an indicator", () => {
    const past = read({
      sheets: [
        [
          ["Figures of past months"],
          [],
          ["", "Indicator", "Apr-23", "May 2023", "2023-06", "Target"],
          ["", "contacts", 1544, 1828, 1948, 5],
          ["", "Demand at month end"],
          ["", "number of children in OUR care", 505, 517, 518, ""],
          ["", "Core group", 74.3, "", 68.5, ""],
          [
            "",
            "Number of children with an active Child in Need Plan not allocated to CWD (CIN*)",
            1,
            2,
            3,
            "",
          ],
        ],
      ],
    });
    expect(values(past, "contacts", months)).toEqual([1544, 1828, 1948]);
    expect(values(past, "cla", months)).toEqual([505, 517, 518]);
    expect(values(past, "cp-core-groups", months)).toEqual([74.3, null, 68.5]);
    expect(values(past, "cin-not-cwd", months)).toEqual([1, 2, 3]);
    expect([past.value("contacts", "2023-07"), past.value("cp", "2023-04"), past.short]).toEqual([
      null,
      null,
      [],
    ]);
  });

  test("what is not a number is a gap; text and errors in a figure's place are errors", () => {
    const past = read({
      sheets: [
        [
          ["Indicator", ...months.map(monthLabel), "Mar-23", "Feb-23", "Jan-23"],
          ["contacts", "-", "n/a", "", "1,948", "#DIV/0!", true],
        ],
      ],
    });
    expect(values(past, "contacts", monthsUpTo("2023-06", 6))).toEqual([null, null, null, null, null, null]);
    expect(past.short).toEqual([
      "error text-not-number E2",
      "error error-value F2",
      "error text-not-number G2",
    ]);
  });

  test("months that Excel turned into days of one year are read as typed, with one query", () => {
    const year = monthsUpTo("2023-06", 12);
    const headings = year.map((m) => serialOf(2023, Number(m.slice(5)), Number(m.slice(2, 4))));
    for (const date1904 of [false, true]) {
      const shifted = headings.map((serial) => serial - (date1904 ? 1462 : 0));
      const past = read({
        date1904,
        sheets: [
          [
            ["Indicator", ...shifted],
            ["contacts", ...year.map((_, i) => i + 2)],
          ],
        ],
      });
      expect(values(past, "contacts", year)).toEqual(year.map((_, i) => i + 2));
      expect(past.short).toEqual(["query months-turned-into-dates B1"]);
    }
  });

  test("the later of two rows, columns or sheets wins, with a query; a blank one does not", () => {
    const headings = ["Indicator", "May-23", "Jun-23", "Jun-23 (revised)"];
    const past = read({
      sheets: [
        [headings, ["contacts", 1, 2, 3], ["Number of contacts in the month (restated)", 4, "", ""]],
        [
          ["Indicator", "Apr-23", "May-23"],
          ["contacts", 9, ""],
        ],
      ],
    });
    expect(values(past, "contacts", monthsUpTo("2023-06", 3))).toEqual([9, 4, 3]);
    expect(past.short).toEqual(["query past-figure-twice D2", "query past-figure-twice B3"]);
  });

  test("an unknown indicator with figures is a query, a team's row is left alone", () => {
    const past = read({
      sheets: [
        [
          ["Indicator", "Team", "Jun-23"],
          ["Number of complaints", "", 4],
          ["contacts", "SWF East 1", 7],
          ["contacts", "All", 70],
        ],
      ],
    });
    expect([past.value("contacts", "2023-06"), past.short]).toEqual([70, ["query unknown-indicator A2"]]);
  });

  test("a percentage given as ratios becomes points, with a query; 0, 1 and rates stand", () => {
    const past = read({
      sheets: [
        [
          ["Indicator", "May-23", "Jun-23"],
          ["cp-visits-10wd", 0.57, 1],
          ["cp-repeat", 0, 1],
          ["cla-visits", 0.9, 95],
          ["cp-rate", 0.5, 0.6],
        ],
      ],
    });
    const last = monthsUpTo("2023-06", 2);
    expect(values(past, "cp-visits-10wd", last)).toEqual([57, 100]);
    expect(values(past, "cp-repeat", last)).toEqual([0, 1]);
    expect(values(past, "cla-visits", last)).toEqual([0.9, 95]);
    expect(values(past, "cp-rate", last)).toEqual([0.5, 0.6]);
    expect(past.short).toEqual(["query percent-as-ratio B2"]);
  });
});

describe("a row a month and indicator", () => {
  const HEADINGS = ["Month", "Indicator", "Team", "Numerator", "Denominator", "Value"];

  test("only rows of all teams count; a blank value is numerator and denominator", () => {
    const past = read({
      sheets: [
        [
          HEADINGS,
          [monthStart("2023-05"), "contacts", "", "", "", 10],
          ["Jun-23", "Number of contacts in the month", " total ", "", "", 11],
          ["2023-06", "contacts", "SWF East 1", "", "", 3],
          ["June 2023", "Visits in time", "ALL", 19, 20, ""],
          ["June 2023", "cla", "Total", 518, "", ""],
          ["June 2023", "cla-rate", "Total", 518, 49300, ""],
          ["June 2023", "cp-visits-10wd", "Total", 0, 0, ""],
          ["June 2023", "cp-supervision", "Total", 1, 2, "n/a"],
          ["", "", "", "", "", ""],
        ],
      ],
    });
    expect(values(past, "contacts", ["2023-05", "2023-06"])).toEqual([10, 11]);
    expect(past.value("cla-visits", "2023-06")).toBe(95);
    expect(past.value("cla", "2023-06")).toBe(518);
    expect(past.value("cla-rate", "2023-06")).toBeCloseTo(105.071, 3);
    expect(past.value("cp-visits-10wd", "2023-06")).toBeNull();
    expect(past.value("cp-supervision", "2023-06")).toBeNull();
    expect(past.short).toEqual([]);
  });

  test("unreadable months and unknown indicators are named by cell; the later row wins", () => {
    const past = read({
      sheets: [
        [
          HEADINGS,
          ["soon", "contacts", "", "", "", 1],
          ["Jun-23", "complaints", "", "", "", 1],
          ["Jun-23", "contacts", "", "", "", 5],
          ["30/06/2023", "contacts", "Total", "", "", 6],
        ],
      ],
    });
    expect(past.value("contacts", "2023-06")).toBe(6);
    expect(past.short).toEqual([
      "error unreadable-date A2",
      "query unknown-indicator B3",
      "query past-figure-twice F5",
    ]);
  });

  test("ratios of an indicator's whole list become points", () => {
    const past = read({
      sheets: [
        [
          ["Month", "Indicator", "Value"],
          ["May-23", "cla-visits", 0.885],
          ["Jun-23", "cla-visits", 1],
        ],
      ],
    });
    expect(values(past, "cla-visits", ["2023-05", "2023-06"])).toEqual([88.5, 100]);
  });
});

describe("Clinic History", () => {
  const history: Rows = [
    ["2023-05", "cla-visits", "Total", 95, 100, 95.04],
    ["2023-05", "cla-visits", "SWF East 1", 5, 10, 50],
    [monthStart("2023-06"), "cla-visits", "Total", "", "", ""],
    ["2023-07", "cla-visits", "Total", 1, 2, 50],
    ["", "", "", "", "", ""],
  ];

  test("wins over Past Figures, which fill its gaps; a difference is a query, rounding is none", () => {
    const sheet = (may: number): Rows => [
      ["Indicator", "May-23", "Jun-23", "Jul-23"],
      ["cla-visits", may, 98.1, 12],
    ];
    const rounded = read({ history, sheets: [sheet(95)] });
    expect(values(rounded, "cla-visits", ["2023-05", "2023-06"])).toEqual([95.04, 98.1]);
    expect(rounded.short).toEqual([]);
    const other = read({ history, sheets: [sheet(95.1)] });
    expect(other.value("cla-visits", "2023-05")).toBe(95.04);
    expect(other.short).toEqual(["query past-figure-differs-from-history B2"]);
  });

  test("the reporting month's own figure is never taken from the past", () => {
    expect(read({ history }).value("cla-visits", "2023-07")).toBeNull();
    expect(read({ history, month: "2023-08" }).value("cla-visits", "2023-07")).toBe(50);
  });

  test("all its rows are handed on, and unreadable ones named", () => {
    const past = read({
      history: [...history, ["?", "cla", "Total", "", "", 1], ["2023-05", "complaints", "", "", "", 1]],
    });
    expect(past.history).toEqual([
      {
        month: "2023-05",
        indicator: "cla-visits",
        team: "Total",
        numerator: 95,
        denominator: 100,
        value: 95.04,
      },
      {
        month: "2023-05",
        indicator: "cla-visits",
        team: "SWF East 1",
        numerator: 5,
        denominator: 10,
        value: 50,
      },
      {
        month: "2023-06",
        indicator: "cla-visits",
        team: "Total",
        numerator: null,
        denominator: null,
        value: null,
      },
      { month: "2023-07", indicator: "cla-visits", team: "Total", numerator: 1, denominator: 2, value: 50 },
    ]);
    expect(past.short).toEqual(["query history-row-unreadable A10", "query history-row-unreadable B11"]);
  });

  test("nothing at all is nothing at all", () => {
    const past = read({});
    expect([past.value("contacts", "2023-06"), past.history, past.short]).toEqual([null, [], []]);
  });
});

describe("figures that contradict themselves", () => {
  const rows = [...published.contextOfDemand.flow, ...published.contextOfDemand.stock];
  const sheet: Rows = [
    ["Indicator", ...published.months.slice(0, -1)],
    ...rows.map(({ indicator, values: found }) => [indicator, ...found.slice(0, -1)]),
  ];

  test("the published pack has one: children in our care, November 2022", () => {
    const past = read({ sheets: [sheet], population: 49300, s47Population: 48750 });
    const row = sheet.findIndex(([indicator]) => indicator === "Rate of children in our care per 10,000") + 1;
    expect(past.short).toEqual([`query past-figures-contradict F${row}`]);
    expect(past.words[0]).toContain("November 2022");
    expect(past.words[0]).toContain("110.1");
    expect(past.value("cla-rate", "2022-11")).toBe(113);
  });

  test("without a population nothing can be said", () => {
    expect(read({ sheets: [sheet] }).short).toEqual([]);
  });

  test("a rolling rate is held against twelve months when all are there", () => {
    const months = monthsUpTo("2023-06", 12);
    const wide = (first: CellValue, rollingRate: number): Rows => [
      ["Indicator", ...months],
      ["s47-completed", first, ...months.slice(1).map(() => 100)],
      ["s47-rolling-rate", ...months.map((month) => (month === "2023-06" ? rollingRate : ""))],
    ];
    expect(read({ sheets: [wide(100, 241)], population: 50000 }).short).toEqual([]);
    expect(read({ sheets: [wide(100, 241.1)], population: 50000 }).short).toEqual([
      "query past-figures-contradict M3",
    ]);
    expect(read({ sheets: [wide("", 500)], population: 50000 }).short).toEqual([]);
  });
});

test("what is written month by month in either form is what is read", () => {
  const months = monthsUpTo("2023-06", 12);
  const ids = INDICATORS.map(({ id }) => id);
  const figures = fc.dictionary(
    fc.constantFrom(...ids),
    fc.array(fc.option(fc.integer({ min: 2, max: 100 }), { nil: "" as const }), {
      minLength: 12,
      maxLength: 12,
    }),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(figures, fc.boolean(), (found, tidy) => {
      const entries = Object.entries(found);
      const wide: Rows = [
        ["Indicator", ...months.map(monthStart)],
        ...entries.map(([id, row]) => [id, ...row]),
      ];
      const long: Rows = [
        ["Month", "Indicator", "Value"],
        ...entries.flatMap(([id, row]) => row.map((value, i) => [months[i]!, id, value])),
      ];
      const past = read({ sheets: [tidy ? long : wide] });
      for (const [id, row] of entries) {
        expect(values(past, id as IndicatorId, months)).toEqual(
          row.map((value) => (value === "" ? null : value)),
        );
      }
    }),
    { numRuns: 50 },
  );
});
