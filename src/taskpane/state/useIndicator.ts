/** The form "Add an indicator" while it is filled in: its entries, what is wrong with them, and the preview of its figure. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DraftColumn, DraftFault, MeasureDraft, MeasurePreview } from "../ports";
import { changed, fieldsOf, toSave } from "./indicatorDraft";
import type { Clinic } from "./useClinic";

/** Quiet time after a change before the figure is counted again. */
const QUIET_MS = 400;

export interface IndicatorForm {
  readonly draft: MeasureDraft;
  readonly fields: ReadonlySet<DraftColumn>;
  /** null = not counted yet. */
  readonly preview: MeasurePreview | null;
  /** The preview is of the entries as they are now. */
  readonly isCurrent: boolean;
  set(column: DraftColumn, text: string): void;
  /** From now on what is wrong in the field is said beside it. */
  leave(column: DraftColumn): void;
  faultsOf(column: DraftColumn): readonly DraftFault[];
  /** Errors of the whole form, each said beside its field from now on. */
  check(): Promise<readonly DraftFault[] | null>;
}

export function useIndicator(start: MeasureDraft, clinic: Clinic): IndicatorForm {
  const { workbook, report, found } = clinic;
  const [draft, setDraft] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<DraftColumn>>(new Set());
  const [allLeft, setAllLeft] = useState(start.was !== null);
  const [counted, setCounted] = useState<{ readonly of: string; readonly preview: MeasurePreview } | null>(
    null,
  );
  const running = useRef<AbortController | null>(null);
  const wanted = useMemo(() => toSave(draft), [draft]);
  const key = JSON.stringify(wanted);

  /** null where another preview has been asked for meanwhile. */
  const count = useCallback(async (): Promise<MeasurePreview | null> => {
    running.current?.abort();
    const own = (running.current = new AbortController());
    try {
      const preview = await workbook.previewIndicator(wanted, own.signal);
      if (own.signal.aborted) return null;
      setCounted({ of: key, preview });
      return preview;
    } catch (reason) {
      if (!own.signal.aborted) report(reason);
      return null;
    }
  }, [workbook, wanted, key, report]);

  // The workbook may have been read again: the figure is of the sheets as they are.
  useEffect(() => {
    const timer = setTimeout(() => void count(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [count, found]);
  useEffect(() => () => running.current?.abort(), []);

  const set = useCallback((column: DraftColumn, text: string) => {
    setDraft((now) => changed(now, column, text));
  }, []);
  const leave = useCallback((column: DraftColumn) => {
    setLeft((now) => (now.has(column) ? now : new Set([...now, column])));
  }, []);
  const isCurrent = counted?.of === key;
  return {
    draft,
    fields: fieldsOf(draft.entries),
    preview: counted?.preview ?? null,
    isCurrent,
    set,
    leave,
    faultsOf: (column) =>
      (allLeft || left.has(column) ? (counted?.preview.faults ?? []) : []).filter(
        (fault) => fault.column === column,
      ),
    check: async () => {
      setAllLeft(true);
      const preview = await count();
      return preview && preview.faults.filter(({ severity }) => severity === "error");
    },
  };
}
