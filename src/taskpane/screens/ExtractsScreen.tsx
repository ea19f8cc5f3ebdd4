/** Step 1: which list was found where, what it lacks, and the match changed by hand. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ListLine } from "../parts/ListLine";
import { Screen } from "../parts/Screen";
import type { Clinic } from "../state/useClinic";
import type { WorkbookFound } from "../ports";
import { counted } from "../wording/figures";

const useStyles = makeStyles({
  group: { margin: "14px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  unread: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", margin: "14px 0 0" },
});

interface ExtractsScreenProps {
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
}

export function ExtractsScreen({ clinic, found }: ExtractsScreenProps) {
  const styles = useStyles();
  const present = found.lists.filter((list) => list.sheets.length > 0);
  const absent = found.lists.filter((list) => list.sheets.length === 0);
  const read = new Set(present.flatMap((list) => list.sheets));
  const unread = found.candidateSheets.filter((sheet) => !read.has(sheet));
  return (
    <Screen
      heading="Extracts"
      takeFocus={clinic.moved}
      lead={`${counted(present.length, "list")} found, ${absent.length} not found. Your extract sheets are never changed.`}
      actions={
        <>
          <Button onClick={clinic.readAgain}>Read again</Button>
          <Button appearance="primary" onClick={() => clinic.goToStep("settings")}>
            Next: settings
          </Button>
        </>
      }
    >
      {present.length > 0 && (
        <section aria-labelledby="lists-found">
          <h3 id="lists-found" className={styles.group}>
            Found
          </h3>
          <ul className={styles.lines}>
            {present.map((list) => (
              <ListLine key={list.id} clinic={clinic} list={list} sheets={found.candidateSheets} />
            ))}
          </ul>
        </section>
      )}
      {absent.length > 0 && (
        <section aria-labelledby="lists-absent">
          <h3 id="lists-absent" className={styles.group}>
            Not found
          </h3>
          <ul className={styles.lines}>
            {absent.map((list) => (
              <ListLine key={list.id} clinic={clinic} list={list} sheets={found.candidateSheets} />
            ))}
          </ul>
        </section>
      )}
      {unread.length > 0 && <p className={styles.unread}>Sheets not read as a list: {unread.join(", ")}.</p>}
    </Screen>
  );
}
