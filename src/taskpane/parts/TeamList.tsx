import { Button, Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SettingChange, TeamFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";
import { useMoreLines } from "./useMoreLines";
import { Choice, Options } from "./Choice";

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
  service: { flexGrow: 1, flexBasis: "120px", minWidth: 0 },
  many: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "flex-end", padding: "6px 0 10px" },
  filter: { flexGrow: 1, flexBasis: "100%", minWidth: 0 },
});

interface TeamListProps {
  readonly clinic: Clinic;
  readonly teams: readonly TeamFound[];
  /** Those of ClinicServices. */
  readonly services: readonly string[];
}

/** The teams of ClinicTeams: their service, and whether the clinic tables show them. Names are edited on the sheet. */
export function TeamList({ clinic, teams, services }: TeamListProps) {
  const { lines, many, filter } = useStyles();
  const [sought, setSought] = useState("");
  const matching = teams.filter((team) => matches(team, sought));
  const { shown, more } = useMoreLines(matching, "teams");
  return (
    <>
      <div className={many}>
        <Field label="Find teams by name, service or locality" size="small" className={filter}>
          <Input size="small" value={sought} onChange={(_, { value }) => setSought(value)} />
        </Field>
        <ManyTeams clinic={clinic} teams={matching} services={services} />
      </div>
      <ul className={lines}>
        {shown.map((team) => (
          <TeamLine key={team.name} clinic={clinic} team={team} services={services} />
        ))}
      </ul>
      {matching.length === 0 && <p>No team has this in its name, service or locality.</p>}
      {more}
    </>
  );
}

function matches({ name, shortName, service, locality }: TeamFound, sought: string): boolean {
  const words = sought.trim().toLowerCase().split(/\s+/);
  const text = [name, shortName, service ?? "", locality].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** One act for all teams that are found. */
function ManyTeams({ clinic, teams, services }: TeamListProps) {
  const styles = useStyles();
  const found = counted(teams.length, "team");
  const save = (entries: { readonly service?: string; readonly inClinicTables?: boolean }, done: string) =>
    void clinic.change(
      () =>
        clinic.workbook.changeSetting({ setting: "teams", teams: teams.map(({ name }) => name), ...entries }),
      done,
    );
  if (teams.length < 2) return null;
  return (
    <>
      <Field label={`Service of all ${found}`} size="small" className={styles.service}>
        <Choice
          value=""
          onChange={(_, { value }) => {
            const service = services.find((name) => name === value);
            if (service !== undefined) save({ service }, `${found}: service ${service}.`);
          }}
        >
          <option value="">choose</option>
          <Options of={services} />
        </Choice>
      </Field>
      <Button
        size="small"
        onClick={() => save({ inClinicTables: true }, `${found} are in the clinic tables.`)}
      >
        All {teams.length} in
      </Button>
      <Button
        size="small"
        onClick={() => save({ inClinicTables: false }, `${found} are left out of the clinic tables.`)}
      >
        All {teams.length} out
      </Button>
    </>
  );
}

interface TeamLineProps {
  readonly clinic: Clinic;
  readonly team: TeamFound;
  readonly services: readonly string[];
}

function TeamLine({ clinic, team, services }: TeamLineProps) {
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
            <Choice
              value={team.service ?? ""}
              onChange={(_, { value }) => {
                const service = services.find((name) => name === value) ?? null;
                save(
                  { setting: "teamService", team: team.name, service },
                  `${team.name}: service ${service ?? "not recorded"}.`,
                );
              }}
            >
              <option value="">not recorded</option>
              <Options of={services} />
            </Choice>
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
