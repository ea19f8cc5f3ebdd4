/**
 * The pane's start: the page's own lines stand until somebody sees it. Then React draws, and the workbook is reached for
 * when Office is ready.
 */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { deferredWorkbook } from "./bootstrap/deferredWorkbook";
import { officeThemeSource } from "./bootstrap/officeThemeSource";
import { officeVisibility } from "./bootstrap/officeVisibility";
import { paneView, whenSeen } from "./state/paneView";

const mount = document.getElementById("pane");
if (mount) {
  const view = paneView(window, officeVisibility);
  whenSeen(view, () =>
    createRoot(mount).render(
      <App workbook={deferredWorkbook()} officeTheme={officeThemeSource()} view={view} />,
    ),
  );
}
