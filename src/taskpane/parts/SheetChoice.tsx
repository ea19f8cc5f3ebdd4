/** The sheets that a list is read from, changed by hand. A list split over sheets is chosen one after another. */
import { Field } from "@fluentui/react-components";
import type { ListFound } from "../ports";
import type { Clinic } from "../state/useClinic";
import { Choice, Options } from "./Choice";

const AUTOMATIC = "\u0000automatic";
const ABSENT = "\u0000absent";
const NO_MORE = "\u0000none";

interface SheetChoiceProps {
  readonly clinic: Clinic;
  readonly list: ListFound;
  readonly sheets: readonly string[];
}

export function SheetChoice({ clinic, list, sheets }: SheetChoiceProps) {
  const choose = (chosen: readonly string[] | null) => {
    const done =
      chosen === null
        ? `${list.name} is matched automatically again.`
        : chosen.length === 0
          ? `${list.name} is marked as not in this workbook.`
          : `${chosen.join(", ")} is chosen for ${list.name}.`;
    void clinic.change(() => clinic.workbook.chooseSheets(list.id, chosen), done);
  };
  const first = list.chosenByHand ? (list.sheets[0] ?? ABSENT) : AUTOMATIC;
  const others = sheets.filter((sheet) => !list.sheets.includes(sheet));
  return (
    <>
      <Field label={`Read ${list.name} from`} size="small">
        <Choice
          value={first}
          onChange={(_, { value }) => {
            if (value === AUTOMATIC) choose(null);
            else if (value === ABSENT) choose([]);
            else choose([value]);
          }}
        >
          <option value={AUTOMATIC}>
            {list.chosenByHand
              ? "Match automatically"
              : `Matched automatically (${list.sheets.join(", ") || "none"})`}
          </option>
          <Options of={sheets} />
          <option value={ABSENT}>Not in this workbook</option>
        </Choice>
      </Field>
      {list.chosenByHand && list.sheets.length > 0 && others.length > 0 && (
        <Field label={`And also ${list.name} from`} size="small">
          <Choice
            value={NO_MORE}
            onChange={(_, { value }) => {
              if (value !== NO_MORE) choose([...list.sheets, value]);
            }}
          >
            <option value={NO_MORE}>No other sheet</option>
            <Options of={others} />
          </Choice>
        </Field>
      )}
    </>
  );
}
