/** Step 2: the month and what is measured against what. Every change is written to Clinic Settings at once. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { IssueLines } from "../parts/IssueLines";
import { MonthFields } from "../parts/MonthFields";
import { Screen } from "../parts/Screen";
import { TargetList } from "../parts/TargetList";
import { TeamList } from "../parts/TeamList";
import { TeamsToMap } from "../parts/TeamsToMap";
import type { SettingsFound, WorkbookFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";

const useStyles = makeStyles({
  group: { margin: "18px 0 6px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

interface SettingsScreenProps {
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
}

export function SettingsScreen({ clinic, found }: SettingsScreenProps) {
  const { settings } = found;
  return (
    <Screen
      heading="Month and settings"
      takeFocus={clinic.moved}
      lead={
        settings === null
          ? (found.cannotBuild?.sentence ?? "The settings cannot be read yet.")
          : "Kept on the sheet Clinic Settings. Changes made there show here at once."
      }
      actions={
        <>
          <Button onClick={() => clinic.goToStep("extracts")}>Back</Button>
          <Button appearance="primary" onClick={() => clinic.goToStep("build")}>
            Next: build
          </Button>
        </>
      }
    >
      {settings === null ? (
        <p>{found.cannotBuild?.whatToDo}</p>
      ) : (
        <Settings clinic={clinic} settings={settings} />
      )}
    </Screen>
  );
}

function Settings({ clinic, settings }: { readonly clinic: Clinic; readonly settings: SettingsFound }) {
  const { group } = useStyles();
  return (
    <>
      {settings.unmappedTeams.length > 0 && (
        <section aria-labelledby="teams-to-map">
          <h3 id="teams-to-map" className={group}>
            {counted(settings.unmappedTeams.length, "team name")} not yet known
          </h3>
          <TeamsToMap clinic={clinic} settings={settings} />
        </section>
      )}
      <section aria-labelledby="month-fields">
        <h3 id="month-fields" className={group}>
          Month
        </h3>
        <MonthFields clinic={clinic} settings={settings} />
      </section>
      <section aria-labelledby="targets">
        <h3 id="targets" className={group}>
          Targets
        </h3>
        <TargetList clinic={clinic} targets={settings.targets} />
      </section>
      <section aria-labelledby="teams">
        <h3 id="teams" className={group}>
          Teams
        </h3>
        <TeamList clinic={clinic} teams={settings.teams} />
      </section>
      {settings.issues.length > 0 && (
        <section aria-labelledby="settings-issues">
          <h3 id="settings-issues" className={group}>
            Entries that could not be used
          </h3>
          <IssueLines clinic={clinic} issues={settings.issues} />
        </section>
      )}
    </>
  );
}
