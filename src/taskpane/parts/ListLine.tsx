/** One list of step 1: what was found, and behind "Details and match" the rest and the way to change it. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState } from "react";
import type { ListFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { shortDate } from "../wording/dates";
import { counted } from "../wording/figures";
import { SheetLink } from "./GoToLink";
import { SheetChoice } from "./SheetChoice";
import { StateWord, type ListState } from "./StateWord";

const useStyles = makeStyles({
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: "6px 0" },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: "2px 0 0",
    overflowWrap: "anywhere",
  },
  opener: { minWidth: 0, padding: "0 4px", flexShrink: 0 },
  chevron: { transitionProperty: "transform", transitionDuration: "100ms" },
  open: { transform: "rotate(90deg)" },
  match: { marginTop: "4px", marginInlineEnd: "6px" },
  more: { padding: "6px 0 4px" },
});

interface ListLineProps {
  readonly clinic: Clinic;
  readonly list: ListFound;
  readonly sheets: readonly string[];
  readonly onMatch: (sheet: { readonly sheet: string; readonly list: ListFound["id"] }) => void;
  readonly onMatchWords: (list: ListFound["id"]) => void;
}

export function ListLine({ clinic, list, sheets, onMatch, onMatchWords }: ListLineProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const more = useId();
  const state = stateOf(list);
  return (
    <li className={styles.line}>
      <div className={styles.top}>
        <span className={styles.name}>{list.name}</span>
        <StateWord state={state} />
        <Button
          size="small"
          appearance="subtle"
          className={styles.opener}
          aria-expanded={open}
          aria-controls={more}
          aria-label={`Change match for ${list.name}`}
          icon={<ChevronRight16Regular className={mergeClasses(styles.chevron, open && styles.open)} />}
          onClick={() => setOpen(!open)}
        />
      </div>
      {state !== "absent" && <div className={styles.facts}>{factsOf(list, clinic)}</div>}
      <Lost list={list} className={styles.note} />
      {(!list.isRead || list.missingColumns.length > 0) && <MatchButtons list={list} onMatch={onMatch} />}
      {list.hasWordsToMatch && (
        <Button
          size="small"
          className={styles.match}
          aria-label={`Match words of ${list.name}`}
          onClick={() => onMatchWords(list.id)}
        >
          Match words
        </Button>
      )}
      <div id={more} hidden={!open} className={styles.more}>
        {open && (
          <>
            {list.guessedColumns.length > 0 && (
              <ul className={styles.note}>
                {list.guessedColumns.map(({ column, heading }) => (
                  <li key={column}>
                    “{heading}” is taken as {column}.
                  </li>
                ))}
              </ul>
            )}
            <SheetChoice clinic={clinic} list={list} sheets={sheets} />
            {list.isRead && list.missingColumns.length === 0 && (
              <MatchButtons list={list} onMatch={onMatch} />
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** Its own sheets' headings, where it has sheets: those that are not read as a list have a button of their own. */
function MatchButtons({ list, onMatch }: Pick<ListLineProps, "list" | "onMatch">) {
  const { match } = useStyles();
  return list.sheets.map((sheet) => (
    <Button
      key={sheet}
      size="small"
      className={match}
      aria-label={`Match columns of ${sheet} for ${list.name}`}
      onClick={() => onMatch({ sheet, list: list.id })}
    >
      Match columns
    </Button>
  ));
}

function factsOf(list: ListFound, clinic: Clinic) {
  const dates =
    list.firstDate !== null && list.lastDate !== null
      ? `, ${shortDate(list.firstDate)} to ${shortDate(list.lastDate)}`
      : "";
  return (
    <>
      {list.sheets.map((sheet, index) => (
        <span key={sheet}>
          {index > 0 && ", "}
          <SheetLink clinic={clinic} sheet={sheet} />
        </span>
      ))}
      {list.isRead ? `: ${counted(list.rows, "row")}${dates}` : ": cannot be read as this list"}
      {list.chosenByHand && ". Matched by hand."}
    </>
  );
}

function Lost({ list, className }: { readonly list: ListFound; readonly className: string }) {
  const absent = list.sheets.length === 0;
  if (absent && list.whenAbsent !== null) return <p className={className}>{list.whenAbsent}</p>;
  return (
    <>
      {list.doubts.map((doubt) => (
        <p key={doubt} className={className}>
          {doubt}
        </p>
      ))}
      {list.isRead && list.missingColumns.length > 0 && (
        <p className={className}>Columns missing: {list.missingColumns.join(", ")}.</p>
      )}
      {list.guessedColumns.length > 0 && (
        <p className={className}>
          {counted(list.guessedColumns.length, "column")} guessed from{" "}
          {list.guessedColumns.length === 1 ? "its heading" : "their headings"}.
        </p>
      )}
      {list.figuresLost.length > 0 && (
        <p className={className}>Figures not available: {list.figuresLost.join("; ")}.</p>
      )}
    </>
  );
}

function stateOf(list: ListFound): ListState {
  if (list.sheets.length === 0) return "absent";
  if (!list.isRead || list.doubts.length > 0) return "check";
  return list.missingColumns.length > 0 || list.guessedColumns.length > 0 ? "check" : "found";
}
