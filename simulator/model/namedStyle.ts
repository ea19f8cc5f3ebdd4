/** Cell styles of a workbook ("Normal", "Clinic Heading"): a look with a name, and which parts of it a cell takes over. */
import { DEFAULT_LOOK, type Look, type LookTable } from "../../src/files/openxml/looks";
import type { NamedLook } from "../../src/files/openxml/namedLooks";

/** "applyFont" … as the file has them. */
export const STYLE_PARTS = ["Number", "Font", "Fill", "Border", "Alignment", "Protection"] as const;
export type StylePart = (typeof STYLE_PARTS)[number];

export interface NamedStyle extends NamedLook {
  readonly builtIn: boolean;
  look: Look;
  includes: Readonly<Record<StylePart, boolean>>;
  /** Made or changed since the file was read. */
  touched: boolean;
}

export const EVERY_PART: Readonly<Record<StylePart, boolean>> = {
  Number: true,
  Font: true,
  Fill: true,
  Border: true,
  Alignment: true,
  Protection: true,
};

export function normalStyle(): NamedStyle {
  return {
    name: "Normal",
    builtIn: true,
    place: 0,
    look: DEFAULT_LOOK,
    includes: EVERY_PART,
    touched: false,
  };
}

/**
 * The look of a cell that is given the style. What the style leaves out stays as the cell has it, but for the number
 * format: it is General again, so that whoever relies on it has to say it after the style.
 */
export function styled(look: Look, { look: given, includes, place }: NamedStyle): Look {
  return {
    ...look,
    namedStyle: place,
    numberFormat: includes.Number ? given.numberFormat : "General",
    font: includes.Font ? given.font : look.font,
    fill: includes.Fill ? given.fill : look.fill,
    borders: includes.Border ? given.borders : look.borders,
    alignment: includes.Alignment ? given.alignment : look.alignment,
    ...(includes.Protection && { locked: given.locked, formulaHidden: given.formulaHidden }),
  };
}

/** A cell of a style that is being changed: what it has of the old look becomes the new one's, its own stays. */
export function restyled(look: Look, old: Look, now: Look): Look {
  const isOld = (part: keyof Look): boolean => JSON.stringify(look[part]) === JSON.stringify(old[part]);
  return {
    ...look,
    font: isOld("font") ? now.font : look.font,
    fill: isOld("fill") ? now.fill : look.fill,
    borders: isOld("borders") ? now.borders : look.borders,
    alignment: isOld("alignment") ? now.alignment : look.alignment,
  };
}

/** Whether any look of the workbook goes back to the style: a style that no cell has yet is changed at no cost. */
export function isUsed({ place }: NamedStyle, looks: LookTable): boolean {
  for (let index = 0; index < looks.size; index++) if (looks.look(index).namedStyle === place) return true;
  return false;
}
