import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SettingsFound, UnmappedTeam } from "../ports";
import type { Clinic } from "../state/useClinic";
import { Choice, Options } from "./Choice";

const useStyles = makeStyles({
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    padding: "8px 0 10px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    alignItems: "flex-end",
  },
  field: { flexGrow: 1, flexBasis: "180px", minWidth: 0, overflowWrap: "anywhere" },
});

/** Not a team's name: it stands for a row of its own in ClinicTeams. */
const NEW_TEAM = "\u0000new";

/** Team names met in the extracts that no row of ClinicTeams knows, each with the team it most resembles. */
export function TeamsToMap({
  clinic,
  settings,
}: {
  readonly clinic: Clinic;
  readonly settings: SettingsFound;
}) {
  const { lines } = useStyles();
  const known = settings.teams.map((team) => team.name);
  return (
    <ul className={lines}>
      {settings.unmappedTeams.map((team) => (
        <TeamToMap key={team.met} clinic={clinic} team={team} known={known} />
      ))}
    </ul>
  );
}

interface TeamToMapProps {
  readonly clinic: Clinic;
  readonly team: UnmappedTeam;
  readonly known: readonly string[];
}

function TeamToMap({ clinic, team, known }: TeamToMapProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(team.suggestion ?? NEW_TEAM);
  const { met } = team;
  const map = () =>
    chosen === NEW_TEAM
      ? clinic.change(
          () => clinic.workbook.changeSetting({ setting: "newTeam", name: met }),
          `${met} is added to Clinic Settings as a team.`,
        )
      : clinic.change(
          () => clinic.workbook.changeSetting({ setting: "teamAlsoKnownAs", met, team: chosen }),
          `${met} now counts as ${chosen}.`,
        );
  return (
    <li className={styles.line}>
      <Field
        label={`“${met}” is`}
        size="small"
        className={styles.field}
        hint={
          team.suggestion !== null && chosen === team.suggestion
            ? "Suggested: the names are similar."
            : undefined
        }
      >
        <Choice value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value={NEW_TEAM}>a new team</option>
          <Options of={known} />
        </Choice>
      </Field>
      <Button size="small" aria-label={`Save team for ${met}`} onClick={() => void map()}>
        Save team
      </Button>
    </li>
  );
}
