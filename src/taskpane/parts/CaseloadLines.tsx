import { makeStyles, tokens } from "@fluentui/react-components";
import type { CaseloadRow } from "../../clinic/report";
import type { Clinic } from "../state/useClinic";
import { GoToLink } from "./GoToLink";
import { useMoreLines } from "./useMoreLines";

const useStyles = makeStyles({
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: { padding: "3px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

/** A line for each worker, none of them named: allocations, status, team. */
export function CaseloadLines({
  clinic,
  caseloads,
}: {
  readonly clinic: Clinic;
  readonly caseloads: readonly CaseloadRow[];
}) {
  const styles = useStyles();
  const { shown, more } = useMoreLines(caseloads, "caseloads");
  if (caseloads.length === 0) return <p>No worker has that many.</p>;
  return (
    <>
      <ul className={styles.lines}>
        {shown.map(({ allocations, status, team }, index) => (
          <li key={index} className={styles.line}>
            <GoToLink clinic={clinic} place={{ kind: "row", id: "caseloads-20-plus", row: index }}>
              <span className={styles.number}>{allocations}</span> {status}, {team}
            </GoToLink>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
