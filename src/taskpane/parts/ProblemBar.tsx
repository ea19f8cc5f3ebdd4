import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { Problem } from "../ports";
import { problemReport, versionOf } from "../state/problem";
import { copyText } from "../state/copyText";

const useStyles = makeStyles({ bar: { marginBottom: "12px" } });

interface ProblemBarProps {
  readonly problem: Problem;
  /** Where the analyst was, for the report. */
  readonly step: string;
  readonly onDismiss: () => void;
  readonly onBuildAnyway: () => void;
  readonly onCopied: () => void;
}

/** A plain sentence, what to do, and details for a support desk: announced at once, focus left where it is. */
export function ProblemBar({ problem, step, onDismiss, onBuildAnyway, onCopied }: ProblemBarProps) {
  const report = () => problemReport(problem, step, new Date(), versionOf(document));
  const copy = () => copyText(report()).then(onCopied, () => undefined);
  return (
    <div role="alert" className={useStyles().bar}>
      <MessageBar intent="error" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{problem.sentence}</MessageBarTitle> {problem.whatToDo}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label="Dismiss"
              icon={<DismissRegular />}
              onClick={onDismiss}
            />
          }
        >
          {problem.offer === "build anyway" && <Button onClick={onBuildAnyway}>Build anyway</Button>}
          <Button icon={<CopyRegular />} onClick={() => void copy()}>
            Copy details
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
