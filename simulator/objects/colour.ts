/** Colours as the API spells them ("#12436D") and as the file does. */
import { HostFault } from "../model/fault";
import type { FileColour } from "../../src/files/openxml/looks";
import type { Workbook } from "../model/workbook";
import type { Json } from "../host/hostObject";

const NAMED: Readonly<Record<string, string>> = {
  black: "000000",
  white: "FFFFFF",
  red: "FF0000",
  green: "008000",
  lime: "00FF00",
  blue: "0000FF",
  yellow: "FFFF00",
  orange: "FFA500",
  purple: "800080",
  navy: "000080",
  teal: "008080",
  gray: "808080",
  grey: "808080",
  silver: "C0C0C0",
  maroon: "800000",
  olive: "808000",
  aqua: "00FFFF",
  cyan: "00FFFF",
  fuchsia: "FF00FF",
  magenta: "FF00FF",
};

/** "#RRGGBB" of a colour that the API was given; throws InvalidArgument. */
export function hexColour(value: Json): string {
  if (typeof value !== "string") throw new HostFault("InvalidArgument");
  const hex = NAMED[value.toLowerCase()] ?? /^#?([0-9A-Fa-f]{6})$/.exec(value)?.[1];
  if (!hex) throw new HostFault("InvalidArgument");
  return `#${hex.toUpperCase()}`;
}

export const fileColour = (hex: string): FileColour => ({ rgb: `FF${hex.slice(1)}` });

/** Excel's order in a file's theme="n": light 1, dark 1, light 2, dark 2, then as in the theme. */
const INDEXED = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];

/** "#RRGGBB" of a colour of the file; null for automatic. */
export function shownColour(workbook: Workbook, colour: FileColour | null): string | null {
  if (!colour || colour["auto"] === "1") return null;
  const { rgb, theme, indexed, tint } = colour;
  if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
  if (theme !== undefined) return tinted(workbook.themeColours[Number(theme)] ?? "000000", Number(tint ?? 0));
  if (indexed !== undefined) return `#${INDEXED[Number(indexed) % 8] ?? "000000"}`;
  return null;
}

function tinted(hex: string, tint: number): string {
  const channel = (at: number): string => {
    const value = parseInt(hex.slice(at, at + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(moved).toString(16).padStart(2, "0");
  };
  return `#${channel(0)}${channel(2)}${channel(4)}`.toUpperCase();
}
