import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { ChosenFile, LoadingProgress, LoadPlan, LoadResult } from "../ports";
import type { Clinic } from "./useClinic";

export type LoadingState =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly files: number }
  | { readonly kind: "review"; readonly plan: LoadPlan }
  | { readonly kind: "loading"; readonly progress: LoadingProgress; readonly cancelling: boolean }
  | { readonly kind: "done"; readonly result: LoadResult };

export interface Loading {
  readonly state: LoadingState;
  /** Reads the files and shows what would become of them. */
  choose(files: readonly ChosenFile[]): Promise<void>;
  load(plan: LoadPlan): Promise<void>;
  /** Between two lists, or two blocks of one: what is whole stays. */
  cancel(): void;
  close(): void;
}

const LoadingContext = createContext<Loading | null>(null);

export const LoadingProvider = LoadingContext.Provider;

/** What the button on any screen begins. */
export function useLoadingOfPane(): Loading {
  const loading = useContext(LoadingContext);
  if (!loading) throw new Error("There is no LoadingProvider round this part of the pane.");
  return loading;
}

const IDLE: LoadingState = { kind: "idle" };

export function useLoading(clinic: Clinic): Loading {
  const [state, setState] = useState<LoadingState>(IDLE);
  const controller = useRef<AbortController | null>(null);
  const { workbook, announce, report, dismissProblem, setBuilding, change } = clinic;

  const choose = useCallback(
    async (files: readonly ChosenFile[]) => {
      if (files.length === 0) return;
      dismissProblem();
      setState({ kind: "reading", files: files.length });
      announce("Reading the files.");
      try {
        const plan = await workbook.reviewFiles(files);
        setState({ kind: "review", plan });
        announce(`${plan.loads.length} of the lists can be loaded. Check them, then choose Load.`);
      } catch (reason) {
        setState(IDLE);
        report(reason);
      }
    },
    [workbook, announce, report, dismissProblem],
  );

  const load = useCallback(
    async (plan: LoadPlan) => {
      const running = (controller.current = new AbortController());
      dismissProblem();
      setBuilding(true);
      setState({
        kind: "loading",
        progress: { done: 0, of: plan.loads.length, name: "" },
        cancelling: false,
      });
      announce("Loading the files.");
      await change(async () => {
        const result = await workbook.loadFiles(
          plan,
          (progress) => setState({ kind: "loading", progress, cancelling: running.signal.aborted }),
          running.signal,
        );
        setState({ kind: "done", result });
        // A problem is shown above the result, in words of its own.
        if (result.problem) throw result.problem;
      }, "The files are loaded.");
      controller.current = null;
      setBuilding(false);
      setState((now) => (now.kind === "loading" ? IDLE : now));
    },
    [workbook, announce, dismissProblem, setBuilding, change],
  );

  const cancel = useCallback(() => {
    controller.current?.abort();
    setState((now) => (now.kind === "loading" ? { ...now, cancelling: true } : now));
  }, []);
  const close = useCallback(() => setState(IDLE), []);

  useEffect(() => () => controller.current?.abort(), []);
  return { state, choose, load, cancel, close };
}
