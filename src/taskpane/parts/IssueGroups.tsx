import { makeStyles, tokens } from "@fluentui/react-components";
import type { DataIssue } from "../../clinic/issues/dataIssue";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";
import { Disclosure } from "./Disclosure";
import { IssueLines } from "./IssueLines";

const useStyles = makeStyles({
  note: { margin: "0 0 4px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  kind: { margin: "10px 0 2px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

const KINDS = [
  { severity: "error", title: "Errors", note: "These cells could not be used as they stand." },
  { severity: "query", title: "Queries", note: "These were counted as they stand: please check." },
] as const;

/** Errors before queries, each by the sheet they are on. */
export function IssueGroups({
  clinic,
  issues,
}: {
  readonly clinic: Clinic;
  readonly issues: readonly DataIssue[];
}) {
  const styles = useStyles();
  if (issues.length === 0) return <p>Nothing was found that needs a second look.</p>;
  return (
    <>
      {KINDS.map(({ severity, title, note }) => {
        const bySheet = groupBySheet(issues.filter((issue) => issue.severity === severity));
        if (bySheet.length === 0) return null;
        return (
          <section key={severity} aria-label={title}>
            <h4 className={styles.kind}>{title}</h4>
            <p className={styles.note}>{note}</p>
            {bySheet.map(({ sheet, found }) => (
              <Disclosure
                key={sheet}
                title={sheet === "" ? "The workbook" : sheet}
                count={counted(cellsOf(found), "cell")}
              >
                <IssueLines clinic={clinic} issues={found} />
              </Disclosure>
            ))}
          </section>
        );
      })}
    </>
  );
}

function groupBySheet(issues: readonly DataIssue[]): readonly { sheet: string; found: DataIssue[] }[] {
  const groups = new Map<string, DataIssue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.sheet);
    if (group) group.push(issue);
    else groups.set(issue.sheet, [issue]);
  }
  return [...groups].map(([sheet, found]) => ({ sheet, found }));
}

function cellsOf(issues: readonly DataIssue[]): number {
  return issues.reduce((sum, issue) => sum + Math.max(issue.cells.length, 1), 0);
}
