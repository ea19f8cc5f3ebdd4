import { Field, Input, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { DraftColumn } from "../../ports";
import type { IndicatorForm } from "../../state/useIndicator";
import { faultText, LABELS } from "../../wording/indicator";
import { Choice } from "../Choice";

const useStyles = makeStyles({
  field: { marginBottom: "12px", minWidth: 0, overflowWrap: "anywhere" },
  input: { minWidth: 0, width: "100%" },
});

interface DraftFieldProps {
  readonly form: IndicatorForm;
  readonly column: DraftColumn;
  readonly hint?: string;
}

/** A field of the form with what is wrong in it beside it; nothing where the kind has no such field. */
function DraftField({ form, column, hint, children }: DraftFieldProps & { readonly children: ReactElement }) {
  const styles = useStyles();
  if (!form.fields.has(column)) return null;
  const faults = form.faultsOf(column);
  const isError = faults.some(({ severity }) => severity === "error");
  return (
    <Field
      label={LABELS[column]}
      size="small"
      className={styles.field}
      hint={hint}
      validationState={faults.length === 0 ? "none" : isError ? "error" : "warning"}
      validationMessage={faults.length === 0 ? undefined : faults.map(faultText).join(" ")}
    >
      {children}
    </Field>
  );
}

interface TextEntryProps extends DraftFieldProps {
  readonly placeholder?: string;
  readonly inputMode?: "numeric";
  readonly readOnly?: boolean;
}

/** Typed; what is wrong is said once the analyst has left it. */
export function TextEntry({ placeholder, inputMode, readOnly, ...props }: TextEntryProps) {
  const { form, column } = props;
  return (
    <DraftField {...props}>
      <Input
        size="small"
        className={useStyles().input}
        input={{ style: { minWidth: 0, width: "100%" } }}
        data-column={column}
        value={form.draft.entries[column]}
        placeholder={placeholder}
        inputMode={inputMode}
        readOnly={readOnly}
        onChange={(_, { value }) => form.set(column, value)}
        onBlur={() => form.leave(column)}
      />
    </DraftField>
  );
}

interface ChosenProps extends DraftFieldProps {
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** Whether the choice has been dealt with: it is then no entry. */
  readonly onChoose?: (value: string) => boolean;
}

/** Chosen; an entry of the table that is none of the choices is one more of them. */
export function Chosen({ choices, onChoose = () => false, ...props }: ChosenProps) {
  const { form, column } = props;
  const now = form.draft.entries[column];
  const isOffered = choices.some(({ value }) => value.toLowerCase() === now.toLowerCase());
  return (
    <DraftField {...props}>
      <Choice
        data-column={column}
        value={choices.find(({ value }) => value.toLowerCase() === now.toLowerCase())?.value ?? now}
        onChange={(_, { value }) => {
          if (onChoose(value)) return;
          form.set(column, value);
          form.leave(column);
        }}
      >
        {!isOffered && <option value={now}>{now === "" ? "Choose" : now}</option>}
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Choice>
    </DraftField>
  );
}
