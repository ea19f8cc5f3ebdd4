/** Step 1: which list was found where, what it lacks, and the match changed by hand. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ListLine } from "../parts/ListLine";
import { LoadFilesButton } from "../parts/LoadFilesButton";
import { Screen } from "../parts/Screen";
import { useCallback, useState } from "react";
import { MatchScreen, type SheetToMatch } from "./MatchScreen";
import { WordsScreen } from "./WordsScreen";
import type { Clinic } from "../state/useClinic";
import type { ListId } from "../../clinic/lists/lists";
import type { PastFiguresShape } from "../../clinic/past/pastFiguresSheet";
import type { ListFound, WorkbookFound } from "../ports";
import { counted } from "../wording/figures";

const useStyles = makeStyles({
  group: { margin: "14px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  offers: { display: "flex", flexWrap: "wrap", gap: "6px", marginTop: "6px" },
  unreadLines: { listStyleType: "none", margin: 0, padding: 0 },
  unreadLine: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "6px",
    padding: "4px 0",
  },
  unreadName: { minWidth: 0, overflowWrap: "anywhere" },
  unread: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", margin: "14px 0 0" },
});

interface ExtractsScreenProps {
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
}

export function ExtractsScreen({ clinic, found }: ExtractsScreenProps) {
  const styles = useStyles();
  const [matching, setMatching] = useState<SheetToMatch | null>(null);
  const close = useCallback(() => setMatching(null), []);
  const [words, setWords] = useState<ListId | null>(null);
  const closeWords = useCallback(() => setWords(null), []);
  if (words !== null) return <WordsScreen clinic={clinic} list={words} onClose={closeWords} />;
  if (matching !== null) return <MatchScreen clinic={clinic} start={matching} onClose={close} />;
  const chosen = new Set(found.lists.flatMap((list) => list.sheets));
  const unread = found.candidateSheets.filter((sheet) => !chosen.has(sheet));
  const read = found.lists.filter((list) => list.isRead);
  const spare = found.lists.filter((list) => list.sheets.length === 0 && list.whenAbsent !== null);
  const missed = found.lists.filter((list) => !list.isRead && !spare.includes(list));
  const ofAll = { clinic, found, onMatch: setMatching, onMatchWords: setWords };
  return (
    <Screen
      heading="Extracts"
      takeFocus={clinic.moved}
      lead={`${counted(read.length, "list")} read, ${missed.length} not read. Only loading files changes your extract sheets.`}
      actions={
        <>
          <Button onClick={clinic.readAgain}>Read again</Button>
          {found.settings !== null && (
            <Button appearance="primary" onClick={() => clinic.goToStep("settings")}>
              Next: settings
            </Button>
          )}
        </>
      }
    >
      <LoadFilesButton />
      <Lists {...ofAll} id="lists-missed" title="Not read" lists={missed} />
      {unread.length > 0 && (
        <section aria-labelledby="sheets-unread">
          <h3 id="sheets-unread" className={styles.group}>
            Sheets not read as a list
          </h3>
          <ul className={styles.unreadLines}>
            {unread.map((sheet) => (
              <li key={sheet} className={styles.unreadLine}>
                <span className={styles.unreadName}>{sheet}</span>
                <Button
                  size="small"
                  aria-label={`Match columns of ${sheet}`}
                  onClick={() => setMatching({ sheet, list: null })}
                >
                  Match columns
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lists {...ofAll} id="lists-read" title="Read" lists={read} />
      {found.settings !== null && <PastFiguresOffer clinic={clinic} found={found} />}
      <Lists {...ofAll} id="lists-spare" title="Not needed" lists={spare} />
    </Screen>
  );
}

/** History to start with: what was published before the add-in came. */
function PastFiguresOffer({ clinic, found }: ExtractsScreenProps) {
  const styles = useStyles();
  if (found.lists.some(({ id, sheets }) => id === "past-figures" && sheets.length > 0)) return null;
  const add = (shape: PastFiguresShape) =>
    void clinic.change(
      () => clinic.workbook.addPastFigures(shape),
      "The sheet Past Figures is made: paste the months that were published.",
    );
  return (
    <section aria-labelledby="past-figures">
      <h3 id="past-figures" className={styles.group}>
        History to start with
      </h3>
      <p className={styles.unread}>
        A sheet with the indicators and the twelve months before this one, ready to paste into. Without it the
        charts begin with this month.
      </p>
      <div className={styles.offers}>
        <Button size="small" onClick={() => add("wide")}>
          Add past figures
        </Button>
        <Button size="small" onClick={() => add("by team")}>
          Add past figures by team
        </Button>
      </div>
    </section>
  );
}

interface ListsProps extends ExtractsScreenProps {
  readonly id: string;
  readonly title: string;
  readonly lists: readonly ListFound[];
  readonly onMatch: (sheet: SheetToMatch) => void;
  readonly onMatchWords: (list: ListId) => void;
}

function Lists({ id, title, clinic, found, lists, onMatch, onMatchWords }: ListsProps) {
  const styles = useStyles();
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.group}>
        {title}
      </h3>
      <ul className={styles.lines}>
        {lists.map((list) => (
          <ListLine
            key={list.id}
            clinic={clinic}
            list={list}
            sheets={found.candidateSheets}
            onMatch={onMatch}
            onMatchWords={onMatchWords}
          />
        ))}
      </ul>
    </section>
  );
}
