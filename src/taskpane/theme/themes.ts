/** Fluent themes in Excel's green. Every text and background pair is 4.5:1 or better (the browser test's axe run checks). */
import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";

const EXCEL_GREEN: BrandVariants = {
  10: "#03150B",
  20: "#072414",
  30: "#08371D",
  40: "#0A4525",
  50: "#0B532C",
  60: "#0D6233",
  70: "#0E6E3A",
  80: "#107C41",
  90: "#2A9159",
  100: "#4FB27C",
  110: "#66BD8D",
  120: "#7DC89E",
  130: "#95D3B0",
  140: "#B0DEC4",
  150: "#CBEAD8",
  160: "#E5F5EC",
};

const TYPE = {
  fontFamilyBase: '"Segoe UI", "Segoe UI Web (West European)", -apple-system, Roboto, Arial, sans-serif',
};

export const lightTheme: Theme = { ...createLightTheme(EXCEL_GREEN), ...TYPE };

const dark = createDarkTheme(EXCEL_GREEN);
export const darkTheme: Theme = {
  ...dark,
  ...TYPE,
  // Fluent's dark theme takes brand 100 for text: on its lightest surface that misses 4.5:1.
  colorBrandForeground1: EXCEL_GREEN[110],
  colorBrandForegroundLink: EXCEL_GREEN[120],
  colorBrandForegroundLinkHover: EXCEL_GREEN[130],
  colorBrandForegroundLinkPressed: EXCEL_GREEN[110],
};
