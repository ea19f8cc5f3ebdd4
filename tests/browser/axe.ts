/** axe in the pane. It is evaluated from outside: the pane's own policy lets no script in. */
import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow {
  readonly axe?: {
    run(): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}

/** What axe finds wrong, each with the element; empty when all is well. */
export async function axeFindings(frame: Frame): Promise<readonly string[]> {
  const known = await frame.evaluate(() => (window as unknown as AxeWindow).axe !== undefined);
  if (!known) await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const result = await (window as unknown as AxeWindow).axe?.run();
    return (result?.violations ?? []).flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)} ${failureSummary ?? ""}`,
      ),
    );
  });
}
