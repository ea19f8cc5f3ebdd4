/** What must never change a figure, whatever council it is: order, shape and spelling of the extracts. */
import fc from "fast-check";
import { calculateClinic } from "../../src/clinic/calculate/calculateClinic";
import type { WorkbookValues } from "../../src/clinic/cells/worksheet";
import type { ClinicReport } from "../../src/clinic/report";
import { toReportJson } from "../../src/clinic/reportJson";
import type { Council, HandRow } from "../support/byHand";
import { councils, TEAMS, workbookOf } from "../support/madeCouncil";
import { day } from "../support/madeList";
import {
  chanceOf,
  columnsInAnyOrder,
  datesInAnyForm,
  headingsOfOtherSystems,
  idsInAnySpelling,
  moreAboutTheSheet,
  rowsInAnyOrder,
  sheetsInAnyOrder,
  teamsByAnyName,
  type Reshape,
} from "./reshape";

const report = (values: WorkbookValues, council: Council): ClinicReport =>
  calculateClinic(values, day(council.to) + 20);

/** All of the report but its issues and the rows that things stand in. */
function figuresOf(made: ClinicReport) {
  const { issues: _, outOfTime, ...json } = toReportJson(made);
  return {
    ...json,
    outOfTime: outOfTime.map(({ row: __, child, ...late }) => ({ ...late, child: plainId(child) })),
    messages: made.messages,
    reconciliations: made.reconciliations,
    history: made.history,
  };
}

/** The out-of-time list gives the ID as it is spelt. */
const plainId = (id: string): string => id.replace(/[\s\u200b]/g, "").toUpperCase();

/** As texts in order, for what the order of rows may reorder. */
const inOrder = (things: readonly unknown[]): string[] => things.map((thing) => JSON.stringify(thing)).sort();

function never(changesAFigure: string, reshape: Reshape): void {
  test(`${changesAFigure} never changes a figure`, () => {
    fc.assert(
      fc.property(councils(), fc.nat(), (council, seed) => {
        const values = workbookOf(council);
        const before = figuresOf(report(values, council));
        expect(figuresOf(report(reshape(values, chanceOf(seed)), council))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
}

never("the order of columns", columnsInAnyOrder);
never("the order of sheets", sheetsInAnyOrder);
never("what stands about a list, known to nobody", moreAboutTheSheet);
never("the form of dates", datesInAnyForm);
never("a heading's other name or spelling", headingsOfOtherSystems);
never("a team's other name or spelling", teamsByAnyName(TEAMS));
never("the spelling of IDs", idsInAnySpelling);
never("all of it together", (values, chance) =>
  [
    idsInAnySpelling,
    teamsByAnyName(TEAMS),
    datesInAnyForm,
    headingsOfOtherSystems,
    columnsInAnyOrder,
    moreAboutTheSheet,
    sheetsInAnyOrder,
  ].reduce((reshaped, reshape) => reshape(reshaped, chance), values),
);

test("the order of rows never changes a figure, where SPEC lets no tie go to the first", () => {
  fc.assert(
    fc.property(councils(), fc.nat(), (made, seed) => {
      const council = withoutTies(made);
      const values = workbookOf(council);
      const ordered = ({ caseloads, outOfTime, ...figures }: ReturnType<typeof figuresOf>) => ({
        ...figures,
        caseloads: caseloads.map(({ rows, ...table }) => ({ ...table, rows: inOrder(rows) })),
        outOfTime: inOrder(outOfTime),
      });
      const before = ordered(figuresOf(report(values, council)));
      expect(ordered(figuresOf(report(rowsInAnyOrder(values, chanceOf(seed)), council)))).toEqual(before);
    }),
    { numRuns: 80 },
  );
});

test("the issues are the same, cell for cell, when the workbook is read twice", () => {
  fc.assert(
    fc.property(councils(), (council) => {
      const values = workbookOf(council);
      expect(report(values, council)).toEqual(report(structuredClone(values), council));
    }),
    { numRuns: 20 },
  );
});

/** One status and team a worker, one conference a child and day: the first row then decides nothing. */
function withoutTies(council: Council): Council {
  const allocations = council.lists["Allocations"] ?? [];
  const first = new Map<string, HandRow>();
  const idOf = (row: HandRow, column: string): string => plainId(String(row[column]));
  for (const row of allocations)
    if (!first.has(idOf(row, "Worker ID"))) first.set(idOf(row, "Worker ID"), row);
  const conferences = new Set<string>();
  return {
    ...council,
    lists: {
      ...council.lists,
      Allocations: allocations.map((row) => {
        const standing = first.get(idOf(row, "Worker ID"))!;
        return {
          ...row,
          "Qualifying Status": standing["Qualifying Status"]!,
          Allocated_Team: standing["Allocated_Team"]!,
        };
      }),
      "Section 47": (council.lists["Section 47"] ?? []).map((row) => {
        const key = `${idOf(row, "Child Unique ID")} ${row["Date of ICPC"]}`;
        const isSecond = conferences.has(key) && idOf(row, "Child Unique ID") !== "";
        conferences.add(key);
        return isSecond ? { ...row, "Date of ICPC": "" } : row;
      }),
    },
  };
}
