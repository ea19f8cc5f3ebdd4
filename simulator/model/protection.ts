/** A protected sheet refuses writes to its locked cells, and whatever else it is not told to allow. */
export interface SheetProtection {
  protected: boolean;
  /** As in the file: formatCells="0" allows it, password="…" and the rest. */
  attributes: Readonly<Record<string, string>>;
}
