/** Files for managers, under the results: for whom, what of it, and how to have it. */
import { Checkbox, Field, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CopiesFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { FileButtons } from "./FileButtons";
import { SlideTemplate } from "./SlideTemplate";

const useStyles = makeStyles({
  section: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: "0 -12px",
    padding: "12px 12px 16px",
  },
  heading: {
    margin: "12px 0 2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  why: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
  select: { minWidth: 0 },
});

const AUDIENCES = [
  { audience: "clinic", words: "The clinic meeting: teams and caseloads" },
  { audience: "council", words: "The council: localities, no team and no worker" },
  { audience: "outside", words: "Outside the council: council figures only" },
] as const;

const ALL_TEAMS = "";
/** What a Mac lacks, and the way that works there. */
const ON_A_MAC = [
  "In Excel on the Mac a pane cannot download.",
  "A workbook: open it in a new window and choose File, Save As; team lists one at a time.",
  "The slides: open this workbook in Excel on the web, in a browser on the same Mac, and download them there.",
].join(" ");

interface CopiesProps {
  readonly clinic: Clinic;
  readonly found: CopiesFound;
}

export function Copies({ clinic, found }: CopiesProps) {
  const styles = useStyles();
  const [audience, setAudience] = useState(found.audience);
  const [suppressed, setSuppressed] = useState(found.suppressed);
  const [withHistory, setWithHistory] = useState(false);
  const [team, setTeam] = useState(ALL_TEAMS);
  const always = audience === "outside";
  const isSuppressed = suppressed || always;
  const { canDownload } = found;
  return (
    <section className={styles.section} aria-label="Files for managers">
      <h3 className={styles.heading}>Managers’ copy and slides</h3>
      <p className={styles.why}>Separate files, made on this machine: no child ID, no extract.</p>
      <Field label="Copy and slides for">
        <Select
          className={styles.select}
          value={audience}
          onChange={(_, { value }) =>
            setAudience(AUDIENCES.find((each) => each.audience === value)?.audience ?? "clinic")
          }
        >
          {AUDIENCES.map((each) => (
            <option key={each.audience} value={each.audience}>
              {each.words}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label="Suppress small numbers: 1 to 5, and what would reveal them"
        checked={isSuppressed}
        disabled={always}
        onChange={(_, { checked }) => setSuppressed(checked === true)}
      />
      <Checkbox
        label={
          isSuppressed
            ? "Clinic History in the copy: not while small numbers are suppressed, as it would reveal them"
            : "Clinic History in the copy"
        }
        checked={withHistory && !isSuppressed}
        disabled={isSuppressed}
        onChange={(_, { checked }) => setWithHistory(checked === true)}
      />
      <FileButtons
        clinic={clinic}
        name="managers’ copy"
        wish={{ kind: "managers", audience, suppressed, withHistory: withHistory && !isSuppressed }}
        canDownload={canDownload}
        canOpen
      />
      <FileButtons
        clinic={clinic}
        name="slides"
        wish={{ kind: "slides", audience, suppressed }}
        canDownload={canDownload}
        canOpen={false}
      />
      {!canDownload && <p className={styles.why}>{ON_A_MAC}</p>}
      <SlideTemplate clinic={clinic} kept={found.template} />
      {found.teams.length > 0 && (
        <>
          <h3 className={styles.heading}>Team lists</h3>
          <p className={styles.why}>A team’s figures and its children out of time. These hold child IDs.</p>
          <Field label="Team list for">
            <Select className={styles.select} value={team} onChange={(_, { value }) => setTeam(value)}>
              <option value={ALL_TEAMS}>{`Each team: ${found.teams.length} workbooks in a zip`}</option>
              {found.teams.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          <FileButtons
            clinic={clinic}
            name={team === ALL_TEAMS ? "team lists" : "team list"}
            wish={{ kind: "team-lists", teams: team === ALL_TEAMS ? found.teams : [team] }}
            canDownload={canDownload}
            canOpen={team !== ALL_TEAMS || found.teams.length === 1}
          />
        </>
      )}
    </section>
  );
}
