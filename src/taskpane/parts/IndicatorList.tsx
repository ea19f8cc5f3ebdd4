import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { SettingsFound } from "../ports";

const useStyles = makeStyles({
  note: {
    margin: "0 0 6px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  lines: { listStyleType: "none", margin: "0 0 8px", padding: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "6px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { minWidth: 0, overflowWrap: "anywhere" },
  add: { marginBottom: "10px" },
});

/** id null = a new one. */
export interface IndicatorToOpen {
  readonly id: string | null;
}

interface IndicatorListProps {
  readonly indicators: SettingsFound["ownIndicators"];
  readonly onOpen: (indicator: IndicatorToOpen) => void;
}

/** The council's own indicators: rows of ClinicMeasures, each to be changed, and the way to add one. */
export function IndicatorList({ indicators, onOpen }: IndicatorListProps) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.note}>
        Rows of ClinicMeasures on Clinic Setup. Their targets are under Targets once they are saved.
      </p>
      {indicators.length > 0 && (
        <ul className={styles.lines}>
          {indicators.map(({ id, title }) => (
            <li key={id} className={styles.line}>
              <span className={styles.title}>{title}</span>
              <Button size="small" aria-label={`Change ${title}`} onClick={() => onOpen({ id })}>
                Change
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button size="small" className={styles.add} onClick={() => onOpen({ id: null })}>
        Add an indicator
      </Button>
    </>
  );
}
