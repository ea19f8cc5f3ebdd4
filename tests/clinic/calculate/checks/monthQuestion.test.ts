import { monthQuestion } from "../../../../src/clinic/calculate/checks/monthQuestion";
import { serialOf } from "../../../../src/clinic/calendar/serials";

const SEPTEMBER_4 = serialOf(2023, 9, 4);

function ask(month: string, monthOfExtracts: string, ...monthsBuilt: string[]) {
  return monthQuestion({
    month,
    monthOfExtracts,
    extractsRunTo: SEPTEMBER_4,
    monthsBuilt: new Set(monthsBuilt),
  });
}

describe("the question before a month is built", () => {
  it("is not asked of a first build, of the next month, nor of the extracts' own month built again", () => {
    expect(ask("2023-08", "2023-08")).toBeNull();
    expect(ask("2023-08", "2023-08", "2023-06", "2023-07")).toBeNull();
    expect(ask("2023-08", "2023-08", "2023-07", "2023-08")).toBeNull();
  });

  it("is not asked of an earlier month that was never built, while none later was", () => {
    expect(ask("2023-07", "2023-08", "2023-06")).toBeNull();
  });

  it("is asked of August's extracts over a published July, and offers August", () => {
    const question = ask("2023-07", "2023-08", "2023-06", "2023-07");
    expect(question?.sentence).toBe(
      "Your extracts run to 4 September 2023, and July 2023 is in the history. Build August 2023?",
    );
    expect(question?.lines).toEqual([
      "Building July 2023 replaces its published figures with figures from these extracts.",
    ]);
    expect(question?.offers).toEqual([{ act: "report-month", month: null }]);
  });

  it("is asked where a later month was built, of the extracts' own month too", () => {
    expect(ask("2023-06", "2023-08", "2023-07")?.sentence).toBe(
      "Your extracts run to 4 September 2023, and the history already holds July 2023. Build August 2023?",
    );
    const own = ask("2023-07", "2023-07", "2023-07", "2023-08");
    expect(own).toMatchObject({ laterMonth: "2023-08", isInHistory: true, offers: [] });
    expect(own?.sentence).toMatch(/and July 2023 is in the history\. Build July 2023\?$/);
  });

  it("says what stands in the history where no date shows how far the extracts run", () => {
    const question = monthQuestion({
      month: "2023-07",
      monthOfExtracts: "2023-10",
      extractsRunTo: null,
      monthsBuilt: new Set(["2023-07"]),
    });
    expect(question?.sentence).toBe("July 2023 is in the history. Build October 2023?");
  });
});
