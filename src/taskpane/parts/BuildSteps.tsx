import { ProgressBar, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Circle16Regular } from "@fluentui/react-icons/svg/circle";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import type { BuildProgress } from "../ports";

const useStyles = makeStyles({
  steps: { listStyleType: "none", margin: 0, padding: 0 },
  step: {
    display: "grid",
    gridTemplateColumns: "20px 1fr",
    alignItems: "center",
    gap: "2px 6px",
    padding: "8px 0",
  },
  waiting: { color: tokens.colorNeutralForeground3 },
  now: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    gridColumn: 2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    minHeight: "16px",
  },
  bar: { gridColumn: 2 },
});

const STEPS = [
  { step: "reading", title: "Reading the extract sheets" },
  { step: "calculating", title: "Calculating the figures" },
  { step: "writing", title: "Writing the clinic sheets" },
] as const;

/** The three steps of a build with the one that runs; the live region says each as it begins. */
export function BuildSteps({ progress }: { readonly progress: BuildProgress }) {
  const styles = useStyles();
  const now = STEPS.findIndex(({ step }) => step === progress.step);
  return (
    <ol className={styles.steps}>
      {STEPS.map(({ step, title }, index) => (
        <li
          key={step}
          className={mergeClasses(styles.step, index > now && styles.waiting, index === now && styles.now)}
          aria-current={index === now ? "step" : undefined}
        >
          {index < now ? (
            <CheckmarkCircle16Filled aria-label="Done" role="img" />
          ) : index === now ? (
            <ChevronRight16Regular aria-hidden="true" />
          ) : (
            <Circle16Regular aria-hidden="true" />
          )}
          {title}
          {index === now && (
            <>
              <ProgressBar
                className={styles.bar}
                thickness="large"
                aria-label={title}
                max={Math.max(progress.of, 1)}
                value={Math.min(progress.done, progress.of)}
              />
              <span className={styles.detail}>{progress.text}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
