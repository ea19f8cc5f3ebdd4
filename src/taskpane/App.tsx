/** The pane: header, steps, one screen at a time. */
import { FluentProvider, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, lazy, useSyncExternalStore } from "react";
import { Announcer } from "./parts/Announcer";
import { ProblemBar } from "./parts/ProblemBar";
import { StepNav } from "./parts/StepNav";
import type { ClinicWorkbook, StepId, WorkbookFound } from "./ports";
import { LoadingProvider, useLoading } from "./state/useLoading";
import { ALWAYS_SEEN, type PaneView } from "./state/paneView";
import { useClinic, type Clinic } from "./state/useClinic";
import type { OfficeThemeSource, Shade } from "./theme/officeTheme";
import { darkTheme, lightTheme } from "./theme/themes";
import { useShade } from "./theme/useShade";

const LoadScreen = lazy(async () => ({ default: (await import("./screens/LoadScreen")).LoadScreen }));
const FirstRun = lazy(async () => ({ default: (await import("./screens/FirstRun")).FirstRun }));
const ExtractsScreen = lazy(async () => ({
  default: (await import("./screens/ExtractsScreen")).ExtractsScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("./screens/SettingsScreen")).SettingsScreen,
}));
const BuildScreen = lazy(async () => ({ default: (await import("./screens/BuildScreen")).BuildScreen }));
const ResultsScreen = lazy(async () => ({
  default: (await import("./screens/ResultsScreen")).ResultsScreen,
}));

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    "@media (max-height: 300px)": { height: "auto", minHeight: "100vh" },
  },
  header: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // The 40 × 40 at the top right belong to Office.
  name: {
    margin: 0,
    padding: "10px 48px 2px 14px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  waiting: { flexGrow: 1, display: "grid", placeItems: "center" },
  problem: { padding: "10px 12px 0" },
});

interface AppProps {
  readonly workbook: ClinicWorkbook;
  readonly officeTheme: OfficeThemeSource;
  /** The workbook is read and watched while the pane is seen. */
  readonly view?: PaneView;
}

export function App({ workbook, officeTheme, view = ALWAYS_SEEN }: AppProps) {
  const shade = useShade(officeTheme);
  return (
    <FluentProvider theme={shade === "dark" ? darkTheme : lightTheme}>
      <Pane workbook={workbook} shade={shade} view={view} />
    </FluentProvider>
  );
}

interface PaneProps {
  readonly workbook: ClinicWorkbook;
  readonly shade: Shade;
  readonly view: PaneView;
}

function Pane({ workbook, shade, view }: PaneProps) {
  const styles = useStyles();
  const isSeen = useSyncExternalStore(view.onChange, view.isSeen);
  const clinic = useClinic(workbook, isSeen);
  const loading = useLoading(clinic);
  const { step, found, problem } = clinic;
  const emptied =
    found !== null &&
    step === "extracts" &&
    // A sheet that is not read as a list can be matched by hand.
    found.candidateSheets.length === 0 &&
    found.lists.every((list) => list.sheets.length === 0);
  return (
    <div className={styles.pane} style={{ colorScheme: shade }}>
      <header className={styles.header}>
        <h1 className={styles.name}>Assurance Clinic</h1>
        <StepNav
          current={step ?? "extracts"}
          disabled={clinic.building}
          onStep={(next) => {
            loading.close();
            clinic.goToStep(next);
          }}
        />
      </header>
      {problem !== null && (
        <div className={styles.problem}>
          <ProblemBar
            problem={problem}
            step={step ?? "opening"}
            onDismiss={clinic.dismissProblem}
            onBuildAnyway={clinic.buildAnyway}
            onCopied={() => clinic.announce("The details are copied.")}
          />
        </div>
      )}
      {step === null || found === null ? (
        problem === null && <Waiting text="Looking at the workbook…" />
      ) : (
        <Suspense fallback={<Waiting text="Opening…" />}>
          <LoadingProvider value={loading}>
            {loading.state.kind !== "idle" ? (
              <LoadScreen clinic={clinic} found={found} loading={loading} />
            ) : emptied ? (
              <FirstRun clinic={clinic} />
            ) : (
              <StepScreen step={step} clinic={clinic} found={found} />
            )}
          </LoadingProvider>
        </Suspense>
      )}
      <Announcer text={clinic.announcement} />
    </div>
  );
}

interface StepScreenProps {
  readonly step: StepId;
  readonly clinic: Clinic;
  readonly found: WorkbookFound;
}

function StepScreen({ step, clinic, found }: StepScreenProps) {
  switch (step) {
    case "extracts":
      return <ExtractsScreen clinic={clinic} found={found} />;
    case "settings":
      return <SettingsScreen clinic={clinic} found={found} />;
    case "build":
      return <BuildScreen clinic={clinic} found={found} />;
    case "results":
      return <ResultsScreen clinic={clinic} found={found} />;
  }
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <main className={useStyles().waiting}>
      <Spinner size="small" label={text} />
    </main>
  );
}
