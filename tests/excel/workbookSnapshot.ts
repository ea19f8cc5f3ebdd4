/** All that a reader of the workbook can see, read with Excel's own API: for comparing two states. */
export interface SheetSnapshot {
  readonly name: string;
  readonly address: string;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly tables: readonly {
    readonly name: string;
    readonly address: string;
    readonly showTotals: boolean;
  }[];
  readonly charts: readonly string[];
  readonly rules: number;
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly (readonly [string, string])[];
}

export async function snapshot(): Promise<WorkbookSnapshot> {
  return Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name,items/formula");
    await context.sync();
    const asked = worksheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address,formulas,values,numberFormat");
      sheet.tables.load("items/name,items/showTotals");
      sheet.charts.load("items/name");
      const rules = sheet.getRange().conditionalFormats.getCount();
      return { sheet, used, rules };
    });
    await context.sync();
    const places = asked.map(({ sheet }) =>
      sheet.tables.items.map((table) => {
        const range = table.getRange();
        range.load("address");
        return range;
      }),
    );
    await context.sync();
    return {
      sheets: asked.map(({ sheet, used, rules }, i) => ({
        name: sheet.name,
        address: used.isNullObject ? "" : used.address,
        formulas: used.isNullObject ? [] : used.formulas,
        values: used.isNullObject ? [] : used.values,
        formats: used.isNullObject ? [] : used.numberFormat,
        tables: sheet.tables.items.map((table, j) => ({
          name: table.name,
          address: places[i]?.[j]?.address ?? "",
          showTotals: table.showTotals,
        })),
        charts: sheet.charts.items.map((chart) => chart.name),
        rules: rules.value,
      })),
      names: names.items.map((item) => [item.name, String(item.formula)] as const),
    };
  });
}

export function sheetNamed(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const found = workbook.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`There is no sheet ${name}.`);
  return found;
}
