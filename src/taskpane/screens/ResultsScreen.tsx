/** Step 4: what the pack says, each line a way to its cell. */
import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { lazy, useState } from "react";
import { Copies } from "../parts/Copies";
import { useCopies } from "../state/useCopies";
import { BeforeSharing } from "../parts/BeforeSharing";
import { ResultSections } from "../parts/ResultSections";
import { Screen } from "../parts/Screen";
import type { ResultsFound, WorkbookFound } from "../ports";
import { copyText } from "../state/copyText";
import type { Clinic } from "../state/useClinic";
import { useResults } from "../state/useResults";
import { dateAndTime, monthInWords } from "../wording/dates";
import { headlinesAsText } from "../wording/headlinesAsText";

const SharingScreen = lazy(async () => ({ default: (await import("./SharingScreen")).SharingScreen }));

const useStyles = makeStyles({ bar: { marginBottom: "12px" } });

interface ResultsScreenProps {
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
}

export function ResultsScreen({ clinic, found }: ResultsScreenProps) {
  const { bar } = useStyles();
  const results = useResults(clinic);
  const copies = useCopies(clinic);
  const [sharing, setSharing] = useState<"not yet" | "now" | "back">("not yet");
  if (sharing === "now") return <SharingScreen clinic={clinic} onBack={() => setSharing("back")} />;
  const takeFocus = clinic.moved && sharing !== "back";
  const beforeSharing = <BeforeSharing takeFocus={sharing === "back"} onReplace={() => setSharing("now")} />;
  if (results === "reading") {
    return (
      <Screen heading="Results" takeFocus={takeFocus} lead="Reading the pack…">
        {null}
      </Screen>
    );
  }
  if (results === null) {
    return (
      <Screen
        heading="Results"
        takeFocus={takeFocus}
        lead={
          found.pack.state === "incomplete"
            ? "The pack in this workbook is incomplete: a build stopped while sheets were being written."
            : "No pack has been built in this workbook yet."
        }
        actions={
          <Button appearance="primary" onClick={() => clinic.goToStep("build")}>
            Go to build
          </Button>
        }
      >
        {beforeSharing}
      </Screen>
    );
  }
  const copy = (figures: ResultsFound) =>
    copyText(headlinesAsText(figures)).then(() => clinic.announce("The figures are copied."), clinic.report);
  return (
    <Screen
      heading={`Results: ${monthInWords(results.month)}`}
      takeFocus={takeFocus}
      lead={`Built ${dateAndTime(results.builtAt)}.`}
      actions={
        <>
          <Button icon={<CopyRegular />} onClick={() => void copy(results)}>
            Copy figures
          </Button>
          <Button
            appearance="primary"
            onClick={() => void clinic.workbook.goTo({ kind: "page", page: "summary" }).catch(clinic.report)}
          >
            Go to Summary
          </Button>
        </>
      }
    >
      {results.isBehind && (
        <MessageBar intent="warning" layout="multiline" className={bar}>
          <MessageBarBody>
            <MessageBarTitle>The sheets are out of date.</MessageBarTitle> The extracts or settings have
            changed since this pack was built. These are the figures that a build would give now.
          </MessageBarBody>
        </MessageBar>
      )}
      <ResultSections clinic={clinic} results={results} />
      {copies && <Copies clinic={clinic} found={copies} />}
      {beforeSharing}
    </Screen>
  );
}
