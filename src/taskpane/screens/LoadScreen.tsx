/** "Load this month's files": what would become of each file, the load itself, and what came of it. */
import { Button, ProgressBar, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { LoadFilesButton } from "../parts/LoadFilesButton";
import { LoadLines, NotLoadedLines } from "../parts/LoadLines";
import { Screen } from "../parts/Screen";
import { filterClearedInWords } from "../../loading/wording";
import type { LoadPlan, LoadResult, WorkbookFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import type { Loading } from "../state/useLoading";
import { counted, wholeNumber } from "../wording/figures";

const useStyles = makeStyles({
  group: { margin: "14px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: { margin: "0 0 8px" },
  result: { margin: "0 0 12px", paddingInlineStart: "20px" },
});

const HEADING = "Load this month’s files";

interface LoadScreenProps {
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
  readonly loading: Loading;
}

export function LoadScreen({ clinic, found, loading }: LoadScreenProps) {
  const { state } = loading;
  switch (state.kind) {
    case "idle":
      return null;
    case "reading":
      return (
        <Screen
          heading={HEADING}
          takeFocus
          lead={`Reading ${counted(state.files, "file")}, on this machine only.`}
        >
          <Spinner size="small" label="Reading…" labelPosition="after" />
        </Screen>
      );
    case "review":
      return <Review plan={state.plan} loading={loading} />;
    case "loading":
      return <Progress loading={loading} />;
    case "done":
      return <Done result={state.result} clinic={clinic} found={found} loading={loading} />;
  }
}

function Review({ plan, loading }: { readonly plan: LoadPlan; readonly loading: Loading }) {
  const styles = useStyles();
  const refused = plan.notLoaded.filter(({ kind }) => kind === "refused");
  const skipped = plan.notLoaded.filter(({ kind }) => kind === "skipped");
  return (
    <Screen
      heading={HEADING}
      takeFocus
      lead="The files were read on this machine only. Loading is the one thing here that writes to your extract sheets: it fills the list’s own columns and leaves titles, your own columns, tables and filters as they are."
      actions={
        <>
          <Button onClick={loading.close}>Back</Button>
          {plan.loads.length > 0 ? (
            <Button appearance="primary" onClick={() => void loading.load(plan)}>
              Load {counted(plan.loads.length, "list")}
            </Button>
          ) : (
            <LoadFilesButton primary />
          )}
        </>
      }
    >
      {refused.length > 0 && (
        <section aria-labelledby="load-refused">
          <h3 id="load-refused" className={styles.group}>
            Cannot be loaded
          </h3>
          <NotLoadedLines lines={refused} />
        </section>
      )}
      {plan.loads.length > 0 && (
        <section aria-labelledby="load-lists">
          <h3 id="load-lists" className={styles.group}>
            To load
          </h3>
          <LoadLines loads={plan.loads} />
        </section>
      )}
      {skipped.length > 0 && (
        <section aria-labelledby="load-skipped">
          <h3 id="load-skipped" className={styles.group}>
            Left out
          </h3>
          <NotLoadedLines lines={skipped} />
        </section>
      )}
    </Screen>
  );
}

function Progress({ loading }: { readonly loading: Loading }) {
  const { state } = loading;
  if (state.kind !== "loading") return null;
  const { done, of, name } = state.progress;
  return (
    <Screen
      heading={HEADING}
      takeFocus
      lead={name === "" ? "Loading…" : `Loading ${name}: ${done + 1} of ${of}.`}
      actions={
        <Button disabled={state.cancelling} onClick={loading.cancel}>
          {state.cancelling ? "Stopping…" : "Stop"}
        </Button>
      }
    >
      <ProgressBar value={of === 0 ? 0 : done / of} aria-label="Lists loaded" />
    </Screen>
  );
}

interface DoneProps {
  readonly result: LoadResult;
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
  readonly loading: Loading;
}

function Done({ result, clinic, found, loading }: DoneProps) {
  const styles = useStyles();
  const goTo = (step: "extracts" | "build") => {
    loading.close();
    clinic.goToStep(step);
  };
  const hasPack = found.pack.state !== "none";
  const next = hasPack ? "build" : "extracts";
  return (
    <Screen
      heading={HEADING}
      takeFocus
      lead={`${counted(result.loaded.length, "list")} loaded${result.notLoaded.length > 0 ? `, ${result.notLoaded.length} not` : ""}.`}
      actions={
        <>
          {hasPack && <Button onClick={() => goTo("extracts")}>Look at the lists</Button>}
          <Button appearance="primary" onClick={() => goTo(next)}>
            {hasPack ? "Next: build" : "Next: check the lists"}
          </Button>
        </>
      }
    >
      {result.loaded.length > 0 && (
        <ul className={styles.result}>
          {result.loaded.map(({ name, sheet, rows, filterCleared }) => (
            <li key={sheet}>
              {name}: {wholeNumber(rows)} {rows === 1 ? "row" : "rows"}
              {name === sheet ? "" : ` on “${sheet}”`}
              {filterCleared && `. ${filterClearedInWords(sheet)}`}
            </li>
          ))}
        </ul>
      )}
      {result.notLoaded.length > 0 && (
        <p className={styles.note}>Not loaded, and as before: {result.notLoaded.join(", ")}.</p>
      )}
    </Screen>
  );
}
