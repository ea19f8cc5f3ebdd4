import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { StepId } from "../ports";
import { STEPS } from "../wording/steps";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    "@media (min-width: 300px)": { flexWrap: "nowrap" },
    listStyleType: "none",
    margin: 0,
    padding: "0 8px",
  },
  step: {
    display: "flex",
    alignItems: "center",
    gap: "5px",
    padding: "6px 6px 8px",
    border: "none",
    borderBottom: "2px solid transparent",
    // Forced colours draw even a transparent border.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    ":hover": { borderBottomColor: tokens.colorBrandStroke1 },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  number: {
    minWidth: "16px",
    height: "16px",
    boxSizing: "border-box",
    borderRadius: "8px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: "10px",
    lineHeight: "14px",
    textAlign: "center",
    "@media (max-width: 339px)": { display: "none" },
  },
  currentNumber: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
});

interface StepNavProps {
  readonly current: StepId;
  readonly disabled: boolean;
  readonly onStep: (step: StepId) => void;
}

/** The four steps, in order; any of them can be gone to at any time but while a build runs. */
export function StepNav({ current, disabled, onStep }: StepNavProps) {
  const styles = useStyles();
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {STEPS.map(({ id, short }, index) => (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.step, id === current && styles.current)}
              aria-current={id === current ? "step" : undefined}
              disabled={disabled && id !== current}
              onClick={() => onStep(id)}
            >
              <span
                aria-hidden="true"
                className={mergeClasses(styles.number, id === current && styles.currentNumber)}
              >
                {index + 1}
              </span>
              {short}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
