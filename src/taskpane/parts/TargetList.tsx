import { Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import type { BetterWhen } from "../../clinic/settings/settings";
import type { SettingChange, TargetFound, Threshold } from "../ports";
import type { Clinic } from "../state/useClinic";
import { threshold } from "../wording/entries";
import { EntryField } from "./EntryField";

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
}: {
  readonly clinic: Clinic;
  readonly targets: readonly TargetFound[];
}) {
  const { lines, note } = useStyles();
  return (
    <>
      <p className={note}>A blank field brings the starting value back; type none for no target.</p>
      <ul className={lines}>
        {targets.map((target) => (
          <TargetLine key={target.id} clinic={clinic} target={target} />
        ))}
      </ul>
    </>
  );
}

function TargetLine({ clinic, target }: { readonly clinic: Clinic; readonly target: TargetFound }) {
  const styles = useStyles();
  const { id, indicator, kind } = target;
  const save = (change: SettingChange, done: string) =>
    clinic.change(() => clinic.workbook.changeSetting(change), done);
  const unit = kind === "percent" ? "%" : undefined;
  return (
    <li className={styles.line}>
      <div role="group" aria-label={indicator}>
        <h4 className={styles.name}>{indicator}</h4>
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
            <Select
              size="small"
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
            </Select>
          </Field>
        </div>
      </div>
    </li>
  );
}

function said(value: Threshold, unit = ""): string {
  if (value === null) return "its starting value";
  return value === "none" ? "none" : `${value}${unit}`;
}

function typed(value: number | null): string {
  return value === null ? "" : String(value);
}
