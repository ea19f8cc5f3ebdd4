/** The tables that the analyst fills in, their headings and sheets (SPEC §3), in the order in which they are made. */
import { CLINIC_COLUMNS, CLINIC_MEASURES, CLINIC_WORDS } from "../extracts/setupNames";

/** The four of Clinic Settings. */
export const SETTINGS_TABLES = {
  ClinicOptions: ["Setting", "Value"],
  ClinicTargets: [
    "ID",
    "Indicator",
    "Better when",
    "Target",
    "Amber within",
    "Timescale",
    "Unit",
    "Not yet due",
    "Teams",
    "Population",
    "Show",
    "Note",
  ],
  ClinicTeams: [
    "Team",
    "Also known as",
    "Short name",
    "Service",
    "Locality",
    "In clinic tables",
    "Became",
    "From",
  ],
  ClinicHolidays: ["Date", "Name"],
} as const;

/** The five of Clinic Setup: what is set once. */
export const SETUP_TABLES = {
  ClinicColumns: CLINIC_COLUMNS,
  ClinicWords: CLINIC_WORDS,
  ClinicServices: ["Service", "Caseloads", "Title", "Disabled children"],
  ClinicStatuses: ["Qualifying Status", "Highlight at or above"],
  ClinicMeasures: CLINIC_MEASURES,
} as const;

export const ANALYST_TABLES = { ...SETTINGS_TABLES, ...SETUP_TABLES } as const;

export type SettingsTableName = keyof typeof ANALYST_TABLES;

export const SETTINGS_SHEET = "Clinic Settings";
export const SETUP_SHEET = "Clinic Setup";
