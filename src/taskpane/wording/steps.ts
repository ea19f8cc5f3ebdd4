/** In order, by the names that fit four abreast in 320 pixels. */
import type { StepId } from "../ports";

export const STEPS: readonly { readonly id: StepId; readonly short: string }[] = [
  { id: "extracts", short: "Extracts" },
  { id: "settings", short: "Settings" },
  { id: "build", short: "Build" },
  { id: "results", short: "Results" },
];
