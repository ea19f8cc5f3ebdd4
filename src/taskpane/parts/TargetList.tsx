import { Field, makeStyles, tokens } from "@fluentui/react-components";
import type { IndicatorId } from "../../clinic/indicators/ids";
import type { BetterWhen } from "../../clinic/measures/terms";
import type { SettingChange, TargetFound, Threshold } from "../ports";
import type { Clinic } from "../state/useClinic";
import { threshold } from "../wording/entries";
import { EntryField } from "./EntryField";
import { Choice } from "./Choice";

const useStyles = makeStyles({
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  note: {
    margin: "0 0 6px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { padding: "8px 0 10px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(84px, 100%), 1fr))",
    gap: "6px 8px",
    alignItems: "start",
  },
});

const BETTER: readonly { readonly when: BetterWhen; readonly word: string }[] = [
  { when: "higher", word: "higher" },
  { when: "lower", word: "lower" },
  { when: "near", word: "near" },
];

/** Target, amber and direction of every indicator: a row of ClinicTargets each. */
export function TargetList({
  clinic,
  targets,
  toAgree,
}: {
  readonly clinic: Clinic;
  readonly targets: readonly TargetFound[];
  /** Starting values that nobody has agreed yet: they come first. */
  readonly toAgree: readonly IndicatorId[];
}) {
  const { lines, note } = useStyles();
  const waits = ({ id }: TargetFound) => toAgree.includes(id);
  return (
    <>
      <p className={note}>A blank field means none.</p>
      <ul className={lines}>
        {[...targets.filter(waits), ...targets.filter((target) => !waits(target))].map((target) => (
          <TargetLine key={target.id} clinic={clinic} target={target} isStartingValue={waits(target)} />
        ))}
      </ul>
    </>
  );
}

function TargetLine({
  clinic,
  target,
  isStartingValue,
}: {
  readonly clinic: Clinic;
  readonly target: TargetFound;
  readonly isStartingValue: boolean;
}) {
  const styles = useStyles();
  const { id, indicator, kind } = target;
  const save = (change: SettingChange, done: string) =>
    clinic.change(() => clinic.workbook.changeSetting(change), done);
  const unit = kind === "percent" ? "%" : undefined;
  return (
    <li className={styles.line}>
      <div role="group" aria-label={indicator}>
        <h4 className={styles.name}>{indicator}</h4>
        {isStartingValue && (
          <p className={styles.note}>
            Starting value: confirm. Once it is agreed, clear its note on Clinic Settings.
          </p>
        )}
        <div className={styles.fields}>
          <EntryField
            label="Target"
            inputMode="decimal"
            blank="none"
            contentAfter={unit}
            saved={typed(target.target)}
            read={threshold}
            onSave={(value) =>
              save({ setting: "target", id, target: value }, `Target for ${indicator}: ${said(value, unit)}.`)
            }
          />
          <EntryField
            label="Amber within"
            inputMode="decimal"
            blank="none"
            saved={typed(target.amberWithin)}
            read={threshold}
            onSave={(value) =>
              save(
                { setting: "amberWithin", id, amberWithin: value },
                `Amber for ${indicator}, within: ${said(value)}.`,
              )
            }
          />
          <Field label="Better when" size="small">
            <Choice
              value={target.betterWhen ?? ""}
              onChange={(_, { value }) => {
                const betterWhen = BETTER.find(({ when }) => when === value)?.when ?? null;
                void save(
                  { setting: "betterWhen", id, betterWhen },
                  `${indicator}: better when ${betterWhen ?? "not said"}.`,
                );
              }}
            >
              <option value="">not said</option>
              {BETTER.map(({ when, word }) => (
                <option key={when} value={when}>
                  {word}
                </option>
              ))}
            </Choice>
          </Field>
        </div>
      </div>
    </li>
  );
}

function said(value: Threshold, unit = ""): string {
  return value === null || value === "none" ? "none" : `${value}${unit}`;
}

function typed(value: number | null): string {
  return value === null ? "" : String(value);
}
