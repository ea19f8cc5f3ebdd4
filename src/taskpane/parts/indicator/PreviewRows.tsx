import { makeStyles, tokens } from "@fluentui/react-components";
import type { PreviewFigures, PreviewRow } from "../../ports";
import type { Clinic } from "../../state/useClinic";
import { counted } from "../../wording/figures";
import { GoToLink } from "../GoToLink";

const useStyles = makeStyles({
  group: { margin: "12px 0 2px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: { margin: "2px 0", overflowWrap: "anywhere" },
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: { padding: "6px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  reasons: { margin: "2px 0 6px", paddingInlineStart: "18px", overflowWrap: "anywhere" },
});

interface PreviewRowsProps {
  readonly clinic: Clinic;
  readonly rows: PreviewFigures["rows"];
  readonly isShare: boolean;
}

/** Five rows that count and five that do not, each with the reason and a link to it. */
export function PreviewRows({ clinic, rows, isShare }: PreviewRowsProps) {
  const styles = useStyles();
  const { counted: inside, countedRows, leftOut, leftOutRows, reasons } = rows;
  return (
    <>
      <h4 className={styles.group}>
        {rowsInWords(countedRows)} {isShare ? "in the denominator" : "counted"}
      </h4>
      <Lines clinic={clinic} rows={inside} of={countedRows} />
      <h4 className={styles.group}>{rowsInWords(leftOutRows)} left out</h4>
      {reasons.length > 1 && (
        <ul className={styles.reasons}>
          {reasons.slice(0, MOST_REASONS).map(({ because, rows: count }) => (
            <li key={because}>
              {counted(count, "row")}: {because}
            </li>
          ))}
          {reasons.length > MOST_REASONS && <li>And {reasons.length - MOST_REASONS} more reasons.</li>}
        </ul>
      )}
      <Lines clinic={clinic} rows={leftOut} of={leftOutRows} />
    </>
  );
}

const MOST_REASONS = 8;

function rowsInWords(rows: number): string {
  return rows === 0 ? "No row" : counted(rows, "row");
}

function Lines({
  clinic,
  rows,
  of,
}: {
  readonly clinic: Clinic;
  readonly rows: readonly PreviewRow[];
  readonly of: number;
}) {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <>
      {of > rows.length && <p className={styles.small}>{rows.length} of them, as examples.</p>}
      <ul className={styles.lines}>
        {rows.map(({ child, team, sheet, row, cells, because }) => (
          <li key={`${sheet} ${row}`} className={styles.line}>
            <GoToLink
              clinic={clinic}
              place={{ kind: "cell", sheet, cell: `A${row}` }}
              label={`${child}, go to ${sheet} row ${row}`}
            >
              {child}
            </GoToLink>
            , {team}
            <p className={styles.note}>{because}</p>
            <p className={styles.small}>
              {cells.map(({ heading, text }) => `${heading}: ${text}`).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
