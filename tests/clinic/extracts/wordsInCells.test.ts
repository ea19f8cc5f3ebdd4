/** Words for nothing (SPEC §2): whatever their case and spaces, they are as good as a blank cell. */
import fc from "fast-check";
import { isNothing, isUnallocated } from "../../../src/clinic/cells/nothing";
import { visitFrequency } from "../../../src/clinic/indicators/visitFrequency";
import { isShortBreak, meansCinPlan } from "../../../src/clinic/lists/statusWords";
import { guessService } from "../../../src/clinic/teams/guessTeam";
import { planInName, plainSheetName } from "../../../src/clinic/extracts/headings";
import { plansInWords } from "../../../src/clinic/lists/planWords";
import { readWorkbook, sheet } from "./workbook";

const SPEC_WORDS = "NULL|(blank)|blank|N/A|NA|#N/A|None|nil|-|.|tbc|not recorded|not known|unknown".split(
  "|",
);

const spelt = fc
  .tuple(
    fc.constantFrom(...SPEC_WORDS),
    fc.func(fc.boolean()),
    fc.constantFrom("", " ", "\u00a0"),
    fc.constantFrom("", " ", "  ", "\t"),
  )
  .map(([word, upper, before, after]) => {
    const cased = [...word].map((letter, i) => (upper(i) ? letter.toUpperCase() : letter.toLowerCase()));
    return before + cased.join("") + after;
  });

test("every word of the contract is one, in any case and with any spaces about it", () => {
  fc.assert(fc.property(spelt, (word) => isNothing(word)));
});

test.each(["", " ", "C1", "Nilsson", "Unknown Team", "NA1", "0", "Tbc team", "SWF East 1", 0, false])(
  "%p is none",
  (cell) => expect(isNothing(cell)).toBe(false),
);

test("a word for nothing gives just what a blank cell gives, in every kind of column", () => {
  const cin = (child: string, date: string, team: string) =>
    readWorkbook([
      sheet("CIN Plans", [
        ["Child Unique ID", "CIN Plan Start Date", "Last CIN Visit Date", "Allocated Team"],
        ["C1", 45_000, 45_001, "SWF East 1"],
        [child, 45_000, date, team],
      ]),
    ]);
  fc.assert(
    fc.property(spelt, spelt, spelt, (child, date, team) => {
      const [said, blank] = [cin(child, date, team), cin("", "", "")].map(({ lists, directory }) => {
        const list = lists.get("cin-plans")!;
        const teams = Array.from(list.teams(), (code) => directory.teams[code]!.name);
        return { children: [...list.children()], dates: [...list.dates("lastVisit")], teams };
      });
      expect(said).toEqual(blank);
    }),
    { numRuns: 60 },
  );
});

test("an unallocated worker is no worker, however it is spelt", () => {
  expect(["Unallocated", " UNALLOCATED ", "not-allocated"].every(isUnallocated)).toBe(true);
  expect(["Allocated", "W1", "Unallocated Team"].some(isUnallocated)).toBe(false);
});

test.each<[string | number, string]>([
  [42, "42 days"],
  ["42", "42 days"],
  ["42 days", "42 days"],
  ["6 weeks", "42 days"],
  ["6 weekly", "42 days"],
  ["6-weekly", "42 days"],
  ["every six weeks", "42 days"],
  ["weekly", "7 days"],
  ["Fortnightly", "14 days"],
  ["monthly", "1 months"],
  ["3 months", "3 months"],
  ["3 monthly", "3 months"],
  ["Every 3 months", "3 months"],
  ["quarterly", "3 months"],
  ["2 calendar months", "2 months"],
  ["1 year", "12 months"],
])("a visit frequency of %p is %s", (cell, words) => {
  const found = visitFrequency(cell);
  expect(found && `${found.count} ${found.unit}`).toBe(words);
});

test.each(["", "as agreed", "0", "0 weeks", "visits", true, "-3 months", "3 to 6 weeks"])(
  "%p is no visit frequency",
  (cell) => expect(visitFrequency(cell)).toBeNull(),
);

test.each([
  "c) CIN plan",
  "c)",
  "C )",
  "c",
  "CIN",
  "cin plan",
  "child in need",
  "Children in Need Plan",
  "CIN - open",
])("%p means a child in need plan", (status) => expect(meansCinPlan(status)).toBe(true));

test.each([
  "",
  "a) LAC",
  "b) CP plan",
  "b) Child in need plan",
  "d) Open assessment",
  "e)",
  "Not CIN",
  "CIN assessment",
  "CP",
])("%p means none", (status) => expect(meansCinPlan(status)).toBe(false));

test("V3 and V4 are short breaks, in any spelling, and V2 is none", () => {
  expect(["V3", "v4", "V3 - Agreed series", "Code: V4"].every(isShortBreak)).toBe(true);
  expect(["V2", "C1", "V30", "", "E1"].some(isShortBreak)).toBe(false);
});

test.each([
  "CDT North",
  "DCT",
  "0-25 Team",
  "0 to 25 Service",
  "SEND",
  "Complex Needs",
  "Disabled Children Team",
  "CWD",
])("%s is a team of the service for children with disabilities", (name) =>
  expect(guessService(name)).toBe("CWD"),
);

test.each([
  ["CP Visits", "visits", "CP"],
  ["CPVisits", "visits", "CP"],
  ["CIN_visits_2023", "visits", "CIN"],
  ["LAC Statutory Visits", "visits", "CLA"],
  ["Child Protection Core Groups", "core-groups", "CP"],
  ["CP Supervision", "supervisions", "CP"],
  ["ssd_cla_visits", "visits", "CLA"],
  ["Visits", "visits", ""],
  ["CP Plans", "visits", ""],
] as const)("the sheet name %s says of %s that they are of the plan %s", (name, list, plan) => {
  expect(plansInWords(planInName(list, plainSheetName(name)))).toBe(plan);
});
