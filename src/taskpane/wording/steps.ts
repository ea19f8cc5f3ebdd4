import type { StepId } from "../ports";

export const STEPS: readonly { readonly id: StepId; readonly short: string; readonly title: string }[] = [
  { id: "extracts", short: "Extracts", title: "Extracts" },
  { id: "settings", short: "Settings", title: "Month and settings" },
  { id: "build", short: "Build", title: "Build clinic tables" },
  { id: "results", short: "Results", title: "Results" },
];
