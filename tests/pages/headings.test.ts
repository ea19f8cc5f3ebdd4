import { CELL_LOOKS } from "../../src/pages/look";
import { INDENT_WIDTH, headingStyle } from "../../src/pages/layout/rowHeights";
import { HEADING_FONT, TITLE_FONT, linesIn, textWidth } from "../../src/pages/layout/textWidth";
import { textOf } from "../../src/pages/wording";
import { publishedReport } from "../support/publishedReport";
import { planOf } from "../support/reportOf";

const TABLES = planOf(publishedReport()).sheets.flatMap((sheet) =>
  sheet.tables.map((table) => [table.name, sheet, table] as const),
);

test.each(TABLES)(
  "%s: headings of two lines at the most, the title over its own table",
  (_, sheet, table) => {
    const widths = table.headings.map((__, i) => sheet.columnWidths[table.column + i]!);
    table.headings.forEach((heading, i) => {
      const { indent } = CELL_LOOKS[headingStyle(table.columns[i]!.style)];
      expect(linesIn(heading, widths[i]! - indent * INDENT_WIDTH, HEADING_FONT)).toBeLessThanOrEqual(2);
    });
    const title = sheet.blocks.flatMap(({ row, column, cells }) => {
      const cell = cells[table.row - 1 - row]?.[table.column - column];
      return cell === undefined ? [] : [textOf(cell)];
    });
    expect(title).toHaveLength(1);
    const gaps = (widths.length - 1) * (5 / 7);
    expect(textWidth(title[0]!, TITLE_FONT)).toBeLessThanOrEqual(
      widths.reduce((sum, width) => sum + width, gaps),
    );
  },
);
