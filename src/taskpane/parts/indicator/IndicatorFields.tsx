import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { nameKey } from "../../../clinic/cells/names";
import type { IndicatorsFound, IndicatorSource } from "../../ports";
import { kindOf } from "../../state/indicatorDraft";
import type { IndicatorForm } from "../../state/useIndicator";
import { COUNTED_CHOICES, EACH_CHOICES, KIND_CHOICES } from "../../wording/indicator";
import { ConditionEntry } from "./ConditionEntry";
import { Chosen, TextEntry } from "./DraftField";
import { HeadingEntry } from "./HeadingEntry";

const useStyles = makeStyles({
  group: { margin: "14px 0 6px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
    alignItems: "start",
  },
});

interface IndicatorFieldsProps {
  readonly form: IndicatorForm;
  readonly found: IndicatorsFound;
}

/** Every column of a row of ClinicMeasures that means something for its kind, and its timescale. */
export function IndicatorFields({ form, found }: IndicatorFieldsProps) {
  const styles = useStyles();
  const { entries, was } = form.draft;
  const source = found.sources.find(({ name }) => nameKey(name) === nameKey(entries.List)) ?? null;
  return (
    <>
      <h3 className={styles.group}>What it is</h3>
      <TextEntry form={form} column="Title" hint="What it is called on its page and in messages." />
      <TextEntry
        form={form}
        column="ID"
        readOnly={was !== null}
        hint={
          was === null
            ? "Lower-case letters, digits and hyphens. Its history and worksheet functions use it: choose one to keep."
            : "The ID stays: the indicator’s history, target and worksheet functions use it."
        }
      />
      <Chosen form={form} column="Measure" choices={KIND_CHOICES} />
      {form.fields.has("Page") && <PageEntry form={form} pages={found.pages} />}
      <Chosen form={form} column="Chart" choices={YES_NO} hint="Thirteen months as a line on its page." />
      <h3 className={styles.group}>Whom it counts</h3>
      <Chosen
        form={form}
        column="List"
        choices={found.sources.map(({ name, from }) => ({
          value: name,
          text: from === "list" ? name : `${name} (sheet)`,
        }))}
        hint="Lists of the pack, and other sheets that have a Child Unique ID."
      />
      <Chosen form={form} column="Each" choices={EACH_CHOICES} />
      <Chosen form={form} column="Counted" choices={COUNTED_CHOICES} />
      <CountedBy form={form} source={source} />
      <HeadingEntry form={form} column="Start" source={source} blank={ownColumn(source, "start")} />
      <HeadingEntry form={form} column="End" source={source} blank={ownColumn(source, "end")} />
      <ConditionEntry
        form={form}
        column="Only where"
        source={source}
        hint="Blank means all rows. For example: Outcome = Agreed; Declined"
      />
      <HeadingEntry
        form={form}
        column="Team"
        source={source}
        ofDates={false}
        blank={ownColumn(source, "team") ?? "Found by its heading"}
      />
      {kindOf(entries) !== "count" && <Numerator form={form} source={source} />}
    </>
  );
}

const YES_NO = ["Yes", "No"].map((value) => ({ value, text: value }));

/** What a blank field means; undefined = it must be chosen. */
function ownColumn(
  source: IndicatorSource | null,
  key: keyof IndicatorSource["ownColumns"],
): string | undefined {
  const own = source?.ownColumns[key] ?? null;
  return own === null ? undefined : `The list’s own: ${own}`;
}

interface OfSourceProps {
  readonly form: IndicatorForm;
  readonly source: IndicatorSource | null;
}

function CountedBy({ form, source }: OfSourceProps) {
  const isDone = kindOf(form.draft.entries) === "share done within";
  return (
    <HeadingEntry
      form={form}
      column="Counted by"
      source={source}
      blank={isDone ? "The day it was done" : ownColumn(source, "by")}
      more={isDone ? [{ value: "due", text: "The day it falls due" }] : []}
    />
  );
}

/** What puts a row into the numerator, and the timescale. */
function Numerator({ form, source }: OfSourceProps) {
  const styles = useStyles();
  const kind = kindOf(form.draft.entries);
  const isOverdue = kind === "share not overdue";
  return (
    <>
      <h3 className={styles.group}>What counts in the numerator</h3>
      <ConditionEntry
        form={form}
        column="With"
        source={source}
        hint="For example: Placements >= 3, or: follows earlier within 12 months of Date of Referral"
      />
      <HeadingEntry form={form} column="Due date" source={source} hint="A row without one is not overdue." />
      <HeadingEntry
        form={form}
        column="Date"
        source={source}
        blank={isOverdue ? "None: only the due date counts" : undefined}
      />
      <div className={styles.pair}>
        <TextEntry form={form} column="Timescale" inputMode="numeric" />
        <Chosen form={form} column="Unit" choices={UNITS} />
      </div>
      <TextEntry
        form={form}
        column="First due"
        hint="While nothing is recorded, after the start. Blank means the timescale. For example: 10 working days"
      />
      <HeadingEntry
        form={form}
        column="Frequency"
        source={source}
        ofDates={false}
        blank="None: all rows have the timescale"
      />
    </>
  );
}

const UNITS = ["days", "working days"].map((value) => ({ value, text: value }));
const NEW_PAGE = "\u0000";

/** A page of the pack, or words for a new one. */
function PageEntry({ form, pages }: { readonly form: IndicatorForm; readonly pages: readonly string[] }) {
  const now = form.draft.entries.Page;
  const [isNew, setIsNew] = useState(now !== "" && !pages.some((page) => nameKey(page) === nameKey(now)));
  if (isNew)
    return (
      <TextEntry
        form={form}
        column="Page"
        hint="Words for a page of your own: it becomes “Clinic” and these words. Up to 24 characters."
      />
    );
  return (
    <Chosen
      form={form}
      column="Page"
      choices={[
        ...pages.map((page) => ({ value: page, text: page })),
        { value: NEW_PAGE, text: "A new page of your own" },
      ]}
      onChoose={(value) => {
        if (value !== NEW_PAGE) return false;
        form.set("Page", "");
        setIsNew(true);
        return true;
      }}
    />
  );
}
