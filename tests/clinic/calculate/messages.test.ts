import { BUILT_IN } from "../../../src/clinic/indicators/catalogue";
import { keyMessages, type Told } from "../../../src/clinic/calculate/messages";
import type { Headline, TeamTable } from "../../../src/clinic/report";

const LINE: Headline = {
  id: "cp-visits-10wd",
  indicator: "% of CP visits in 10 days",
  nameInMessages: "CP visits in time",
  kind: "percent",
  value: 60,
  previous: 61,
  target: 95,
  betterWhen: "higher",
  rag: "red",
  travel: "worsening",
};

function told(rows: readonly (readonly [string, number, number])[], more: Partial<Told> = {}): Told {
  const sum = (at: 1 | 2) => rows.reduce((all, row) => all + row[at], 0);
  const share = (denominator: number, numerator: number) => ({
    denominator,
    numerator,
    percent: (100 * numerator) / denominator,
    rag: null,
  });
  const table: TeamTable = {
    id: "cp-visits-10wd",
    title: "% of CP visits in 10 days",
    rows: rows.map(([team, denominator, numerator]) => ({ team, ...share(denominator, numerator) })),
    total: share(sum(1), sum(2)),
    outside: 0,
  };
  return {
    catalogue: BUILT_IN,
    month: "2023-07",
    headlines: [{ ...LINE, value: table.total.percent }],
    tables: [table],
    demand: [],
    reconciliations: [],
    usualChanges: { "cp-visits-10wd": 5 },
    ...more,
  };
}

test("the team with most children out of time is named, not a tiny one with a lower percent", () => {
  const [, furthest] = keyMessages(
    told([
      ["Tiny", 1, 0],
      ["Large", 60, 30],
      ["Good", 39, 30],
    ]),
  );
  expect(furthest).toMatch(/; 30 of the 40 out of time are with Large\.$/);
});

test("a team is not named where all together are as far from the target", () => {
  const [, furthest] = keyMessages(
    told([
      ["Large", 80, 50],
      ["Small", 20, 10],
    ]),
  );
  expect(furthest).toMatch(/against a target of 95% or more\.$/);
});

test("a change that is about the same is no movement", () => {
  const rows = [["Large", 100, 60]] as const;
  expect(keyMessages(told(rows)).join(" ")).not.toContain("Moved most");
  expect(keyMessages(told(rows, { usualChanges: { "cp-visits-10wd": 0.9 } })).join(" ")).toContain(
    "Moved most since June 2023: CP visits in time fell from 61.0% to 60.0%, worsening.",
  );
});

test("children whom the tables by team leave out are told once a group", () => {
  const outside = { reason: "Leaving Care is not in the clinic tables", count: 411 };
  const group = { headline: "cla" as const, headlineCount: 510, tableTotal: 99, parts: [outside] };
  const messages = keyMessages(
    told([["Large", 100, 60]], {
      reconciliations: [
        { ...group, table: "cla-visits" },
        { ...group, table: "cla-supervision" },
      ],
    }),
  );
  expect(messages.filter((message) => message.startsWith("Children in our care"))).toEqual([
    "Children in our care: 99 of 510 are with clinic teams; tables by team leave out the others.",
  ]);
});
