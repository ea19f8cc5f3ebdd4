/** Step 2: the month and what is measured against what. Every change is written to Clinic Settings at once. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Disclosure } from "../parts/Disclosure";
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
  body: { marginTop: "18px" },
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
        settings === null ? (
          <Button appearance="primary" onClick={() => clinic.goToStep("extracts")}>
            Back to extracts
          </Button>
        ) : (
          <>
            <Button onClick={() => clinic.goToStep("extracts")}>Back</Button>
            <Button appearance="primary" onClick={() => clinic.goToStep("build")}>
              Next: build
            </Button>
          </>
        )
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
  const { group, body } = useStyles();
  const { unmappedTeams, issues, targets, targetsToAgree, teams } = settings;
  const inTables = teams.filter(({ inClinicTables }) => inClinicTables).length;
  return (
    <>
      {unmappedTeams.length > 0 && (
        <section aria-labelledby="teams-to-map">
          <h3 id="teams-to-map" className={group}>
            {counted(unmappedTeams.length, "team name")} not yet known
          </h3>
          <TeamsToMap clinic={clinic} settings={settings} />
        </section>
      )}
      {issues.length > 0 && (
        <section aria-labelledby="settings-issues">
          <h3 id="settings-issues" className={group}>
            Entries that could not be used
          </h3>
          <IssueLines clinic={clinic} issues={issues} />
        </section>
      )}
      <section aria-labelledby="month-fields">
        <h3 id="month-fields" className={group}>
          Month
        </h3>
        <MonthFields clinic={clinic} settings={settings} />
      </section>
      <div className={body}>
        <Disclosure
          isHeading
          title="Targets"
          count={
            targetsToAgree.length > 0
              ? `${targets.length}, ${targetsToAgree.length} not yet agreed`
              : String(targets.length)
          }
        >
          <TargetList clinic={clinic} targets={targets} toAgree={targetsToAgree} />
        </Disclosure>
        <Disclosure isHeading title="Teams" count={`${teams.length}, ${inTables} in clinic tables`}>
          <TeamList clinic={clinic} teams={teams} services={settings.services} />
        </Disclosure>
      </div>
    </>
  );
}
