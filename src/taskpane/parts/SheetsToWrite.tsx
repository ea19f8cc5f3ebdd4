import { makeStyles, tokens } from "@fluentui/react-components";
import type { SheetToWrite } from "../ports";

const useStyles = makeStyles({
  group: { margin: "14px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: "12px",
    padding: "3px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  change: { color: tokens.colorNeutralForeground2 },
});

const CHANGES: Readonly<Record<SheetToWrite["change"], string>> = {
  new: "new sheet",
  rewritten: "rewritten",
  "rows added": "missing rows added",
  "month replaced": "this month’s rows replaced",
};

/** What a build will write and replace, sheet by sheet. */
export function SheetsToWrite({ sheets }: { readonly sheets: readonly SheetToWrite[] }) {
  const styles = useStyles();
  return (
    <section aria-labelledby="sheets-to-write">
      <h3 id="sheets-to-write" className={styles.group}>
        What will be written
      </h3>
      <ul className={styles.lines}>
        {sheets.map(({ name, change }) => (
          <li key={name} className={styles.line}>
            <span>{name}</span>
            <span className={styles.change}>{CHANGES[change]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
