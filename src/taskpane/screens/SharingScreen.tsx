/** Before sharing: which CLINIC formulas will be replaced by their values, then what came of it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { FormulaLines, type FormulaLine } from "../parts/FormulaLines";
import { Screen } from "../parts/Screen";
import type { CellsLeft, ClinicFormulas } from "../ports";
import type { Clinic } from "../state/useClinic";
import { useSharing, type SharingStage } from "../state/useSharing";
import { counted } from "../wording/figures";
import { blockInWords, cellsToReplace, foundInWords, leftInWords, replacedInWords } from "../wording/sharing";

const useStyles = makeStyles({
  note: { margin: "8px 0 4px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface SharingScreenProps {
  readonly clinic: Clinic;
  readonly onBack: () => void;
}

export function SharingScreen({ clinic, onBack }: SharingScreenProps) {
  const { stage, replace } = useSharing(clinic);
  return (
    <Screen
      // Each stage is a screen of its own: its heading takes the focus that the pressed button had.
      key={stage.at}
      heading={stage.at === "done" ? "CLINIC formulas replaced" : "Replace CLINIC formulas with values"}
      takeFocus
      lead={leadOf(stage)}
      actions={<Actions stage={stage} onBack={onBack} onReplace={() => void replace()} />}
    >
      {stage.at === "review" && <Review clinic={clinic} found={stage.found} />}
      {stage.at === "done" && <Staying clinic={clinic} found={stage.found} since={stage.outcome.left} />}
    </Screen>
  );
}

function leadOf(stage: SharingStage): string {
  switch (stage.at) {
    case "looking":
      return "Searching the workbook…";
    case "failed":
      return "The workbook could not be searched. Nothing was changed.";
    case "review":
      return foundInWords(stage.found);
    case "done":
      return replacedInWords(stage.outcome);
  }
}

interface ActionsProps {
  readonly stage: SharingStage;
  readonly onBack: () => void;
  readonly onReplace: () => void;
}

function Actions({ stage, onBack, onReplace }: ActionsProps) {
  const cells = stage.at === "review" ? cellsToReplace(stage.found) : 0;
  if (stage.at !== "review" || cells === 0) {
    return <Button onClick={onBack}>{stage.at === "looking" ? "Cancel" : "Back to results"}</Button>;
  }
  return (
    <>
      <Button onClick={onBack} disabled={stage.replacing}>
        Cancel
      </Button>
      <Button appearance="primary" onClick={onReplace} disabledFocusable={stage.replacing}>
        {stage.replacing ? "Replacing…" : `Replace ${counted(cells, "cell")}`}
      </Button>
    </>
  );
}

interface FoundProps {
  readonly clinic: Clinic;
  readonly found: ClinicFormulas;
}

function Review({ clinic, found }: FoundProps) {
  const { note } = useStyles();
  const replaceable = found.sheets.filter(({ blocks }) => blocks.length > 0);
  return (
    <>
      {replaceable.length > 0 && (
        <p className={note}>
          Number formats stay. Save a copy first: the formulas go, and Undo may not bring them all back.
        </p>
      )}
      {replaceable.map(({ sheetId, sheet, blocks }) => (
        <FormulaLines
          key={sheetId}
          clinic={clinic}
          title={`${sheet}: ${counted(
            blocks.reduce((sum, { cells }) => sum + cells, 0),
            "cell",
          )}`}
          lines={blocks.map((block) => ({
            place: { sheet, cell: block.address },
            title: block.address,
            facts: blockInWords(block),
          }))}
        />
      ))}
      <Staying clinic={clinic} found={found} since={[]} />
      <p className={note}>Rules of conditional formats and of data validation are not searched.</p>
    </>
  );
}

interface StayingProps extends FoundProps {
  /** Cells that were to be replaced and were not. */
  readonly since: readonly (CellsLeft & { readonly sheet: string })[];
}

function Staying({ clinic, found, since }: StayingProps) {
  const left = [
    ...since,
    ...found.sheets.flatMap(({ sheet, left: cells }) => cells.map((each) => ({ ...each, sheet }))),
  ];
  const names = found.names.map(({ name, sheet }): FormulaLine => ({
    place: null,
    title: sheet === null ? `Name ${name}` : `Name ${name} of ${sheet}`,
    facts: "A name cannot be replaced by a value. Without the add-in, cells that use it show #NAME?.",
  }));
  const cells = left.map((each): FormulaLine => ({
    place: { sheet: each.sheet, cell: each.address },
    title: `${each.sheet} ${each.address}`,
    facts: leftInWords(each),
  }));
  return <FormulaLines clinic={clinic} title="Stays as it is" lines={[...cells, ...names]} />;
}
