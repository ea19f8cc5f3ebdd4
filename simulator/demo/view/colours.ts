/** A file's colours as the screen shows them: plain, of the theme with its tint, or of the old palette. */
import type { FileColour } from "../../../src/files/openxml/looks";

/** "#12436D"; null = automatic. `themeColours` are the workbook's, "RRGGBB". */
export function screenColour(colour: FileColour | null, themeColours: readonly string[]): string | null {
  if (colour === null) return null;
  const { rgb, theme, tint, indexed } = colour;
  if (rgb !== undefined) return `#${rgb.slice(-6)}`;
  if (theme !== undefined) {
    const base = themeColours[Number(theme)];
    return base === undefined ? null : tinted(base, Number(tint ?? 0));
  }
  // 64 and 65 are the system's own text and window colours.
  if (indexed !== undefined) return PALETTE[Number(indexed) % 8] ?? null;
  return null;
}

const PALETTE = ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF", "#FFFF00", "#FF00FF", "#00FFFF"];

/** Towards white for a tint above 0, towards black below. */
function tinted(hex: string, tint: number): string {
  const towards = tint > 0 ? 255 : 0;
  const parts = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16);
    return Math.round(part + (towards - part) * Math.abs(tint))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
