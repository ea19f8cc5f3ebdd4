/** Conditional formats and data validation. */
import type { Area } from "./address";
import type { FileColour } from "../../src/files/openxml/looks";
import type { XmlNode } from "../../src/files/openxml/xml";

/** What a conditional format changes of a cell's look. */
export interface RuleLook {
  readonly fill: string | null;
  readonly fontColour: FileColour | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: string | null;
  readonly strikethrough: boolean | null;
  readonly numberFormat: string | null;
  /** The look of a file, as it stands, until it is changed. */
  readonly source: XmlNode | null;
}

export const NO_RULE_LOOK: RuleLook = {
  fill: null,
  fontColour: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  numberFormat: null,
  source: null,
};

export interface Rule {
  readonly id: string;
  areas: readonly Area[];
  /** 1 is looked at first. */
  priority: number;
  stopIfTrue: boolean;
  /** "expression", "cellIs", "dataBar" … as in the file. */
  readonly kind: string;
  /** en-US, without "=", for the first cell of the first area. */
  formulas: readonly string[];
  look: RuleLook;
  /** Attributes and children of a file that the host does not model: operator, dataBar, iconSet … */
  readonly rest: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** A number into the file's own looks, kept until the look is changed. */
  readonly fileLook: number | null;
}

export interface Validation {
  areas: readonly Area[];
  /** "list", "whole", "decimal", "date", "custom" … as in the file. */
  readonly kind: string;
  formulas: readonly string[];
  /** Every other attribute as in the file: operator, allowBlank, errorTitle, prompt … */
  readonly attributes: Readonly<Record<string, string>>;
}
