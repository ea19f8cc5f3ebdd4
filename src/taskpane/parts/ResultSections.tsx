import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ResultsFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { counted, wholeNumber } from "../wording/figures";
import { CaseloadLines } from "./CaseloadLines";
import { HeadlineLines } from "./HeadlineLines";
import { IssueGroups } from "./IssueGroups";
import { OutOfTimeLines } from "./OutOfTimeLines";

const useStyles = makeStyles({
  accordion: { margin: "0 -12px" },
  messages: { margin: 0, paddingInlineStart: "18px", "& > li": { marginBottom: "4px" } },
  panel: { margin: "0 12px 12px" },
  section: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The parts of the results; the headlines stand open, the others say how much is in them. */
export function ResultSections({
  clinic,
  results,
}: {
  readonly clinic: Clinic;
  readonly results: ResultsFound;
}) {
  const { accordion, messages } = useStyles();
  const cells = results.issues.reduce((sum, issue) => sum + Math.max(issue.cells.length, 1), 0);
  return (
    <Accordion multiple collapsible defaultOpenItems={["headlines"]} className={accordion}>
      <Section value="headlines" title="Headlines">
        <HeadlineLines clinic={clinic} results={results} />
      </Section>
      {results.messages.length > 0 && (
        <Section value="messages" title={`Key messages (${results.messages.length})`}>
          <ul className={messages}>
            {results.messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Section>
      )}
      {results.caseloads !== null && (
        <Section
          value="caseloads"
          title={`Caseloads of ${results.caseloadThreshold} and over (${wholeNumber(results.caseloads.length)})`}
        >
          <CaseloadLines clinic={clinic} caseloads={results.caseloads} />
        </Section>
      )}
      <Section value="issues" title={`Data issues (${counted(cells, "cell")})`}>
        <IssueGroups clinic={clinic} issues={results.issues} />
      </Section>
      <Section
        value="out-of-time"
        title={`Children out of time (${counted(results.outOfTime.length, "row")})`}
      >
        <OutOfTimeLines clinic={clinic} results={results} />
      </Section>
    </Accordion>
  );
}

interface SectionProps {
  readonly value: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ value, title, children }: SectionProps) {
  const styles = useStyles();
  return (
    <AccordionItem value={value} className={styles.section}>
      <AccordionHeader as="h3">{title}</AccordionHeader>
      <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
    </AccordionItem>
  );
}
