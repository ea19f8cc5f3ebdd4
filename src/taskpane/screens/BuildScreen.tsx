/** Step 3: what will be written, then progress step by step with cancel, then what came of it. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { BuildSteps } from "../parts/BuildSteps";
import { Screen } from "../parts/Screen";
import { SheetsToWrite } from "../parts/SheetsToWrite";
import type { BuildOutcome, WorkbookFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { useBuild } from "../state/useBuild";
import { dateAndTime, longDate, monthInWords } from "../wording/dates";

const useStyles = makeStyles({
  bar: { marginBottom: "12px" },
  facts: { margin: "0 0 4px", color: tokens.colorNeutralForeground1 },
  group: { margin: "14px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

interface BuildScreenProps {
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
}

export function BuildScreen({ clinic, found }: BuildScreenProps) {
  const styles = useStyles();
  const { progress, cancelling, start, cancel } = useBuild(clinic);
  const [stopped, setStopped] = useState<Exclude<BuildOutcome["state"], "complete"> | null>(null);
  const building = progress !== null;
  const build = async () => {
    setStopped(null);
    const outcome = await start();
    if (outcome === null) return;
    if (outcome.state === "complete") clinic.goToStep("results");
    else {
      setStopped(outcome.state);
      clinic.announce(STOPPED[outcome.state].title);
    }
  };
  return (
    <Screen
      heading={building ? "Building clinic tables" : "Build clinic tables"}
      takeFocus={clinic.moved}
      lead={leadOf(found)}
      actions={
        building ? (
          <Button onClick={cancel} disabled={cancelling}>
            {cancelling ? "Cancelling…" : "Cancel"}
          </Button>
        ) : (
          <>
            <Button onClick={() => clinic.goToStep("settings")}>Back</Button>
            <Button appearance="primary" disabled={found.settings === null} onClick={() => void build()}>
              Build clinic tables
            </Button>
          </>
        )
      }
    >
      {stopped !== null && !building && (
        <MessageBar
          intent={stopped === "incomplete" ? "warning" : "info"}
          layout="multiline"
          className={styles.bar}
        >
          <MessageBarBody>
            <MessageBarTitle>{STOPPED[stopped].title}</MessageBarTitle> {STOPPED[stopped].body}
          </MessageBarBody>
        </MessageBar>
      )}
      {building ? <BuildSteps progress={progress} /> : <Preview found={found} />}
    </Screen>
  );
}

const STOPPED = {
  "cancelled-before-writing": {
    title: "Cancelled before anything was written.",
    body: "The workbook is as it was: the last complete pack, if there is one, still stands.",
  },
  incomplete: {
    title: "The pack in this workbook is incomplete.",
    body: "The build stopped while sheets were being written, and they say so. Build again to finish it.",
  },
} as const;

function leadOf(found: WorkbookFound): string {
  if (found.settings === null) return found.cannotBuild?.sentence ?? "Nothing can be built yet.";
  const { month, asAt } = found.settings;
  return `${monthInWords(month)}, looking back from ${longDate(asAt)}.`;
}

function Preview({ found }: { readonly found: WorkbookFound }) {
  const styles = useStyles();
  const lost = found.lists.filter((list) => list.figuresLost.length > 0);
  const { pack } = found;
  return (
    <>
      {found.settings === null && <p className={styles.facts}>{found.cannotBuild?.whatToDo}</p>}
      {pack.state === "complete" && pack.month !== null && pack.builtAt !== null && (
        <p className={styles.facts}>
          It replaces the pack of {monthInWords(pack.month)}, built {dateAndTime(pack.builtAt)}.
        </p>
      )}
      {pack.state === "incomplete" && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>{STOPPED.incomplete.title}</MessageBarTitle> {STOPPED.incomplete.body}
          </MessageBarBody>
        </MessageBar>
      )}
      <SheetsToWrite sheets={found.sheetsToWrite} />
      {lost.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out" className={styles.group}>
            Left out for want of a list or column
          </h3>
          {lost.map((list) => (
            <p key={list.id} className={styles.facts}>
              {list.name}: {list.figuresLost.join("; ")}.
            </p>
          ))}
        </section>
      )}
    </>
  );
}
