/** Headings of the tables of Clinic Setup that are read below the settings (SPEC §3). */
export const CLINIC_COLUMNS = ["List", "Sheet", "Column", "Heading"] as const;
export const CLINIC_WORDS = ["List", "Column", "Word", "Means"] as const;
export const CLINIC_MEASURES = [
  "ID",
  "Title",
  "Page",
  "Measure",
  "List",
  "Each",
  "Counted",
  "Counted by",
  "Start",
  "End",
  "Date",
  "Due date",
  "First due",
  "Frequency",
  "With",
  "Only where",
  "Team",
  "Chart",
] as const;
