import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";

const useStyles = makeStyles({
  section: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: "0 -12px",
    padding: "12px 12px 0",
  },
  heading: {
    margin: "0 0 2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  why: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
});

interface BeforeSharingProps {
  /** Whether the analyst has just come back from the review: the button that opened it then takes the focus. */
  readonly takeFocus: boolean;
  readonly onReplace: () => void;
}

/** The pack holds no CLINIC formula; the analyst's own sheets may. */
export function BeforeSharing({ takeFocus, onReplace }: BeforeSharingProps) {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocus) button.current?.focus();
  }, [takeFocus]);
  return (
    <section className={styles.section} aria-labelledby="before-sharing">
      <h3 id="before-sharing" className={styles.heading}>
        Before you share
      </h3>
      <p className={styles.why}>
        The clinic sheets work without the add-in. CLINIC formulas on sheets of your own do not.
      </p>
      <Button ref={button} onClick={onReplace}>
        Replace CLINIC formulas with values
      </Button>
    </section>
  );
}
