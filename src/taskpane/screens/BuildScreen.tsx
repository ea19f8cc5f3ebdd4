/** Step 3: what could be wrong, then progress step by step with cancel, then what came of it. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useEffectEvent, useState } from "react";
import type { MonthQuestion } from "../../clinic/findings";
import { BuildSteps } from "../parts/BuildSteps";
import { FindingLines } from "../parts/FindingLines";
import { MonthToConfirm } from "../parts/MonthToConfirm";
import { Screen } from "../parts/Screen";
import type { BuildOutcome, BuildWish, SheetsToWrite, WorkbookFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { useBuild } from "../state/useBuild";
import { counted } from "../wording/figures";
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
  const [stopped, setStopped] = useState<keyof typeof STOPPED | null>(null);
  const [wished, setWished] = useState(AS_IT_IS);
  const building = progress !== null;
  const build = async (wish: BuildWish) => {
    setStopped(null);
    setWished(wish);
    const outcome = await start(wish);
    if (outcome === null) return;
    if (outcome.state === "complete") {
      clinic.goToStep("results");
      if (outcome.told) clinic.report(outcome.told);
      return;
    }
    // The question itself is on the screen once the workbook has been read again.
    if (outcome.state === "month-to-confirm") return clinic.announce(outcome.question.sentence);
    setStopped(outcome.state);
    clinic.announce(STOPPED[outcome.state].title);
  };
  // What was wished for stands, whoever is at work in the workbook.
  const buildAsAsked = useEffectEvent(() => void build({ ...wished, anyway: true }));
  const { askedAnyway, anywayTaken } = clinic;
  useEffect(() => {
    if (!askedAnyway) return;
    anywayTaken();
    buildAsAsked();
  }, [askedAnyway, anywayTaken]);
  const question = building ? null : found.monthQuestion;
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
        ) : found.settings === null ? (
          <Button appearance="primary" onClick={() => clinic.goToStep("extracts")}>
            Back to extracts
          </Button>
        ) : question !== null ? (
          <Answers
            clinic={clinic}
            question={question}
            onReplace={() => void build({ replaceMonth: true, anyway: false })}
          />
        ) : (
          <>
            <Button onClick={() => clinic.goToStep("settings")}>Back</Button>
            <Button appearance="primary" onClick={() => void build(AS_IT_IS)}>
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
      {question !== null && <MonthToConfirm question={question} />}
      {building ? <BuildSteps progress={progress} /> : <Preview clinic={clinic} found={found} />}
    </Screen>
  );
}

interface AnswersProps {
  readonly clinic: Clinic;
  readonly question: MonthQuestion;
  readonly onReplace: () => void;
}

/** The safe answer first in rank; the yes says what it does. */
function Answers({ clinic, question, onReplace }: AnswersProps) {
  const { month, monthOfExtracts, isInHistory, offers } = question;
  const other = offers.some(({ act }) => act === "report-month") ? monthInWords(monthOfExtracts) : null;
  const report = () =>
    clinic.change(
      () => clinic.workbook.changeSetting({ setting: "month", month: null }),
      `The latest complete month is reported: ${other ?? ""}.`,
    );
  return (
    <>
      <Button onClick={onReplace}>
        {isInHistory ? "Replace" : "Build"} {monthInWords(month)}
      </Button>
      {other === null ? (
        <Button appearance="primary" onClick={() => clinic.goToStep("settings")}>
          Back to settings
        </Button>
      ) : (
        <Button appearance="primary" onClick={() => void report()}>
          Report {other}
        </Button>
      )}
    </>
  );
}

const AS_IT_IS: BuildWish = { replaceMonth: false, anyway: false };

const STOPPED = {
  "cancelled-before-writing": {
    title: "Cancelled before anything was written.",
    body: "The workbook is as it was: the last complete pack, if there is one, is still there.",
  },
  incomplete: {
    title: "The pack in this workbook is incomplete.",
    body: "The build stopped while sheets were being written, and they say so. Build again to finish it.",
  },
} as const satisfies Partial<
  Record<BuildOutcome["state"], { readonly title: string; readonly body: string }>
>;

function leadOf(found: WorkbookFound): string {
  if (found.settings === null) return found.cannotBuild?.sentence ?? "Nothing can be built yet.";
  const { month, asAt } = found.settings;
  return `${monthInWords(month)}, looking back from ${longDate(asAt)}.`;
}

function sheetsInWords({ made, rewritten }: SheetsToWrite): string {
  if (made === 0) return `${counted(rewritten, "clinic sheet")} will be rewritten in place.`;
  const others = rewritten === 0 ? "" : `, ${rewritten} rewritten in place`;
  return `${counted(made, "clinic sheet")} will be made${others}.`;
}

function Preview({ clinic, found }: BuildScreenProps) {
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
      {found.settings !== null && <p className={styles.facts}>{sheetsInWords(found.sheetsToWrite)}</p>}
      <FindingLines clinic={clinic} findings={found.findings} />
      {lost.length > 0 && (
        <section aria-labelledby="left-out">
          <h3 id="left-out" className={styles.group}>
            Left out because a list or column is missing
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
