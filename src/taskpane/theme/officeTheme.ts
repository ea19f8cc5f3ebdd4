/**
 * Office's theme, light or dark, and a change of it while the pane is open. Contrast themes need
 * nothing here: the browser's forced colours overrule both.
 */
export type Shade = "light" | "dark";

export interface OfficeThemeSource {
  /** Office's window colour, "#RRGGBB"; null where Office does not say. */
  background(): string | null;
  /** Calls back at each change of theme. */
  onChange(changed: () => void): void;
}

/** The shade to show: Office's own, or the system's where Office does not say. */
export function shadeOf(background: string | null, systemIsDark: boolean): Shade {
  const luminance = background === null ? null : luminanceOf(background);
  if (luminance === null) return systemIsDark ? "dark" : "light";
  return luminance < 0.35 ? "dark" : "light";
}

/** WCAG relative luminance, 0 black to 1 white; null when it is not a colour. */
function luminanceOf(colour: string): number | null {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (!hex) return null;
  const [red, green, blue] = [hex[1], hex[2], hex[3]].map((part) => {
    const share = parseInt(part ?? "0", 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
