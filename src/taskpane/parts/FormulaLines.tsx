import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Clinic } from "../state/useClinic";
import { GoToLink } from "./GoToLink";
import { useMoreLines } from "./useMoreLines";

const useStyles = makeStyles({
  heading: {
    margin: "12px 0 2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  lines: { listStyleType: "none", margin: 0, padding: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "8px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  facts: { color: tokens.colorNeutralForeground2, minWidth: 0 },
});

export interface FormulaLine {
  /** null = a defined name, which is no place to go to. */
  readonly place: { readonly sheet: string; readonly cell: string } | null;
  readonly title: string;
  readonly facts: string;
}

interface FormulaLinesProps {
  readonly clinic: Clinic;
  readonly title: string;
  readonly lines: readonly FormulaLine[];
}

/** Cells that will be replaced, or will not: each a way to its place. */
export function FormulaLines({ clinic, title, lines }: FormulaLinesProps) {
  const styles = useStyles();
  const heading = useId();
  const { shown, more } = useMoreLines(lines, "lines");
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {title}
      </h3>
      <ul className={styles.lines}>
        {shown.map(({ place, title: name, facts }) => (
          <li key={`${name} ${facts}`} className={styles.line}>
            {place === null ? (
              <span>{name}</span>
            ) : (
              <GoToLink
                inline
                clinic={clinic}
                place={{ kind: "cell", ...place }}
                label={`Go to ${place.sheet} ${place.cell}`}
              >
                {name}
              </GoToLink>
            )}
            <span className={styles.facts}>{facts}</span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
