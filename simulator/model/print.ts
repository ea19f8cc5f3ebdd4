/** How a sheet prints. Measures are in inches, as in the file; the print area and title rows are names. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

export interface PrintSetup {
  margins: Margins;
  orientation: "Portrait" | "Landscape";
  /** As in the file: 9 is A4. */
  paper: number;
  /** Pages to fit, or a percent; null = as it comes. */
  fit: { readonly wide: number | null; readonly tall: number | null } | null;
  scale: number;
  centreHorizontally: boolean;
  centreVertically: boolean;
  gridlines: boolean;
  headings: boolean;
  blackAndWhite: boolean;
  draft: boolean;
  /** As in the file: "&LPage &P&R&D". */
  headerFooter: Readonly<
    Record<"oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter", string>
  >;
  headerFooterRest: Readonly<Record<string, string>>;
  /** Attributes of the file's page setup that the host does not model. */
  rest: Readonly<Record<string, string>>;
}

export function defaultPrintSetup(): PrintSetup {
  return {
    margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    orientation: "Portrait",
    paper: 9,
    fit: null,
    scale: 100,
    centreHorizontally: false,
    centreVertically: false,
    gridlines: false,
    headings: false,
    blackAndWhite: false,
    draft: false,
    headerFooter: {
      oddHeader: "",
      oddFooter: "",
      evenHeader: "",
      evenFooter: "",
      firstHeader: "",
      firstFooter: "",
    },
    headerFooterRest: {},
    rest: {},
  };
}
