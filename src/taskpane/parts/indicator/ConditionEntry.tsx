import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { IndicatorSource } from "../../ports";
import type { IndicatorForm } from "../../state/useIndicator";
import {
  clauseOf,
  COMPARISONS,
  openLonger,
  PERIOD_UNITS,
  withClause,
  type Comparison,
  type PeriodUnit,
} from "../../wording/conditions";
import { LABELS } from "../../wording/indicator";
import { Choice, Options } from "../Choice";
import { Disclosure } from "../Disclosure";
import { TextEntry } from "./DraftField";

const useStyles = makeStyles({
  fields: { display: "grid", gap: "8px", padding: "4px 0 10px", minWidth: 0 },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  input: { minWidth: 0, width: "100%" },
  add: { justifySelf: "start" },
  maker: { marginBottom: "12px" },
});

interface ConditionEntryProps {
  readonly form: IndicatorForm;
  readonly column: "With" | "Only where";
  readonly source: IndicatorSource | null;
  readonly hint: string;
}

/** A condition as it is typed, and below it a way to put one together from the columns that are there. */
export function ConditionEntry({ form, column, source, hint }: ConditionEntryProps) {
  const styles = useStyles();
  if (!form.fields.has(column)) return null;
  return (
    <>
      <TextEntry form={form} column={column} hint={hint} />
      {source !== null && (
        <div className={styles.maker}>
          <Disclosure
            title={column === "With" ? "Make the numerator’s condition" : "Make a condition on the rows"}
            count=""
          >
            <Maker
              label={LABELS[column]}
              source={source}
              onAdd={(clause) => {
                form.set(column, withClause(form.draft.entries[column], clause));
                form.leave(column);
              }}
            />
          </Disclosure>
        </div>
      )}
    </>
  );
}

/** Of the team and the child, where the sheet has no heading of the name (SPEC §3). */
const FURTHER = ["Service", "Locality", "Age"];
const HOW_LONG = "\u0000";

interface MakerProps {
  readonly label: string;
  readonly source: IndicatorSource;
  readonly onAdd: (clause: string) => void;
}

function Maker({ label, source, onAdd }: MakerProps) {
  const styles = useStyles();
  const words = useId();
  const [heading, setHeading] = useState(source.headings[0]?.heading ?? "");
  const [comparison, setComparison] = useState<Comparison>("=");
  const [value, setValue] = useState("");
  const [unit, setUnit] = useState<PeriodUnit>("months");
  const isTimed = heading === HOW_LONG || comparison === "follows";
  const needsValue = heading === HOW_LONG || (comparison !== "blank" && comparison !== "not blank");
  const units: readonly PeriodUnit[] =
    heading === HOW_LONG ? PERIOD_UNITS : PERIOD_UNITS.filter((each) => each !== "working days");
  const unitNow = units.includes(unit) ? unit : "days";
  const offered = source.rowWords.find((each) => each.heading === heading)?.words ?? [];
  const clause =
    heading === HOW_LONG ? openLonger(value, unitNow) : clauseOf(heading, comparison, value, unitNow);
  return (
    <div role="group" aria-label={label} className={styles.fields}>
      <Field label="Column" size="small">
        <Choice value={heading} onChange={(_, chosen) => setHeading(chosen.value)}>
          <Options of={source.headings.map((each) => each.heading)} />
          <Options of={FURTHER.filter((word) => !source.headings.some((each) => each.heading === word))} />
          <option value={HOW_LONG}>How long it has been open</option>
        </Choice>
      </Field>
      {heading !== HOW_LONG && (
        <Field label="Comparison" size="small">
          <Choice
            value={comparison}
            onChange={(_, chosen) =>
              setComparison(COMPARISONS.find(({ key }) => key === chosen.value)?.key ?? "=")
            }
          >
            {COMPARISONS.map(({ key, text }) => (
              <option key={key} value={key}>
                {text}
              </option>
            ))}
          </Choice>
        </Field>
      )}
      {needsValue && (
        <div className={isTimed ? styles.pair : undefined}>
          <Field
            label={heading === HOW_LONG ? "Longer than" : isTimed ? "Within" : "Value"}
            size="small"
            hint={isTimed ? undefined : "Several are separated by ;"}
          >
            <Input
              size="small"
              className={styles.input}
              input={{ style: { minWidth: 0, width: "100%" } }}
              list={offered.length > 0 ? words : undefined}
              inputMode={isTimed ? "numeric" : undefined}
              value={value}
              onChange={(_, typed) => setValue(typed.value)}
            />
          </Field>
          {isTimed && (
            <Field label="Period" size="small">
              <Choice
                value={unitNow}
                onChange={(_, chosen) =>
                  setUnit(PERIOD_UNITS.find((each) => each === chosen.value) ?? "months")
                }
              >
                <Options of={units} />
              </Choice>
            </Field>
          )}
          <datalist id={words}>
            {offered.map(({ word, rows }) => (
              <option key={word} value={word} label={`${word} (${rows})`} />
            ))}
          </datalist>
        </div>
      )}
      <Button
        size="small"
        className={styles.add}
        disabled={clause === ""}
        onClick={() => {
          onAdd(clause);
          setValue("");
        }}
      >
        Add this condition
      </Button>
    </div>
  );
}
