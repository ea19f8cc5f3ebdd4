/** `Range.hyperlink`. */
import { type Area, covers } from "../model/address";
import { HostFault } from "../model/fault";
import { cellFor, type Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { refuseProtected, writeInputs } from "../model/write";
import type { Json } from "../host/hostObject";

interface Place {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly area: Area;
}

export function hyperlinkAt({ sheet, area }: Place): Json {
  const link = sheet.links.find((each) => covers(each.area, { ...area, rows: 1, columns: 1 }));
  if (!link) return null;
  const shown = link.display ?? String(cellFor(sheet, area.row, area.column).value ?? "");
  return {
    address: link.address ?? "",
    documentReference: link.location ?? "",
    screenTip: link.tip ?? "",
    textToDisplay: shown,
  };
}

/** The text to display is written as any text is. Excel gives a link's cell blue, underlined text. */
export function setHyperlink({ workbook, sheet, area }: Place, value: Json): void {
  refuseProtected(workbook, sheet, area);
  const others = sheet.links.filter((each) => !covers(area, each.area));
  sheet.touched = true;
  if (value === null) {
    sheet.links = others;
    return;
  }
  if (typeof value !== "object" || Array.isArray(value)) throw new HostFault("InvalidArgument");
  const given = value as Readonly<Record<string, Json>>;
  const text = (key: string): string | null =>
    typeof given[key] === "string" && given[key] !== "" ? given[key] : null;
  const address = text("address");
  const location = text("documentReference");
  if (address === null && location === null) throw new HostFault("InvalidArgument");
  const display = text("textToDisplay");
  if (display !== null) writeInputs(workbook, sheet, area, () => display);
  sheet.links = [
    ...others,
    { area, address, location: location?.replace(/^#/, "") ?? null, display, tip: text("screenTip") },
  ];
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const cell = cellFor(sheet, area.row + row, area.column + column);
      cell.look = workbook.looks.changed(cell.look, "hyperlink", (look) => ({
        ...look,
        font: { ...look.font, underline: "Single", colour: { theme: "10" } },
      }));
    }
  }
}
