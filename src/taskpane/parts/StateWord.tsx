import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { SubtractCircle16Regular } from "@fluentui/react-icons/svg/subtract-circle";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";

const useStyles = makeStyles({
  state: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
  found: { color: tokens.colorStatusSuccessForeground1 },
  check: { color: tokens.colorStatusWarningForeground3 },
  absent: { color: tokens.colorNeutralForeground3 },
});

const LOOKS = {
  found: { word: "Found", Icon: CheckmarkCircle16Filled },
  check: { word: "Check", Icon: Warning16Filled },
  absent: { word: "Not found", Icon: SubtractCircle16Regular },
} as const;

export type ListState = keyof typeof LOOKS;

/** Whether a list was found: a word and a shape, not a colour alone. */
export function StateWord({ state }: { readonly state: ListState }) {
  const styles = useStyles();
  const { word, Icon } = LOOKS[state];
  return (
    <span className={mergeClasses(styles.state, styles[state])}>
      <Icon aria-hidden="true" />
      {word}
    </span>
  );
}
