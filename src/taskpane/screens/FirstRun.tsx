/** What an empty workbook shows: what the pane is for, and a way to try it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { LoadFilesButton } from "../parts/LoadFilesButton";
import { Screen } from "../parts/Screen";
import type { Clinic } from "../state/useClinic";

const useStyles = makeStyles({
  points: { margin: "0 0 12px", paddingInlineStart: "20px", "& > li": { marginBottom: "6px" } },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function FirstRun({ clinic }: { readonly clinic: Clinic }) {
  const styles = useStyles();
  const [inserting, setInserting] = useState(false);
  const insert = async () => {
    setInserting(true);
    clinic.announce("Inserting the sample extracts.");
    await clinic.change(
      () => clinic.workbook.insertSample(),
      "The sample extracts are in the workbook, one sheet for each list.",
    );
    setInserting(false);
  };
  return (
    <Screen
      heading="Welcome"
      takeFocus={clinic.moved}
      lead="Assurance Clinic turns your case system’s extracts into the monthly clinic pack, in this workbook."
      actions={
        <>
          <Button disabled={inserting} onClick={() => void insert()}>
            {inserting ? "Inserting…" : "Insert sample extracts"}
          </Button>
          <LoadFilesButton primary disabled={inserting} />
        </>
      }
    >
      <ol className={styles.points}>
        <li>
          Load your case system’s exports (.xlsx, .xlsm or .csv), all at once, or paste them in, one sheet for
          each list: contacts, assessments, plans, allocations and so on.
        </li>
        <li>Check the matches, the month and the targets here.</li>
        <li>Build. Only loading files changes your extract sheets, and nothing leaves this workbook.</li>
      </ol>
      <p className={styles.note}>
        No extracts to hand? The sample is made up: no real child, worker or council is in it.
      </p>
    </Screen>
  );
}
