import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding, Offer } from "../../clinic/findings";
import { listSpec } from "../../clinic/lists/lists";
import type { Clinic } from "../state/useClinic";
import { longDate, monthInWords } from "../wording/dates";
import { counted } from "../wording/figures";
import { Disclosure } from "./Disclosure";
import { LoadFilesButton } from "./LoadFilesButton";

const useStyles = makeStyles({
  heading: {
    margin: "14px 0 4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  findings: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  finding: { padding: "8px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  sentence: { margin: "0 0 4px", overflowWrap: "anywhere" },
  lines: {
    margin: "2px 0 6px",
    paddingInlineStart: "16px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  offers: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** So many lines stand in sight; more open at a click. */
const LINES_IN_SIGHT = 2;

interface FindingLinesProps {
  readonly clinic: Clinic;
  readonly findings: readonly Finding[];
}

/** What could be wrong, before the build: each with what can be done about it. To go on is always possible. */
export function FindingLines({ clinic, findings }: FindingLinesProps) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h3 id="findings" className={styles.heading}>
        Before you build: {counted(findings.length, "thing")} to check
      </h3>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={finding.sentence} className={styles.finding}>
            <p className={styles.sentence}>{finding.sentence}</p>
            <Lines lines={finding.lines} />
            {finding.offers.length > 0 && (
              <div className={styles.offers}>
                {finding.offers.map((offer) => (
                  <OfferButton key={offer.act} clinic={clinic} offer={offer} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { lines: list } = useStyles();
  const shown = (some: readonly string[]) => (
    <ul className={list}>
      {some.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  if (lines.length === 0) return null;
  if (lines.length <= LINES_IN_SIGHT) return shown(lines);
  return (
    <Disclosure title="Figures" count={counted(lines.length, "line")}>
      {shown(lines)}
    </Disclosure>
  );
}

function OfferButton({ clinic, offer }: { readonly clinic: Clinic; readonly offer: Offer }) {
  if (offer.act === "load-events") {
    const lists = offer.lists.map((list) => listSpec(list).name).join(", ");
    return <LoadFilesButton offer={`Add ${lists}`} />;
  }
  const { words, take } = answer(offer, clinic);
  return (
    <Button size="small" onClick={take}>
      {words}
    </Button>
  );
}

function answer(
  offer: Exclude<Offer, { act: "load-events" }>,
  clinic: Clinic,
): { readonly words: string; readonly take: () => void } {
  const { workbook } = clinic;
  switch (offer.act) {
    case "report-month": {
      const { month } = offer;
      const named = month === null ? "the latest complete month" : monthInWords(month);
      return {
        words: `Report ${named}`,
        take: () =>
          void clinic.change(
            () => workbook.changeSetting({ setting: "month", month }),
            `Reporting month: ${named}.`,
          ),
      };
    }
    case "set-as-at": {
      const { date } = offer;
      return {
        words: `Look back from ${longDate(date)}`,
        take: () =>
          void clinic.change(
            () => workbook.changeSetting({ setting: "asAt", date }),
            `As-at date: ${longDate(date)}.`,
          ),
      };
    }
    case "match-sheets":
      return { words: "Choose what is read", take: () => clinic.goToStep("extracts") };
    case "set-teams":
      return { words: "Go to teams", take: () => clinic.goToStep("settings") };
    case "set-targets":
      return { words: "Go to targets", take: () => clinic.goToStep("settings") };
  }
}
