/** What a worker hands over piece by piece is the file that it has read. */
import { gatherPieces, piecesOf } from "../../src/loading/filePieces";
import type { FileOutcome } from "../../src/loading/fileSheets";
import { readFile } from "../../src/loading/readFile";
import { makeWorkbook } from "../support/makeWorkbook";
import { csvFile, csvText } from "./files";

/** As it comes out on the other side. */
function handedOver(outcome: FileOutcome): {
  readonly whole: FileOutcome;
  readonly cells: readonly number[];
} {
  const gather = gatherPieces();
  const cells: number[] = [];
  for (const piece of piecesOf(outcome)) {
    if (piece.piece === "rows") cells.push(piece.rows.reduce((sum, row) => sum + row.length, 0));
    const whole = gather(structuredClone(piece));
    if (whole) return { whole, cells };
  }
  throw new Error("The last piece has not come.");
}

test("a workbook of several sheets comes whole", async () => {
  const rows = [
    ["Child Unique ID", "Date of Contact"],
    ["K1", 45_110],
  ];
  const bytes = await makeWorkbook([
    { name: "Contacts", rows },
    { name: "More", rows: [...rows, ["K2", true]] },
  ]);
  const outcome = readFile({ name: "two.xlsx", bytes: new Uint8Array(bytes) });
  expect(outcome.refused).toBeNull();
  expect(handedOver(outcome).whole).toEqual(outcome);
});

test("a long list comes in pieces of so many cells at the most", () => {
  const rows = Array.from({ length: 30_000 }, (_, i) => [`K${i}`, "01/07/2023", "North"]);
  const outcome = csvFile("long.csv", csvText([["Child Unique ID", "Date of Contact", "Team"], ...rows]));
  const { whole, cells } = handedOver(outcome);
  expect(whole).toEqual(outcome);
  expect(cells.length).toBeGreaterThan(3);
  expect(Math.max(...cells)).toBeLessThanOrEqual(20_000);
});

test("a file that is refused comes with its sentence", () => {
  const outcome = csvFile("one.csv", "only\r\none\r\n");
  expect(outcome.refused).not.toBeNull();
  expect(handedOver(outcome).whole).toEqual(outcome);
});
