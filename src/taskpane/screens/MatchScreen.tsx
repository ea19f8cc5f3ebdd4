/** "Match columns": the headings of a sheet held against a list's columns. Suggestions are marked; what is saved is kept. */
import { Button, Field, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { LISTS, type ListId } from "../../clinic/lists/lists";
import { parseCondition } from "../../clinic/conditions/parseCondition";
import { Choice } from "../parts/Choice";
import { Disclosure } from "../parts/Disclosure";
import { OnlyWhere } from "../parts/OnlyWhere";
import { Screen } from "../parts/Screen";
import type { ColumnsToMatch } from "../ports";
import { useAnswer } from "../state/useAnswer";
import type { Clinic } from "../state/useClinic";
import { counted } from "../wording/figures";

const useStyles = makeStyles({
  field: { marginBottom: "10px", minWidth: 0, overflowWrap: "anywhere" },
  group: { margin: "14px 0 6px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  seen: { margin: "2px 0 6px", paddingInlineStart: "16px", overflowWrap: "anywhere" },
  note: { margin: "8px 0 0", overflowWrap: "anywhere" },
});

const HEADING = "Match columns";

export interface SheetToMatch {
  readonly sheet: string;
  /** null = the list that it most likely is. */
  readonly list: ListId | null;
}

interface MatchScreenProps {
  readonly clinic: Clinic;
  readonly start: SheetToMatch;
  readonly onClose: () => void;
}

export function MatchScreen({ clinic, start, onClose }: MatchScreenProps) {
  const [wanted, setWanted] = useState(start);
  const { workbook } = clinic;
  const ask = useCallback(
    async () => (await workbook.columnsToMatch(wanted.sheet, wanted.list)) ?? ("none" as const),
    [workbook, wanted],
  );
  const found = useAnswer(ask, clinic, onClose);
  const back = <Button onClick={onClose}>Back</Button>;
  if (found === null)
    return (
      <Screen heading={HEADING} takeFocus lead={`Looking at “${wanted.sheet}”.`} actions={back}>
        <Spinner size="small" label="Reading…" labelPosition="after" />
      </Screen>
    );
  if (found === "none")
    return (
      <Screen
        heading={HEADING}
        takeFocus
        lead={`“${wanted.sheet}” has no row of headings to match.`}
        actions={back}
      >
        <p>Put the headings into one of its first 50 rows, then try again.</p>
      </Screen>
    );
  return (
    <Columns
      key={found.list}
      clinic={clinic}
      found={found}
      onList={(list) => setWanted({ sheet: wanted.sheet, list })}
      onClose={onClose}
    />
  );
}

interface ColumnsProps {
  readonly clinic: Clinic;
  readonly found: ColumnsToMatch;
  readonly onList: (list: ListId) => void;
  readonly onClose: () => void;
}

const NOT_THERE = "";

function Columns({ clinic, found, onList, onClose }: ColumnsProps) {
  const styles = useStyles();
  const { columns, headings, name, sheet } = found;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => firstChoice(found));
  const [onlyWhere, setOnlyWhere] = useState(found.onlyWhere);
  const looks = new Map(headings.map((each) => [each.heading, each.looks]));
  const filled = Object.entries(chosen).filter(([, heading]) => heading !== NOT_THERE);
  const twice = filled.find(([key, heading]) =>
    filled.some(([other, its]) => other !== key && its === heading),
  );
  const lacking = columns.filter(({ key, required }) => required && (chosen[key] ?? NOT_THERE) === NOT_THERE);
  const fault = onlyWhere.trim() === "" ? null : parseCondition(onlyWhere).fault;
  const save = async () => {
    const matched = { list: found.list, sheet, headings: Object.fromEntries(filled), onlyWhere };
    await clinic.change(
      () => clinic.workbook.matchColumns(matched),
      `The columns of ${name} are matched and kept on Clinic Setup.`,
    );
    onClose();
  };
  return (
    <Screen
      heading={HEADING}
      takeFocus
      lead={`Which heading of “${sheet}” is which column? Suggestions are marked. What you save is kept on Clinic Setup for every later build.`}
      actions={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button
            appearance="primary"
            disabled={filled.length === 0 || twice !== undefined || fault !== null}
            onClick={() => void save()}
          >
            Save matches
          </Button>
        </>
      }
    >
      <Field label="This sheet holds" size="small" className={styles.field}>
        <Choice value={found.list} onChange={(_, { value }) => onList(value as ListId)}>
          {LISTS.filter(({ monthHeadings }) => !monthHeadings).map((list) => (
            <option key={list.id} value={list.id}>
              {list.name}
            </option>
          ))}
        </Choice>
      </Field>
      <Disclosure title="Headings seen" count={String(headings.length)}>
        <ul className={styles.seen}>
          {headings.map((each) => (
            <li key={each.heading}>
              {each.heading}: {each.looks}
            </li>
          ))}
        </ul>
      </Disclosure>
      <h3 className={styles.group}>Columns of {name}</h3>
      {columns.map(({ key, column, required, ranked, now, suggested }) => {
        const value = chosen[key] ?? NOT_THERE;
        return (
          <Field
            key={key}
            label={required ? `${column} (needed)` : column}
            size="small"
            className={styles.field}
            hint={hintOf(value, now, suggested)}
          >
            <Choice
              value={value}
              onChange={(_, { value: heading }) => setChosen({ ...chosen, [key]: heading })}
            >
              <option value={NOT_THERE}>Not on this sheet</option>
              {ranked.map((heading) => (
                <option key={heading} value={heading}>
                  {heading}: {looks.get(heading)}
                </option>
              ))}
            </Choice>
          </Field>
        );
      })}
      <OnlyWhere
        name={name}
        rowWords={found.rowWords}
        condition={onlyWhere}
        fault={fault === null ? null : `${fault.message} ${fault.fix}`}
        onChange={setOnlyWhere}
      />
      {twice !== undefined && (
        <p className={styles.note} role="alert">
          “{twice[1]}” is chosen for two columns: choose it for one of them.
        </p>
      )}
      {lacking.length > 0 && (
        <p className={styles.note}>
          {counted(lacking.length, "needed column")} not matched:{" "}
          {lacking.map(({ column }) => column).join(", ")}. Without {lacking.length === 1 ? "it" : "them"} the
          sheet cannot be read as {name}.
        </p>
      )}
    </Screen>
  );
}

/** What is read now, else the most likely one, unless it is read under another column. */
function firstChoice({ columns }: ColumnsToMatch): Readonly<Record<string, string>> {
  const read = new Set(columns.flatMap(({ now }) => now ?? []));
  return Object.fromEntries(
    columns.map(({ key, now, suggested }) => [
      key,
      now ?? (suggested !== null && !read.has(suggested) ? suggested : NOT_THERE),
    ]),
  );
}

function hintOf(value: string, now: string | null, suggested: string | null): string | undefined {
  if (value === NOT_THERE) return undefined;
  if (value === now) return "Read so now.";
  return value === suggested ? "Suggested: the most likely heading." : undefined;
}
