/** `demo`: the sample workbook, built into out/. */
import { join, relative } from "node:path";
import type { ClinicReport, Headline } from "../../src/clinic/report";
import { monthInWords } from "../../src/clinic/calendar/months";
import { runManagers, runSlides } from "./copies";
import { runBuild } from "./build";

const ROOT = join(__dirname, "..", "..");

/** The lines to print. Throws UnusableInput. */
export async function runDemo(tell: (line: string) => void): Promise<readonly string[]> {
  const { output, report, sheetsWritten } = await runBuild(
    {
      input: join(ROOT, "samples", "clinic-2023-07.xlsx"),
      month: null,
      output: join(ROOT, "out", "clinic-2023-07-clinic.xlsx"),
      report: join(ROOT, "out", "clinic-2023-07-clinic.json"),
      verbose: true,
    },
    tell,
  );
  const copy = join(ROOT, "out", "clinic-2023-07-managers.xlsx");
  await runManagers({ input: output, output: copy, audience: null, suppressed: false, withHistory: false });
  const deck = join(ROOT, "out", "clinic-2023-07-slides.pptx");
  await runSlides({ input: output, output: deck, audience: null, suppressed: false, template: null });
  return [
    `${relative(process.cwd(), output) || output} holds the clinic for ${monthInWords(report.month)} on ${sheetsWritten.length} sheets.`,
    `${relative(process.cwd(), copy) || copy} is the managers' copy of it.`,
    `${relative(process.cwd(), deck) || deck} holds its slides.`,
    "",
    ...headlines(report),
  ];
}

function headlines(report: ClinicReport): readonly string[] {
  const width = Math.max(...report.headlines.map(({ indicator }) => indicator.length));
  return report.headlines.map((headline) => {
    const figure = shown(headline, headline.value).padStart(8);
    const target = `target ${shown(headline, headline.target)}`.padEnd(14);
    return `${headline.indicator.padEnd(width)}  ${figure}  ${target}  ${headline.rag ?? "-"}`;
  });
}

function shown({ kind }: Headline, value: number | null): string {
  if (value === null) return "-";
  if (kind === "percent") return `${(Math.round(value * 10) / 10).toFixed(1)}%`;
  return String(Math.round(value));
}
