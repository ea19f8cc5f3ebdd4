/** What of the user's has a name that the pack needs: refused before anything is written (SPEC §5). Pure. */
import type { NamePlan, WorkbookPlan } from "../../pages/plan";
import { ClinicError } from "../host/clinicError";
import { hasOurName } from "../host/marks";
import type { SheetFound, Survey } from "../read/survey";

/** Throws ClinicError. `standing`: each page's sheet by the page's key; null = to be made. */
export function refuseClashes(
  plan: WorkbookPlan,
  survey: Survey,
  standing: ReadonlyMap<string, SheetFound | null>,
): void {
  refuseMovedTables(plan, survey, standing);
  for (const { name } of plan.sheets.flatMap((sheet) => sheet.tables)) {
    if (survey.names.has(name.toLowerCase())) throw nameTaken(name);
  }
  for (const planned of plan.names) {
    if (survey.tableNames.has(planned.name.toLowerCase()) || isOfTheUser(planned, survey))
      throw nameTaken(planned.name);
  }
}

/** A table of ours on a sheet that is not its page cannot be rewritten in place, nor made again under its name. */
function refuseMovedTables(
  plan: WorkbookPlan,
  survey: Survey,
  standing: ReadonlyMap<string, SheetFound | null>,
): void {
  for (const sheet of plan.sheets) {
    const id = standing.get(sheet.page)?.id;
    for (const table of sheet.tables) {
      const found = survey.tables.find(({ name }) => name.toLowerCase() === table.name.toLowerCase());
      if (!found || found.sheetId === id) continue;
      const where = survey.all.find((each) => each.id === found.sheetId)?.name ?? "another sheet";
      throw new ClinicError(
        `The table ${table.name} is on the sheet "${where}" instead of "${sheet.name}".`,
        "Move it back, or give it another name there, then build again.",
        `Code TableMoved, table ${table.name}, sheet "${where}".`,
      );
    }
  }
}

/** Ours look a setting up, are a settings table's whole column or, where that is gone, the default itself; a user's points at cells. */
const OUR_FORMULA = /^=\s*(?:IFERROR\(|"[^"]*"$|[-+\d.E]+$|[^!]+!\$[A-Z]+:\$[A-Z]+$)/i;

function isOfTheUser({ name }: NamePlan, survey: Survey): boolean {
  const formula = survey.names.get(name.toLowerCase());
  if (formula === undefined) return false;
  const isBuilt = survey.tables.some(({ name: table }) => hasOurName(table));
  return !isBuilt || !OUR_FORMULA.test(formula);
}

function nameTaken(name: string): ClinicError {
  return new ClinicError(
    `The workbook has a defined name or table of yours called "${name}", a name that the clinic needs for one of its own.`,
    "Rename yours (Formulas, then Name Manager), then build again; nothing has been written.",
    `Code NameTaken, name ${name}.`,
  );
}
