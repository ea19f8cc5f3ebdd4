import { Spinner, makeStyles, tokens } from "@fluentui/react-components";
import type { PreviewFigures } from "../../ports";
import type { Clinic } from "../../state/useClinic";
import type { IndicatorForm } from "../../state/useIndicator";
import { monthInWords } from "../../wording/dates";
import { counted, figureText, wholeNumber } from "../../wording/figures";
import { LABELS } from "../../wording/indicator";
import { RagPill } from "../RagPill";
import { PreviewRows } from "./PreviewRows";

const useStyles = makeStyles({
  panel: {
    marginTop: "16px",
    paddingTop: "2px",
    borderTop: `2px solid ${tokens.colorBrandStroke1}`,
  },
  group: { margin: "10px 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  note: { margin: "4px 0", overflowWrap: "anywhere" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "3px 4px",
      textAlign: "right",
      verticalAlign: "bottom",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      // At 200 % zoom the headings' words are wider than the pane.
      "@media (max-width: 250px)": { overflowWrap: "anywhere" },
    },
    "& th:first-child": { textAlign: "left", paddingLeft: 0, overflowWrap: "anywhere" },
    "& thead th": { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
    "& tbody th": { fontWeight: tokens.fontWeightRegular },
    "& tbody tr:last-child > *": { fontWeight: tokens.fontWeightSemibold },
  },
});

interface PreviewPanelProps {
  readonly clinic: Clinic;
  readonly form: IndicatorForm;
}

/** The figure of the month as the entries are now, its rule, and rows that count and do not: nothing of it is kept. */
export function PreviewPanel({ clinic, form }: PreviewPanelProps) {
  const styles = useStyles();
  return (
    <section aria-labelledby="indicator-preview" className={styles.panel}>
      <h3 id="indicator-preview" className={styles.group}>
        Preview
      </h3>
      {!form.isCurrent ? (
        <Spinner size="tiny" label="Counting…" labelPosition="after" />
      ) : (
        <Preview clinic={clinic} form={form} />
      )}
    </section>
  );
}

function Preview({ clinic, form }: PreviewPanelProps) {
  const styles = useStyles();
  const { preview } = form;
  if (preview?.figures) return <Figures clinic={clinic} figures={preview.figures} />;
  if (preview?.reason) return <p className={styles.note}>No figure yet. {preview.reason}</p>;
  const columns = new Set(
    (preview?.faults ?? []).filter(({ severity }) => severity === "error").map(({ column }) => column),
  );
  return (
    <p className={styles.note}>
      The figure appears here once these are right: {[...columns].map((column) => LABELS[column]).join(", ")}.
    </p>
  );
}

function Figures({ clinic, figures }: { readonly clinic: Clinic; readonly figures: PreviewFigures }) {
  const styles = useStyles();
  const { teams, total, rule, rows, month, isSwitchedOff, unread } = figures;
  const isShare = total.denominator !== null;
  return (
    <>
      <table className={styles.table} aria-label={`Figure for ${monthInWords(month)}`}>
        <thead>
          <tr>
            <th scope="col">{monthInWords(month)}</th>
            {isShare && <th scope="col">Denominator</th>}
            <th scope="col">{isShare ? "Numerator" : "Number"}</th>
            {isShare && <th scope="col">%</th>}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <FigureRow key={team.team} name={team.team} figure={team} />
          ))}
          <FigureRow name="Total" figure={total} />
        </tbody>
      </table>
      {total.rag !== null && (
        <p className={styles.note}>
          Total: <RagPill rag={total.rag} />
        </p>
      )}
      {isSwitchedOff && (
        <p className={styles.note}>
          ClinicTargets has No under Show for it, so the pack leaves it out until that is Yes.
        </p>
      )}
      {unread.map(({ message, cells }) => (
        <p key={message} className={styles.note}>
          {counted(cells, "cell")}: {message}
        </p>
      ))}
      <h4 className={styles.group}>Its rule</h4>
      <p className={styles.note}>{rule}</p>
      <PreviewRows clinic={clinic} rows={rows} isShare={isShare} />
    </>
  );
}

function FigureRow({
  name,
  figure: { numerator, denominator, percent },
}: {
  readonly name: string;
  readonly figure: Pick<PreviewFigures["total"], "numerator" | "denominator" | "percent">;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {denominator !== null && <td>{wholeNumber(denominator)}</td>}
      <td>{wholeNumber(numerator)}</td>
      {denominator !== null && <td>{percent === null ? "-" : figureText(percent, "percent")}</td>}
    </tr>
  );
}
