/** The workbook's sheets as tabs: arrow keys go from one to the next, as in a tab list. */
import type { Sheet } from "../../model/sheet";
import type { Workbook } from "../../model/workbook";

export interface SheetTabs {
  readonly element: HTMLElement;
  draw(workbook: Workbook): void;
}

export function createTabs(onChoose: (sheet: Sheet) => void): SheetTabs {
  const element = document.createElement("div");
  element.className = "tabs";
  element.setAttribute("role", "tablist");
  element.setAttribute("aria-label", "Sheets");
  let sheets: readonly Sheet[] = [];
  let drawn = "";
  element.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const now = [...element.children].findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const next = sheets[now + step];
    if (step === 0 || !next) return;
    onChoose(next);
    (element.children[now + step] as HTMLElement | undefined)?.focus();
  });
  return {
    element,
    draw(workbook) {
      sheets = workbook.sheets.filter((sheet) => sheet.visibility === "Visible");
      const active = workbook.activeSheet;
      const spelling = sheets
        .map((sheet) => `${sheet.id}${sheet.name}${sheet.tabColour}${sheet === active}`)
        .join("|");
      if (spelling === drawn) return;
      drawn = spelling;
      element.replaceChildren(
        ...sheets.map((sheet) => {
          const tab = document.createElement("button");
          tab.type = "button";
          tab.setAttribute("role", "tab");
          tab.setAttribute("aria-selected", String(sheet === active));
          tab.tabIndex = sheet === active ? 0 : -1;
          tab.textContent = sheet.name;
          if (sheet.tabColour !== "") tab.style.setProperty("--tab", sheet.tabColour);
          tab.addEventListener("click", () => onChoose(sheet));
          return tab;
        }),
      );
      element
        .querySelector('[aria-selected="true"]')
        ?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    },
  };
}
