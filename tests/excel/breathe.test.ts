import { runInSlices } from "../../src/excel/host/breathe";
import { announceBuilt, onClinicBuilt } from "../../src/excel/buildEvents";
import { Cancelled } from "../../src/excel/host/cancel";
import { ClinicError } from "../../src/excel/host/clinicError";
import { onProblemForPane, tellPane } from "../../src/excel/paneMessage";

function* slowSteps(count: number, milliseconds: number): Generator<string, number> {
  for (let i = 0; i < count; i++) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield `step ${i}`;
  }
  return count;
}

describe("a calculation in slices", () => {
  it("gives its result and names each step", async () => {
    const steps: string[] = [];
    await expect(runInSlices(slowSteps(5, 0), (step) => steps.push(step))).resolves.toBe(5);
    expect(steps).toEqual(["step 0", "step 1", "step 2", "step 3", "step 4"]);
  });

  it("lets other work in between slices", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await runInSlices(slowSteps(20, 5), () => undefined);
    clearInterval(timer);
    expect(ticks).toBeGreaterThanOrEqual(3);
  });

  it("stops in a pause once cancelled", async () => {
    const controller = new AbortController();
    let steps = 0;
    const stop = () => {
      steps++;
      controller.abort();
    };
    await expect(runInSlices(slowSteps(50, 20), stop, controller.signal)).rejects.toBeInstanceOf(Cancelled);
    expect(steps).toBe(1);
  });
});

describe("who hears of a build", () => {
  it("hears of each until it stops, whatever another listener does", () => {
    let heard = 0;
    const stopFirst = onClinicBuilt(() => {
      throw new Error("of its own");
    });
    const stop = onClinicBuilt(() => heard++);
    announceBuilt();
    announceBuilt();
    stop();
    stopFirst();
    announceBuilt();
    expect(heard).toBe(2);
  });
});

describe("a problem met on the ribbon", () => {
  it("waits for the pane, and is told at once when the pane is there", () => {
    const heard: string[] = [];
    tellPane(new ClinicError("First.", "Do.", ""));
    const stop = onProblemForPane((problem) => heard.push(problem.sentence));
    tellPane(new ClinicError("Second.", "Do.", ""));
    stop();
    tellPane(new ClinicError("Third.", "Do.", ""));
    expect(heard).toEqual(["First.", "Second."]);
    onProblemForPane((problem) => heard.push(problem.sentence))();
    expect(heard).toEqual(["First.", "Second.", "Third."]);
  });
});
