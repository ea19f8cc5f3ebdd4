/** No child and no worker in any part of a copy or a deck, whatever the council; a team list has its own team's children only. */
import fc from "fast-check";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import { managersCopy } from "../../src/files/managersCopy";
import { slides } from "../../src/files/slides";
import { teamLists } from "../../src/files/teamLists";
import { teamsWithLists } from "../../src/files/teamsWithLists";
import { councils, workbookOf } from "../support/madeCouncil";
import type { Council, HandRow } from "../support/byHand";
import { day } from "../support/madeList";
import { partsAsText } from "../support/readCopy";

/** More by hand: CLINIC_ID_RUNS=200. */
const RUNS = Number(process.env["CLINIC_ID_RUNS"] ?? 5);
const MARK = "zqchild";
const WORKER = "zqworker";

/** "K1" is a cell's address too: with IDs that nothing else is called, one that is found is a leak. */
function marked(council: Council): Council {
  const renamed = (row: HandRow): HandRow =>
    Object.fromEntries(
      Object.entries(row).map(([heading, value]) => {
        const prefix = heading === "Child Unique ID" ? MARK : heading === "Worker ID" ? WORKER : null;
        return [heading, prefix === null || value === "" ? value : prefix + String(value).trim()];
      }),
    );
  return {
    ...council,
    lists: Object.fromEntries(Object.entries(council.lists).map(([name, rows]) => [name, rows.map(renamed)])),
  };
}

/** Every ID in any part, workbooks inside it too. */
function idsIn(bytes: Uint8Array): readonly string[] {
  const texts = [...partsAsText(bytes)].flat();
  return [...new Set(texts.flatMap((text) => text.toLowerCase().match(/zq(child|worker)\w*/g) ?? []))];
}

const made = councils().map((council) => {
  const known = marked(council);
  return calculateClinic(workbookOf(known), day(council.to) + 7);
});

test.each([
  ["clinic", false],
  ["clinic", true],
  ["council", false],
  ["outside", true],
] as const)(
  "for %s (suppressed: %s) neither the copy nor the slides of any council hold an ID",
  (audience, suppressed) => {
    fc.assert(
      fc.property(made, (report) => {
        const options = { audience, suppressed, at: 45_500.5, withHistory: true };
        expect(idsIn(managersCopy(report, options))).toEqual([]);
        expect(idsIn(slides(report, { ...options, template: null }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
);

test("a team list of any council holds its own team's children, all of them, and no worker", () => {
  let listed = 0;
  fc.assert(
    fc.property(made, (report) => {
      for (const { team, bytes } of teamLists(report, teamsWithLists(report))) {
        const toDo = [...report.outstanding, ...report.dueSoon].flatMap(({ things }) => things);
        const own = [...report.outOfTime, ...toDo]
          .filter((row) => row.team === team)
          .map(({ child }) => child.toLowerCase());
        expect([...idsIn(bytes)].sort()).toEqual([...new Set(own.filter((id) => id !== ""))].sort());
        listed += own.length;
      }
    }),
    { numRuns: RUNS },
  );
  expect(listed).toBeGreaterThan(0);
});
