import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { RowWords } from "../ports";
import { quoted } from "../wording/conditions";
import { counted } from "../wording/figures";
import { Disclosure } from "./Disclosure";

const useStyles = makeStyles({
  field: { margin: "6px 0 10px", minWidth: 0, overflowWrap: "anywhere" },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  words: { display: "flex", flexDirection: "column" },
  input: { minWidth: 0, width: "100%" },
});

interface OnlyWhereProps {
  /** The list's. */
  readonly name: string;
  readonly rowWords: readonly RowWords[];
  readonly condition: string;
  /** What is wrong with it: sentences, or null. */
  readonly fault: string | null;
  readonly onChange: (condition: string) => void;
}

/** Which rows of the sheet are the list's: by the words of a plan or status column, or by any condition. */
export function OnlyWhere({ name, rowWords, condition, fault, onChange }: OnlyWhereProps) {
  const styles = useStyles();
  return (
    <Disclosure title="Only some of the rows" count={condition.trim() === "" ? "all rows" : "some rows"}>
      {rowWords.map(({ heading, words }) => {
        const ticked = words.filter(({ word }) => saysWord(condition, heading, word));
        return (
          <div key={heading} className={styles.field}>
            <div className={styles.label}>{`${name}: rows by ${heading}`}</div>
            {/* A group and no Field: a Field gives all its boxes one id, and their labels would tick the first. */}
            <div className={styles.words} role="group" aria-label={`${name}: rows by ${heading}`}>
              {words.map(({ word, rows }) => (
                <Checkbox
                  key={word}
                  size="medium"
                  label={`${word} (${counted(rows, "row")})`}
                  checked={ticked.some((each) => each.word === word)}
                  onChange={(_, { checked }) =>
                    onChange(
                      conditionOf(
                        heading,
                        words
                          .map((each) => each.word)
                          .filter((each) =>
                            each === word ? checked === true : ticked.some((one) => one.word === each),
                          ),
                      ),
                    )
                  }
                />
              ))}
            </div>
          </div>
        );
      })}
      <Field
        label="Only rows where"
        size="small"
        className={styles.field}
        hint="Blank means all rows. For example: Plan Type = CP"
        validationState={fault === null ? "none" : "error"}
        validationMessage={fault ?? undefined}
      >
        <Input
          size="small"
          className={styles.input}
          value={condition}
          onChange={(_, { value }) => onChange(value)}
        />
      </Field>
    </Disclosure>
  );
}

/** "Plan Type = CP; CPP"; "" for no words. */
function conditionOf(heading: string, words: readonly string[]): string {
  return words.length === 0 ? "" : `${quoted(heading)} = ${words.map(quoted).join("; ")}`;
}

function saysWord(condition: string, heading: string, word: string): boolean {
  const start = `${quoted(heading)} = `;
  if (!condition.startsWith(start)) return false;
  return `; ${condition.slice(start.length)}; `.includes(`; ${quoted(word)}; `);
}
