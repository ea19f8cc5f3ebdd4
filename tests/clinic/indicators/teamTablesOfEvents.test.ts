/** Assessments and conferences: what is done once, in working days. */
import { day, madeTeam } from "../../support/madeList";
import {
  COUNTED_IN_TIME,
  COUNTED_LATE,
  counted,
  lateness,
  NOT_COUNTED,
  total,
} from "../../support/teamTable";

describe("assessments-20wd", () => {
  // Friday 30 June + 20 working days = Friday 28 July; Monday 3 July + 20 = Monday 31 July.
  it("counts those whose 20th working day lies in the month", () => {
    expect(total("assessments-20wd", [{ start: "2023-07-03", authorised: "2023-07-31" }])).toEqual(
      COUNTED_IN_TIME,
    );
    expect(total("assessments-20wd", [{ start: "2023-07-04", authorised: "2023-07-20" }])).toEqual(
      NOT_COUNTED,
    );
    // Friday 2 June + 20 = Friday 30 June, Saturday 3 and Sunday 4 June likewise; Monday 5 June + 20 = Monday 3 July.
    expect(total("assessments-20wd", [{ start: "2023-06-02", authorised: "2023-06-20" }])).toEqual(
      NOT_COUNTED,
    );
    expect(total("assessments-20wd", [{ start: "2023-06-05", authorised: "2023-06-20" }])).toEqual(
      COUNTED_IN_TIME,
    );
  });

  it("takes those authorised with 20 working days kept, not before their start", () => {
    expect(total("assessments-20wd", [{ start: "2023-06-30", authorised: "2023-07-28" }])).toEqual(
      COUNTED_IN_TIME,
    );
    // The weekend after the 20th working day adds none.
    expect(total("assessments-20wd", [{ start: "2023-06-30", authorised: "2023-07-30" }])).toEqual(
      COUNTED_IN_TIME,
    );
    expect(total("assessments-20wd", [{ start: "2023-06-30", authorised: "2023-07-31" }])).toEqual(
      COUNTED_LATE,
    );
    expect(total("assessments-20wd", [{ start: "2023-06-30" }])).toEqual(COUNTED_LATE);
    expect(total("assessments-20wd", [{ start: "2023-06-30", authorised: "2023-06-29" }])).toEqual(
      COUNTED_LATE,
    );
    expect(total("assessments-20wd", [{ authorised: "2023-07-20" }])).toEqual(NOT_COUNTED);
  });

  it("says how far over: from the start while not authorised, blank for one authorised after the as-at date", () => {
    const row = { start: "2023-06-29" };
    expect(lateness("assessments-20wd", { ...row, authorised: "2023-07-31" })).toEqual({
      date: day("2023-07-31"),
      daysOver: 2,
      unit: "working days",
    });
    expect(lateness("assessments-20wd", row)).toEqual({ date: null, daysOver: 2, unit: "working days" });
    expect(lateness("assessments-20wd", { ...row, authorised: "2023-08-01" }).daysOver).toBeNull();
    expect(lateness("assessments-20wd", { ...row, authorised: "2023-06-01" }).daysOver).toBeNull();
  });

  it("is always in working days", () => {
    const given = { settings: { unit: "days" as const } };
    expect(total("assessments-20wd", [{ start: "2023-06-30", authorised: "2023-07-28" }], given)).toEqual(
      COUNTED_IN_TIME,
    );
  });
});

describe("assessments-45wd", () => {
  it("counts those authorised in the month", () => {
    for (const [authorised, expected] of [
      ["2023-06-30", NOT_COUNTED],
      ["2023-07-01", COUNTED_IN_TIME],
      ["2023-07-31", COUNTED_IN_TIME],
      ["2023-08-01", NOT_COUNTED],
    ] as const) {
      expect(total("assessments-45wd", [{ start: "2023-06-20", authorised }])).toEqual(expected);
    }
  });

  it("takes those with 45 working days kept", () => {
    // Thursday 25 May + 45 working days over the Spring bank holiday = Friday 28 July.
    expect(total("assessments-45wd", [{ start: "2023-05-25", authorised: "2023-07-28" }])).toEqual(
      COUNTED_IN_TIME,
    );
    expect(total("assessments-45wd", [{ start: "2023-05-25", authorised: "2023-07-29" }])).toEqual(
      COUNTED_IN_TIME,
    );
    expect(total("assessments-45wd", [{ start: "2023-05-25", authorised: "2023-07-31" }])).toEqual(
      COUNTED_LATE,
    );
  });

  it("does not take one without a start, or authorised before it", () => {
    expect(total("assessments-45wd", [{ start: "", authorised: "2023-07-20" }])).toEqual(COUNTED_LATE);
    expect(total("assessments-45wd", [{ start: "2023-07-21", authorised: "2023-07-20" }])).toEqual(
      COUNTED_LATE,
    );
    expect(lateness("assessments-45wd", { start: "", authorised: "2023-07-20" })).toEqual({
      date: day("2023-07-20"),
      daysOver: null,
      unit: "working days",
    });
  });
});

describe("icpc-15wd", () => {
  const twoTeams = { terms: { teams: [madeTeam("A"), madeTeam("B", { inClinicTables: false })] } };

  it("counts conferences held in the month, of all teams", () => {
    for (const [icpc, expected] of [
      ["2023-06-30", NOT_COUNTED],
      ["2023-07-01", COUNTED_IN_TIME],
      ["2023-07-31", COUNTED_IN_TIME],
      ["2023-08-01", NOT_COUNTED],
    ] as const) {
      expect(total("icpc-15wd", [{ strategy: icpc, icpc, team: 1 }], twoTeams)).toEqual(expected);
    }
  });

  it("keeps 15 working days from the strategy discussion", () => {
    expect(total("icpc-15wd", [{ strategy: "2023-07-10", icpc: "2023-07-31" }])).toEqual(COUNTED_IN_TIME);
    expect(total("icpc-15wd", [{ strategy: "2023-07-07", icpc: "2023-07-31" }])).toEqual(COUNTED_LATE);
    expect(lateness("icpc-15wd", { strategy: "2023-07-07", icpc: "2023-07-31" })).toEqual({
      date: day("2023-07-31"),
      daysOver: 1,
      unit: "working days",
    });
  });

  it("is not in time without a strategy discussion on or before it", () => {
    expect(total("icpc-15wd", [{ strategy: "", icpc: "2023-07-20" }])).toEqual(COUNTED_LATE);
    expect(total("icpc-15wd", [{ strategy: "2023-07-21", icpc: "2023-07-20" }])).toEqual(COUNTED_LATE);
    expect(lateness("icpc-15wd", { strategy: "2023-07-21", icpc: "2023-07-20" }).daysOver).toBeNull();
  });

  it("counts one a child and date, by the latest strategy discussion on or before it", () => {
    const rows = [
      { child: "C1", icpc: "2023-07-20", strategy: "2023-05-01", team: 0 },
      { child: "C1", icpc: "2023-07-20", strategy: "2023-07-18", team: 1 },
      { child: "C1", icpc: "2023-07-20", strategy: "2023-07-21", team: 0 },
    ];
    const counts = counted("icpc-15wd", rows, twoTeams);
    expect([...counts.denominator]).toEqual([0, 1]);
    expect([...counts.numerator]).toEqual([0, 1]);
  });

  it("takes the first row in a tie, and where none is on or before it", () => {
    const tie = [
      { child: "C1", icpc: "2023-07-20", strategy: "2023-07-18", team: 1 },
      { child: "C1", icpc: "2023-07-20", strategy: "2023-07-18", team: 0 },
    ];
    expect([...counted("icpc-15wd", tie, twoTeams).denominator]).toEqual([0, 1]);
    const none = [
      { child: "C1", icpc: "2023-07-20", strategy: "2023-07-28", team: 1 },
      { child: "C1", icpc: "2023-07-20", strategy: "", team: 0 },
    ];
    expect([...counted("icpc-15wd", none, twoTeams).denominator]).toEqual([0, 1]);
  });

  it("tells children, dates and records without an ID apart", () => {
    const rows = [
      { child: "C1", icpc: "2023-07-20", strategy: "2023-07-18" },
      { child: "C2", icpc: "2023-07-20", strategy: "2023-07-18" },
      { child: "C1", icpc: "2023-07-21", strategy: "2023-07-18" },
      { child: "", icpc: "2023-07-20", strategy: "2023-07-18" },
      { child: "", icpc: "2023-07-20", strategy: "2023-07-18" },
    ];
    expect(total("icpc-15wd", rows)).toEqual([5, 5]);
  });
});
