/** The demonstration: a workbook to look at, and beside it the add-in's real pane working on it. */
import { cellAddress, parseArea, unquoteSheetName } from "../model/address";
import { cellAt, type Sheet } from "../model/sheet";
import { createWorkbook, openPaneOn, readXlsx, saveXlsx, type OpenPane, type Workbook } from "../browser";
import { sheetNamed } from "../model/workbook";
import { shownText } from "../objects/shownText";
import { createSheetView } from "./view/sheetView";
import { createTabs } from "./view/tabs";

const PANE = "/taskpane.html";
const SAMPLE = "/demo/sample.xlsx";

let workbook: Workbook = createWorkbook();
let pane: OpenPane | null = null;
let drawing = 0;
let waiting = false;

const view = createSheetView(select, follow);
const tabs = createTabs((sheet) => {
  workbook.activeSheet = sheet;
  draw();
});
place("sheet").append(view.element);
place("tabs").append(tabs.element);

const actions: Readonly<Record<string, () => Promise<void>>> = {
  new: async () => open(createWorkbook()),
  sample: openSample,
  save,
};
for (const [id, act] of Object.entries(actions)) place(id).addEventListener("click", () => void attempt(act));
place("open").addEventListener("change", ({ target }) => {
  const file = (target as HTMLInputElement).files?.[0];
  if (file)
    void attempt(async () => open(await readXlsx(new Uint8Array(await file.arrayBuffer())), file.name));
});
place("width").addEventListener("change", ({ target }) => setWidth((target as HTMLSelectElement).value));
setWidth("350");
// "?empty" starts without the sample.
void attempt(location.search.includes("empty") ? async () => open(createWorkbook()) : openSample);

async function openSample(): Promise<void> {
  const answer = await fetch(SAMPLE);
  if (!answer.ok) throw new Error("The sample workbook could not be fetched.");
  open(await readXlsx(new Uint8Array(await answer.arrayBuffer())), "clinic-2023-07.xlsx");
}

/** Shows the workbook, and opens the pane on it anew. */
function open(opened: Workbook, name = "Book1.xlsx"): void {
  workbook = opened;
  workbook.name = name;
  pane?.close();
  pane = openPaneOn(workbook, place("pane"), PANE);
  pane.onAnswer(drawSoon);
  draw();
}

async function save(): Promise<void> {
  const bytes = await saveXlsx(workbook);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.download = workbook.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(`${workbook.name} is saved with your downloads.`);
}

/** However many requests the pane makes, the workbook is drawn a few times a second at most. */
const DRAW_EVERY_MS = 200;

function drawSoon(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    draw();
  }, DRAW_EVERY_MS);
}

function draw(): void {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => {
    tabs.draw(workbook);
    view.draw(workbook);
    const { activeSheet: sheet } = workbook;
    const { row, column } = sheet.selection;
    const cell = cellAt(sheet, row, column);
    place("address").textContent = cellAddress(row, column);
    place("content").textContent = !cell
      ? ""
      : cell.formula === null
        ? shownText(workbook, cell)
        : `=${cell.formula}`;
  });
}

function select(sheet: Sheet, row: number, column: number): void {
  sheet.selection = { row, column, rows: 1, columns: 1 };
  draw();
}

/** Goes where a link of the workbook points: 'Clinic CIN'!A1. */
function follow(location: string): void {
  const at = location.lastIndexOf("!");
  const sheet = sheetNamed(workbook, unquoteSheetName(location.slice(0, Math.max(at, 0)).replace(/^#/, "")));
  const area = parseArea(location.slice(at + 1));
  if (!sheet) return;
  workbook.activeSheet = sheet;
  if (area) sheet.selection = area;
  draw();
}

function setWidth(width: string): void {
  place("pane").style.width = `${width}px`;
}

async function attempt(act: () => Promise<void>): Promise<void> {
  say("");
  try {
    await act();
  } catch (error) {
    say(error instanceof Error ? error.message : "That did not work.");
  }
}

function say(words: string): void {
  place("message").textContent = words;
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page lacks “${id}”.`);
  return found;
}

// For the browser tests and for the developer tools.
Object.assign(window, {
  demo: {
    workbook: () => workbook,
    host: () => pane?.host,
  },
});
