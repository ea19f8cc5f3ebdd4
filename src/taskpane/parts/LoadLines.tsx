/** The review of a load, line by line: what becomes which list, and what is not loaded and why. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { changeInWords, extentInWords, sourceInWords } from "../../loading/wording";
import type { NotLoaded, SheetLoad } from "../ports";

const useStyles = makeStyles({
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  fact: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  query: { margin: "2px 0 0", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export function LoadLines({ loads }: { readonly loads: readonly SheetLoad[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {loads.map((load) => (
        <li key={load.target.sheet} className={styles.line}>
          <div className={styles.name}>{load.name}</div>
          <p className={styles.fact}>
            {sourceInWords(load)} {changeInWords(load)}.
          </p>
          {load.before && <p className={styles.fact}>Now: {extentInWords(load.before)}.</p>}
          <p className={styles.fact}>
            {load.before ? "After" : "It has"}: {extentInWords(load.after)}.
          </p>
          {load.leftOut.map((sentence) => (
            <p key={sentence} className={styles.fact}>
              {sentence}
            </p>
          ))}
          {load.queries.map((sentence) => (
            <p key={sentence} className={styles.query}>
              <strong>Check:</strong> {sentence}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function NotLoadedLines({ lines }: { readonly lines: readonly NotLoaded[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.file}\n${line.fileSheet ?? ""}`} className={styles.line}>
          <div className={styles.name}>{sourceInWords(line)}</div>
          <p className={styles.fact}>
            {line.refusal.why} {line.kind === "refused" && line.refusal.whatToDo}
          </p>
        </li>
      ))}
    </ul>
  );
}
