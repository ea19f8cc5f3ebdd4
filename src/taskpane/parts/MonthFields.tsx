import { Field, makeStyles } from "@fluentui/react-components";
import type { SettingChange, SettingsFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { longDate, monthEnd, monthInWords, typedDate } from "../wording/dates";
import { anyText, dateOrBlank, numberOrBlank, wholeAboveZero } from "../wording/entries";
import { EntryField } from "./EntryField";
import { Choice } from "./Choice";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(136px, 100%), 1fr))",
    gap: "10px 12px",
    alignItems: "start",
  },
  wide: { gridColumn: "1 / -1" },
});

/** The month, the as-at date and the other options of ClinicOptions that are typed. */
export function MonthFields({
  clinic,
  settings,
}: {
  readonly clinic: Clinic;
  readonly settings: SettingsFound;
}) {
  const styles = useStyles();
  const save = (change: SettingChange, done: string) =>
    clinic.change(() => clinic.workbook.changeSetting(change), done);
  const offered = [...settings.monthsOffered];
  if (settings.monthEntered !== null && !offered.includes(settings.monthEntered)) {
    offered.push(settings.monthEntered);
  }
  return (
    <div className={styles.fields}>
      <Field label="Reporting month" size="small" className={styles.wide}>
        <Choice
          value={settings.monthEntered ?? ""}
          onChange={(_, { value }) =>
            void save(
              { setting: "month", month: value === "" ? null : value },
              value === ""
                ? "The latest complete month is reported."
                : `Reporting month: ${monthInWords(value)}.`,
            )
          }
        >
          <option value="">
            Latest complete month{settings.monthEntered === null ? ` (${monthInWords(settings.month)})` : ""}
          </option>
          {offered.map((month) => (
            <option key={month} value={month}>
              {monthInWords(month)}
            </option>
          ))}
        </Choice>
      </Field>
      <EntryField
        label="As-at date"
        blank="dd/mm/yyyy"
        hint={settings.asAtEntered === null ? `Blank: ${longDate(monthEnd(settings.month))}` : undefined}
        saved={settings.asAtEntered === null ? "" : typedDate(settings.asAtEntered)}
        read={dateOrBlank}
        onSave={(date) =>
          save(
            { setting: "asAt", date },
            date === null ? "As-at date: the month's end." : `As-at date: ${longDate(date)}.`,
          )
        }
      />
      <EntryField
        label="Highlight caseloads from"
        inputMode="numeric"
        saved={String(settings.caseloadThreshold)}
        read={wholeAboveZero}
        onSave={(allocations) =>
          save(
            { setting: "caseloadThreshold", allocations },
            `Caseloads of ${allocations} and over are highlighted.`,
          )
        }
      />
      <EntryField
        label="Population aged 0 to 17"
        inputMode="numeric"
        blank="Rates not available"
        saved={settings.population === null ? "" : String(settings.population)}
        read={numberOrBlank}
        onSave={(population) => save({ setting: "population", population }, "Population saved.")}
      />
      <EntryField
        label="Council name"
        saved={settings.councilName}
        read={anyText}
        onSave={(name) => save({ setting: "councilName", name }, "Council name saved.")}
      />
    </div>
  );
}
