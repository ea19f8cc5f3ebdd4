/** A simulated Excel in a browser: this page is Excel, a frame in it is the add-in's pane with Microsoft's own client. */
import { connectPane, type PaneConnection } from "./host/paneHost";
import { createRequestHost, type RequestHost } from "./host/requestHost";
import type { Workbook } from "./model/workbook";

export interface OpenPane {
  readonly frame: HTMLIFrameElement;
  readonly host: RequestHost;
  /** Calls `listener` after each request that the pane had answered: what is shown may be stale. */
  onAnswer(listener: () => void): void;
  close(): void;
}

/**
 * Opens the page at `address` (of this page's own origin) in a frame in `mount`, as Excel opens a task pane on
 * `workbook`. The page must stand on https: the client trusts no other.
 */
export function openPaneOn(workbook: Workbook, mount: HTMLElement, address: string): OpenPane {
  const host = createRequestHost(workbook);
  const connection: PaneConnection = connectPane(host, workbook);
  // The name that tells the client where it runs counts only when it is set before the frame stands in the page.
  connection.load(address);
  mount.replaceChildren(connection.frame);
  return { frame: connection.frame, host, onAnswer: connection.onAnswer, close: connection.close };
}

export { createWorkbook, type Workbook } from "./model/workbook";
export { readXlsx } from "./xlsx/read";
export { saveXlsx } from "./save";
