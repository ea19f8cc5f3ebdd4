import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from "@fluentui/react-components";
import type { MonthQuestion } from "../../clinic/findings";

const useStyles = makeStyles({ bar: { marginBottom: "12px" }, line: { display: "block" } });

/** The question that wants a yes before a published month is replaced; the answers are the screen's buttons. */
export function MonthToConfirm({ question }: { readonly question: MonthQuestion }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{question.sentence}</MessageBarTitle>
        {question.lines.map((line) => (
          <span key={line} className={styles.line}>
            {line}
          </span>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
