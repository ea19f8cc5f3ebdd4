/** The pane's start: draws at once, and reaches for the workbook when Office is ready. */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { deferredWorkbook } from "./bootstrap/deferredWorkbook";
import { officeThemeSource } from "./bootstrap/officeThemeSource";

const mount = document.getElementById("pane");
if (mount) {
  createRoot(mount).render(<App workbook={deferredWorkbook()} officeTheme={officeThemeSource()} />);
}
