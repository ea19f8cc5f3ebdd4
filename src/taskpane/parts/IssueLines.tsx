import { makeStyles, tokens } from "@fluentui/react-components";
import type { DataIssue } from "../../clinic/issues/dataIssue";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";
import { GoToLink, SheetLink } from "./GoToLink";
import { useMoreLines } from "./useMoreLines";

const useStyles = makeStyles({
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: { padding: "5px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  message: { margin: 0 },
  fix: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cells: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0 8px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Cells named one by one; beyond these the sheet Clinic Data Issues has them all. */
const CELLS_NAMED = 6;

/** Issues of one kind: what is wrong, what to do, and each of its cells to go to. */
export function IssueLines({
  clinic,
  issues,
}: {
  readonly clinic: Clinic;
  readonly issues: readonly DataIssue[];
}) {
  const { lines } = useStyles();
  const { shown, more } = useMoreLines(issues, "issues");
  return (
    <>
      <ul className={lines}>
        {shown.map((issue, index) => (
          <IssueLine
            key={`${issue.code} ${issue.sheet} ${issue.cells[0] ?? ""} ${index}`}
            clinic={clinic}
            issue={issue}
          />
        ))}
      </ul>
      {more}
    </>
  );
}

function IssueLine({ clinic, issue }: { readonly clinic: Clinic; readonly issue: DataIssue }) {
  const styles = useStyles();
  const { sheet, cells } = issue;
  const named = cells.slice(0, CELLS_NAMED);
  return (
    <li className={styles.line}>
      <p className={styles.message}>{issue.message}</p>
      <p className={styles.fix}>{issue.fix}</p>
      <div className={styles.cells}>
        {cells.length === 0 && sheet !== "" && <SheetLink clinic={clinic} sheet={sheet} />}
        {cells.length > 0 && <span>{sheet}:</span>}
        {named.map((cell) => (
          <GoToLink
            inline
            key={cell}
            clinic={clinic}
            place={{ kind: "cell", sheet, cell }}
            label={`Go to ${sheet} ${cell}`}
          >
            {cell}
          </GoToLink>
        ))}
        {cells.length > CELLS_NAMED && <span>and {counted(cells.length - CELLS_NAMED, "more cell")}</span>}
      </div>
    </li>
  );
}
