/**
 * What the pane knows of the workbook, and the ways to change it. One reading runs at a time; a change
 * while one runs leads to one more after it, so the screens always end on the workbook as it stands.
 * While nobody sees the pane nothing is read and nothing watched; it is read again when it is seen.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClinicWorkbook, Problem, StepId, WorkbookFound } from "../ports";
import { problemOf } from "./problem";

/** Quiet time after a change before the workbook is read again: typing and pasting come in bursts. */
const QUIET_MS = 400;

export interface Clinic {
  readonly workbook: ClinicWorkbook;
  readonly found: WorkbookFound | null;
  readonly reading: boolean;
  readonly step: StepId | null;
  /** Whether the analyst has gone from one step to another since the pane opened. */
  readonly moved: boolean;
  readonly problem: Problem | null;
  /** The last thing that happened, for the live region. */
  readonly announcement: string;
  goToStep(step: StepId): void;
  readAgain(): void;
  /** Runs a change of the workbook, says `done` and what `make` comes back with, and reads the workbook again. */
  change(make: () => Promise<Problem | null> | Promise<void>, done: string): Promise<void>;
  announce(text: string): void;
  report(reason: unknown): void;
  dismissProblem(): void;
  readonly building: boolean;
  /** While a build runs, changes of sheets are its own: nothing is read again until it ends. */
  setBuilding(building: boolean): void;
  /** The analyst chose to build whatever a colleague may be doing: the build step starts it. */
  readonly askedAnyway: boolean;
  buildAnyway(): void;
  anywayTaken(): void;
}

export function useClinic(workbook: ClinicWorkbook, isSeen: boolean): Clinic {
  const [found, setFound] = useState<WorkbookFound | null>(null);
  const [step, setStep] = useState<StepId | null>(null);
  const [moved, setMoved] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const [building, setBuildingNow] = useState(false);
  const buildingRef = useRef(false);
  const [askedAnyway, setAskedAnyway] = useState(false);
  const report = useCallback((reason: unknown) => setProblem(problemOf(reason)), []);

  const inspect = useCallback(async () => {
    const next = await workbook.inspect();
    setFound(next);
    return next;
  }, [workbook]);
  const { reading, readAgain, readNow } = useReading(inspect, buildingRef, report);

  useEffect(() => {
    if (!isSeen) return;
    let stopped = false;
    let stop: (() => void) | null = null;
    const start = async () => {
      const saved = await workbook.savedStep().catch(() => null);
      if (stopped) return;
      if (!buildingRef.current) await readNow();
      if (stopped) return;
      setStep((current) => current ?? saved ?? "extracts");
      const stopWatching = await workbook.watch(readAgain);
      if (stopped) stopWatching();
      else stop = stopWatching;
    };
    start().catch(report);
    return () => {
      stopped = true;
      stop?.();
    };
  }, [workbook, isSeen, readAgain, readNow, report]);

  useEffect(() => workbook.onProblem(report), [workbook, report]);

  const goToStep = useCallback(
    (next: StepId) => {
      setStep(next);
      setMoved(true);
      setProblem(null);
      workbook.saveStep(next).catch(report);
    },
    [workbook, report],
  );

  useEffect(
    () =>
      workbook.onSentTo((next) => {
        goToStep(next);
        void readNow();
      }),
    [workbook, goToStep, readNow],
  );

  const change = useCallback(
    async (make: () => Promise<Problem | null> | Promise<void>, done: string) => {
      try {
        const told = await make();
        setProblem(told ?? null);
        setAnnouncement(done);
      } catch (reason) {
        report(reason);
      }
      await readNow();
    },
    [readNow, report],
  );

  const setBuilding = useCallback((now: boolean) => {
    buildingRef.current = now;
    setBuildingNow(now);
  }, []);
  const dismissProblem = useCallback(() => setProblem(null), []);
  const buildAnyway = useCallback(() => {
    goToStep("build");
    setAskedAnyway(true);
  }, [goToStep]);
  const anywayTaken = useCallback(() => setAskedAnyway(false), []);

  return useMemo(
    () => ({
      workbook,
      found,
      reading,
      step,
      moved,
      problem,
      announcement,
      building,
      goToStep,
      readAgain,
      change,
      announce: setAnnouncement,
      report,
      dismissProblem,
      setBuilding,
      askedAnyway,
      buildAnyway,
      anywayTaken,
    }),
    [
      workbook,
      found,
      reading,
      step,
      moved,
      problem,
      announcement,
      building,
      goToStep,
      readAgain,
      change,
      report,
      dismissProblem,
      setBuilding,
      askedAnyway,
      buildAnyway,
      anywayTaken,
    ],
  );
}

/** Runs `inspect` now, or after a quiet time; never twice at once. */
function useReading(
  inspect: () => Promise<WorkbookFound>,
  building: React.RefObject<boolean>,
  report: (reason: unknown) => void,
) {
  const [reading, setReading] = useState(false);
  const running = useRef<Promise<void> | null>(null);
  const wanted = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const readNow = useCallback((): Promise<void> => {
    wanted.current = true;
    running.current ??= (async () => {
      setReading(true);
      try {
        while (wanted.current) {
          wanted.current = false;
          await inspect().catch(report);
        }
      } finally {
        running.current = null;
        setReading(false);
      }
    })();
    return running.current;
  }, [inspect, report]);

  const readAgain = useCallback(() => {
    if (building.current) return;
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => void readNow(), QUIET_MS);
  }, [building, readNow]);

  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  return { reading, readAgain, readNow };
}
