/** Step 2: the month and what is measured against what. Every change is written to Clinic Settings at once. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, useCallback, useState } from "react";
import { Disclosure } from "../parts/Disclosure";
import { IssueLines } from "../parts/IssueLines";
import { IndicatorList, type IndicatorToOpen } from "../parts/IndicatorList";
import { MonthFields } from "../parts/MonthFields";
import { Screen } from "../parts/Screen";
import { TargetList } from "../parts/TargetList";
import { TeamList } from "../parts/TeamList";
import { TeamsToMap } from "../parts/TeamsToMap";
import type { SettingsFound, WorkbookFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";

const IndicatorScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "indicator" */ "./IndicatorScreen")).IndicatorScreen,
}));

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
  const [indicator, setIndicator] = useState<IndicatorToOpen | null>(null);
  const [cameBack, setCameBack] = useState(false);
  const close = useCallback(() => {
    setIndicator(null);
    setCameBack(true);
  }, []);
  if (indicator !== null) return <IndicatorScreen clinic={clinic} id={indicator.id} onClose={close} />;
  return (
    <Screen
      heading="Month and settings"
      takeFocus={clinic.moved || cameBack}
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
        <Settings clinic={clinic} settings={settings} onIndicator={setIndicator} />
      )}
    </Screen>
  );
}

interface SettingsProps {
  readonly clinic: Clinic;
  readonly settings: SettingsFound;
  readonly onIndicator: (indicator: IndicatorToOpen) => void;
}

function Settings({ clinic, settings, onIndicator }: SettingsProps) {
  const { group, body } = useStyles();
  const { unmappedTeams, issues, targets, targetsToAgree, teams, ownIndicators } = settings;
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
        <Disclosure isHeading title="Indicators of your own" count={String(ownIndicators.length)}>
          <IndicatorList indicators={ownIndicators} onOpen={onIndicator} />
        </Disclosure>
        <Disclosure isHeading title="Teams" count={`${teams.length}, ${inTables} in clinic tables`}>
          <TeamList clinic={clinic} teams={teams} services={settings.services} />
        </Disclosure>
      </div>
    </>
  );
}
