/** The two ways to have a file: a new window, a download. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CopyFile, CopyWish } from "../ports";
import { download } from "../state/download";
import type { Clinic } from "../state/useClinic";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "8px 0" },
});

interface FileButtonsProps {
  readonly clinic: Clinic;
  /** "managers’ copy" */
  readonly name: string;
  readonly wish: CopyWish;
  readonly canDownload: boolean;
  /** Excel opens workbooks only: no zip, no slides. */
  readonly canOpen: boolean;
}

/** Neither way says whether it worked: the pane says only what it asked for. */
export function FileButtons({ clinic, name, wish, canDownload, canOpen }: FileButtonsProps) {
  const styles = useStyles();
  const [isMaking, setMaking] = useState(false);
  const make = async (handOver: (file: CopyFile) => Promise<void> | void, said: string) => {
    if (isMaking) return;
    setMaking(true);
    clinic.dismissProblem();
    try {
      await handOver(await clinic.workbook.makeCopy(wish));
      clinic.announce(said);
    } catch (reason) {
      clinic.report(reason);
    } finally {
      setMaking(false);
    }
  };
  return (
    <div className={styles.buttons}>
      {canOpen && (
        <Button
          disabledFocusable={isMaking}
          onClick={() =>
            void make(
              (file) => clinic.workbook.openCopy(file),
              `Excel was asked to open the ${name} in a new window.`,
            )
          }
        >
          {`Open ${name} in a new window`}
        </Button>
      )}
      <Button
        disabledFocusable={isMaking || !canDownload}
        onClick={() =>
          canDownload &&
          void make((file) => download(file.name, file.bytes), `Excel was asked to download the ${name}.`)
        }
      >
        {`Download ${name}`}
      </Button>
    </div>
  );
}
