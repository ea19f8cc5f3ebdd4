/** "Match words": the words of a list's plan, status and outcome cells that are not known, and what each means. */
import { Button, Field, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { ListId } from "../../clinic/lists/lists";
import { Choice } from "../parts/Choice";
import { Screen } from "../parts/Screen";
import type { WordMatched, WordsToMatch } from "../ports";
import { useAnswer } from "../state/useAnswer";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";

const useStyles = makeStyles({
  group: { margin: "14px 0 6px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  field: { marginBottom: "10px", minWidth: 0, overflowWrap: "anywhere" },
  note: { margin: "8px 0 0", overflowWrap: "anywhere" },
});

const HEADING = "Match words";

interface WordsScreenProps {
  readonly clinic: Clinic;
  readonly list: ListId;
  readonly onClose: () => void;
}

export function WordsScreen({ clinic, list, onClose }: WordsScreenProps) {
  const { workbook } = clinic;
  const ask = useCallback(() => workbook.wordsToMatch(list), [workbook, list]);
  const found = useAnswer(ask, clinic, onClose);
  if (found === null || found.length === 0)
    return (
      <Screen
        heading={HEADING}
        takeFocus
        lead={found === null ? "Reading the words." : "Every word of this list is known."}
        actions={<Button onClick={onClose}>Back</Button>}
      >
        {found === null && <Spinner size="small" label="Reading…" labelPosition="after" />}
      </Screen>
    );
  return <Words clinic={clinic} found={found} onClose={onClose} />;
}

interface WordsProps {
  readonly clinic: Clinic;
  readonly found: readonly WordsToMatch[];
  readonly onClose: () => void;
}

const NOT_MATCHED = "";
const keyOf = (column: string, word: string): string => `${column} ${word}`;

function Words({ clinic, found, onClose }: WordsProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const name = found[0]?.name ?? "";
  const changed: readonly WordMatched[] = found.flatMap(({ list, column, words }) =>
    words.flatMap(({ word, means }) => {
      const now = chosen[keyOf(column, word)] ?? means ?? NOT_MATCHED;
      if (now === (means ?? NOT_MATCHED)) return [];
      return { list, column, word, means: now === NOT_MATCHED ? null : now };
    }),
  );
  const save = async () => {
    await clinic.change(
      () => clinic.workbook.matchWords(changed),
      `The words of ${name} are matched and kept on Clinic Setup.`,
    );
    onClose();
  };
  return (
    <Screen
      heading={HEADING}
      takeFocus
      lead={`What do these words of ${name} mean? Nothing is matched until you save. What you save is kept on Clinic Setup for every later build.`}
      actions={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button appearance="primary" disabled={changed.length === 0} onClick={() => void save()}>
            Save words
          </Button>
        </>
      }
    >
      {found.map(({ column, heading, words, meanings, rowsNotShown }) => (
        <section key={column} aria-labelledby={`words-${column}`}>
          <h3 id={`words-${column}`} className={styles.group}>
            {heading}
          </h3>
          {words.map(({ word, rows, means }) => (
            <Field
              key={word}
              label={`“${word}” (${counted(rows, "row")})`}
              size="small"
              className={styles.field}
            >
              <Choice
                value={chosen[keyOf(column, word)] ?? means ?? NOT_MATCHED}
                onChange={(_, { value }) => setChosen({ ...chosen, [keyOf(column, word)]: value })}
              >
                <option value={NOT_MATCHED}>Not matched</option>
                {withStanding(meanings, means).map((meaning) => (
                  <option key={meaning} value={meaning}>
                    {meaning}
                  </option>
                ))}
              </Choice>
            </Field>
          ))}
          {rowsNotShown > 0 && (
            <p className={styles.note}>
              {counted(rowsNotShown, "row")} with other words are not shown: numbers, IDs and long texts.
              Check that the column is the right one.
            </p>
          )}
        </section>
      ))}
    </Screen>
  );
}

/** What was typed on Clinic Setup may be none of the choices. */
function withStanding(meanings: readonly string[], means: string | null): readonly string[] {
  return means === null || meanings.includes(means) ? meanings : [means, ...meanings];
}
