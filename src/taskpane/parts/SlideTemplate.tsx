/** A council's own template for the slides: chosen once, kept on this machine, taken out again. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ChosenFile } from "../ports";
import type { Clinic } from "../state/useClinic";

const useStyles = makeStyles({
  look: { margin: "8px 0", overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
});

interface SlideTemplateProps {
  readonly clinic: Clinic;
  /** The name of the file that is kept; null = none. */
  readonly kept: string | null;
}

export function SlideTemplate({ clinic, kept }: SlideTemplateProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(kept);
  const keep = async (file: ChosenFile | null) => {
    clinic.dismissProblem();
    try {
      await clinic.workbook.keepTemplate(file);
      setName(file?.name ?? null);
      clinic.announce(
        file === null
          ? "The slides have the pack’s look again."
          : `The slides use the template ${file.name}.`,
      );
    } catch (reason) {
      clinic.report(reason);
    }
  };
  return (
    <>
      <p className={styles.look}>
        {name === null
          ? "Slides have the pack’s look."
          : `Slides use your template ${name}. It is kept on this machine only.`}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => input.current?.click()}>
          {name === null ? "Use our template" : "Use another template"}
        </Button>
        {name !== null && (
          <Button size="small" onClick={() => void keep(null)}>
            Remove our template
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept=".potx,.pptx"
        hidden
        aria-label="PowerPoint template"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = "";
          if (file)
            void keep({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) });
        }}
      />
    </>
  );
}
