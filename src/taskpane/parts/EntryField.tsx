/** A field whose entry is saved when the analyst leaves it or presses Enter; Escape brings the saved entry back. */
import { Field, Input, makeStyles, mergeClasses, type InputProps } from "@fluentui/react-components";
import { useEffect, useState } from "react";

const useStyles = makeStyles({ field: { minWidth: 0 }, input: { width: "100%", minWidth: 0 } });

export type Entry<T> = { readonly value: T } | { readonly wrong: string };

interface EntryFieldProps<T> {
  readonly label: string;
  readonly hint?: string;
  /** The entry as it stands in the workbook. */
  readonly saved: string;
  readonly read: (text: string) => Entry<T>;
  readonly onSave: (value: T) => Promise<void>;
  readonly inputMode?: InputProps["inputMode"];
  /** Placeholder: what counts while the field is blank. */
  readonly blank?: string;
  readonly contentAfter?: string;
  readonly className?: string;
}

export function EntryField<T>(props: EntryFieldProps<T>) {
  const { label, hint, saved, read, onSave, inputMode, blank, contentAfter, className } = props;
  const styles = useStyles();
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  // The sheet was edited meanwhile: what stands there now wins over a draft that was wrong.
  useEffect(() => {
    setDraft(null);
    setWrong(null);
  }, [saved]);

  const save = (text: string) => {
    const entry = read(text.trim());
    if ("wrong" in entry) return setWrong(entry.wrong);
    setWrong(null);
    // The draft stays in view until the workbook has been read again.
    if (text.trim() !== saved) void onSave(entry.value).then(() => setDraft(null));
    else setDraft(null);
  };

  return (
    <Field
      label={label}
      hint={hint}
      size="small"
      validationMessage={wrong ?? undefined}
      className={mergeClasses(styles.field, className)}
    >
      <Input
        size="small"
        inputMode={inputMode}
        placeholder={blank}
        value={draft ?? saved}
        contentAfter={contentAfter}
        className={styles.input}
        input={{ style: { minWidth: 0, width: "100%" } }}
        onChange={(_, { value }) => setDraft(value)}
        onBlur={() => draft !== null && save(draft)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && draft !== null) save(draft);
          if (event.key === "Escape" && draft !== null) {
            // Excel on the web would take the focus to the sheet.
            event.nativeEvent.stopPropagation();
            setDraft(null);
            setWrong(null);
          }
        }}
      />
    </Field>
  );
}
