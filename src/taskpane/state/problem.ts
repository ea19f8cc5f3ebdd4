import type { Problem } from "../ports";

/** The problem that a failed promise of the workbook carries; anything else is a fault of the pane's own. */
export function problemOf(reason: unknown): Problem {
  if (isProblem(reason)) return reason;
  const name = reason instanceof Error ? reason.name : typeof reason;
  return {
    sentence: "Something went wrong in the Assurance Clinic pane.",
    whatToDo: "Nothing in your extracts was changed. Try again, or close the pane and open it again.",
    // The message is left out: it may quote what stands in a cell.
    details: `Unexpected error: ${name}`,
  };
}

/** What "Copy details" puts on the clipboard: no child's row is in any part of it. */
export function problemReport(problem: Problem, step: string, at: Date, version: string): string {
  return [
    "Assurance Clinic: problem report",
    `Version: ${version}`,
    `When: ${at.toISOString()}`,
    `Step: ${step}`,
    `What happened: ${problem.sentence}`,
    `Advice given: ${problem.whatToDo}`,
    `Details: ${problem.details}`,
  ].join("\n");
}

/** As the page that the build wrote says it: scripts of one version load from the page of that version. */
export function versionOf(page: Document): string {
  return page.querySelector('meta[name="version"]')?.getAttribute("content") ?? "not known";
}

function isProblem(reason: unknown): reason is Problem {
  return (
    typeof reason === "object" &&
    reason !== null &&
    ["sentence", "whatToDo", "details"].every((part) => typeof Reflect.get(reason, part) === "string")
  );
}
