/** Where on a slide its frames may stand: below the title, above the footer. */
import { type Box, INCH } from "./slidePlan";

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly title: Box;
  readonly content: Box;
  readonly footer: Box;
  readonly number: Box;
}

const WIDTH = 12_192_000; // 16:9
const HEIGHT = 6_858_000;
const EDGE = 0.45 * INCH;
const FOOT = 0.42 * INCH;

/** The pack's own stage, or one for a council's template of this size and with its title in this place. */
export function stageOf(width = WIDTH, height = HEIGHT, title: Box | null = null): Stage {
  const place = title ?? { x: EDGE, y: 0.3 * INCH, width: width - 2 * EDGE, height: 0.7 * INCH };
  const top = place.y + place.height + 0.08 * INCH;
  const bottom = height - FOOT;
  return {
    width,
    height,
    title: place,
    content: { x: place.x, y: top, width: place.width, height: bottom - top - 0.08 * INCH },
    footer: { x: place.x, y: bottom, width: place.width * 0.7, height: FOOT * 0.8 },
    number: {
      x: place.x + place.width - 1.2 * INCH,
      y: bottom,
      width: 1.2 * INCH,
      height: FOOT * 0.8,
    },
  };
}
