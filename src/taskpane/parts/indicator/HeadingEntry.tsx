import type { DraftColumn, IndicatorSource } from "../../ports";
import type { IndicatorForm } from "../../state/useIndicator";
import { Chosen } from "./DraftField";

interface HeadingEntryProps {
  readonly form: IndicatorForm;
  readonly column: DraftColumn;
  readonly source: IndicatorSource | null;
  /** What no heading means, where that is allowed. */
  readonly blank?: string;
  readonly hint?: string;
  /** Whether the heading is of dates: those come first. */
  readonly ofDates?: boolean;
  readonly more?: readonly { readonly value: string; readonly text: string }[];
}

/** One of the headings of the list or sheet that is counted, each with what its cells look like. */
export function HeadingEntry(props: HeadingEntryProps) {
  const { form, column, source, blank, hint, ofDates = true, more = [] } = props;
  const headings = [...(source?.headings ?? [])];
  if (ofDates) headings.sort((a, b) => Number(b.holdsDates) - Number(a.holdsDates));
  return (
    <Chosen
      form={form}
      column={column}
      hint={hint}
      choices={[
        ...(blank === undefined ? [] : [{ value: "", text: blank }]),
        ...more,
        ...headings.map(({ heading, looks }) => ({ value: heading, text: `${heading}: ${looks}` })),
      ]}
    />
  );
}
