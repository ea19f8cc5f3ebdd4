/** "Add an indicator": a row of ClinicMeasures as a form, with the figure that it would have before it is saved (SPEC §3). */
import { Button, Spinner } from "@fluentui/react-components";
import { useCallback, useRef } from "react";
import { IndicatorFields } from "../parts/indicator/IndicatorFields";
import { PreviewPanel } from "../parts/indicator/PreviewPanel";
import { Screen } from "../parts/Screen";
import type { DraftFault, IndicatorsFound, MeasureDraft } from "../ports";
import { NEW_INDICATOR, toSave } from "../state/indicatorDraft";
import { useAnswer } from "../state/useAnswer";
import type { Clinic } from "../state/useClinic";
import { useIndicator } from "../state/useIndicator";
import { counted } from "../wording/figures";

interface IndicatorScreenProps {
  readonly clinic: Clinic;
  /** ID of the one to change; null = a new one. */
  readonly id: string | null;
  readonly onClose: () => void;
}

const headingOf = (was: string | null): string => (was === null ? "Add an indicator" : "Change an indicator");

export function IndicatorScreen({ clinic, id, onClose }: IndicatorScreenProps) {
  const { workbook } = clinic;
  const ask = useCallback(() => workbook.indicators(), [workbook]);
  const found = useAnswer(ask, clinic, onClose);
  if (found === null)
    return (
      <Screen heading={headingOf(id)} takeFocus actions={<Button onClick={onClose}>Back</Button>}>
        <Spinner size="small" label="Reading…" labelPosition="after" />
      </Screen>
    );
  const start = found.standing.find(({ was }) => was === id) ?? NEW_INDICATOR;
  return <Form clinic={clinic} found={found} start={start} onClose={onClose} />;
}

interface FormProps {
  readonly clinic: Clinic;
  readonly found: IndicatorsFound;
  readonly start: MeasureDraft;
  readonly onClose: () => void;
}

function Form({ clinic, found, start, onClose }: FormProps) {
  const form = useIndicator(start, clinic);
  const fields = useRef<HTMLDivElement>(null);
  const save = async () => {
    const errors = await form.check();
    if (errors === null) return;
    if (errors.length > 0) {
      clinic.announce(`${counted(errors.length, "entry")} to put right.`);
      focusFirst(fields.current, errors);
      return;
    }
    const draft = toSave(form.draft);
    let isSaved = false;
    await clinic.change(async () => {
      const told = await clinic.workbook.saveIndicator(draft);
      isSaved = true;
      return told;
    }, `${draft.entries.Title} is saved on Clinic Setup. Its figure comes with the next build.`);
    if (isSaved) onClose();
  };
  return (
    <Screen
      heading={headingOf(start.was)}
      takeFocus
      lead="A row of ClinicMeasures on Clinic Setup. Nothing is written until you save."
      actions={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button appearance="primary" onClick={() => void save()}>
            Save indicator
          </Button>
        </>
      }
    >
      <div ref={fields}>
        <IndicatorFields form={form} found={found} />
      </div>
      <PreviewPanel clinic={clinic} form={form} />
    </Screen>
  );
}

/** In the order of the screen, not of the table. */
function focusFirst(fields: HTMLElement | null, errors: readonly DraftFault[]): void {
  const wrong = new Set<string>(errors.map(({ column }) => column));
  const all = [...(fields?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
  all.find((field) => wrong.has(field.dataset.column ?? ""))?.focus();
}
