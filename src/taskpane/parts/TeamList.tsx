import { Checkbox, Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { Service } from "../../clinic/settings/settings";
import type { SettingChange, TeamFound } from "../ports";
import type { Clinic } from "../state/useClinic";

const useStyles = makeStyles({
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { padding: "6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  short: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  fields: { display: "flex", flexWrap: "wrap", gap: "0 12px", alignItems: "center" },
  service: { flexGrow: 1, flexBasis: "120px" },
});

const SERVICES: readonly Service[] = ["BIT", "SWF", "CWD", "Frontline", "Other"];

/** The teams of ClinicTeams: their service, and whether the clinic tables show them. Names are edited on the sheet. */
export function TeamList({
  clinic,
  teams,
}: {
  readonly clinic: Clinic;
  readonly teams: readonly TeamFound[];
}) {
  const { lines } = useStyles();
  return (
    <ul className={lines}>
      {teams.map((team) => (
        <TeamLine key={team.name} clinic={clinic} team={team} />
      ))}
    </ul>
  );
}

function TeamLine({ clinic, team }: { readonly clinic: Clinic; readonly team: TeamFound }) {
  const styles = useStyles();
  const save = (change: SettingChange, done: string) =>
    void clinic.change(() => clinic.workbook.changeSetting(change), done);
  return (
    <li className={styles.line}>
      <div role="group" aria-label={team.name}>
        <h4 className={styles.name}>
          {team.name}
          {team.shortName !== team.name && team.shortName !== "" && (
            <span className={styles.short}> ({team.shortName})</span>
          )}
        </h4>
        <div className={styles.fields}>
          <Field label="Service" size="small" orientation="horizontal" className={styles.service}>
            <Select
              size="small"
              value={team.service ?? ""}
              onChange={(_, { value }) => {
                const service = SERVICES.find((name) => name === value) ?? null;
                save(
                  { setting: "teamService", team: team.name, service },
                  `${team.name}: service ${service ?? "not recorded"}.`,
                );
              }}
            >
              <option value="">not recorded</option>
              {SERVICES.map((service) => (
                <option key={service} value={service}>
                  {service}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            size="medium"
            label="In clinic tables"
            checked={team.inClinicTables}
            onChange={(_, { checked }) =>
              save(
                { setting: "teamInClinicTables", team: team.name, inClinicTables: checked === true },
                checked === true
                  ? `${team.name} is in the clinic tables.`
                  : `${team.name} is left out of the clinic tables.`,
              )
            }
          />
        </div>
      </div>
    </li>
  );
}
