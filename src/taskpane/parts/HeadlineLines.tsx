import { makeStyles, tokens } from "@fluentui/react-components";
import type { Headline } from "../../clinic/report";
import type { ResultsFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { changeInWords, figureText, targetText } from "../wording/figures";
import { GoToLink } from "./GoToLink";
import { RagPill } from "./RagPill";

const useStyles = makeStyles({
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "10px",
    alignItems: "baseline",
    padding: "5px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  figure: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold, textAlign: "right" },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  rag: { textAlign: "right" },
});

/** Every indicator with a target: figure, RAG, target, and what changed since last month. */
export function HeadlineLines({
  clinic,
  results,
}: {
  readonly clinic: Clinic;
  readonly results: ResultsFound;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {results.headlines.map((headline) => (
        <HeadlineLine key={headline.id} clinic={clinic} headline={headline} />
      ))}
    </ul>
  );
}

function HeadlineLine({ clinic, headline }: { readonly clinic: Clinic; readonly headline: Headline }) {
  const styles = useStyles();
  const { id, indicator, kind, value, target, rag } = headline;
  return (
    <li className={styles.line}>
      <GoToLink clinic={clinic} place={{ kind: "figure", id }}>
        {indicator}
      </GoToLink>
      <span className={styles.figure}>{figureText(value, kind)}</span>
      <span className={styles.small}>
        Target {targetText(target, kind)}. {changeInWords(headline)}
      </span>
      <span className={styles.rag}>
        {rag !== null ? (
          <RagPill rag={rag} />
        ) : (
          value !== null && <span className={styles.small}>no RAG</span>
        )}
      </span>
    </li>
  );
}
