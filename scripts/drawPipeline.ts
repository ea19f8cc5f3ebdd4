/**
 * Draws docs/pipeline.svg from the imports of src/: a box for each folder, an arrow from each folder to those that it takes
 * from (only where no longer way leads there, so that the picture can be read). `npm run pipeline` draws it anew.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const ROOT = join(__dirname, "..");
const PICTURE = join(ROOT, "docs", "pipeline.svg");
const BOX = { width: 132, height: 40, apart: 24, floor: 92 };
const MARGIN = 28;
const INK = "#0B0C0C";
const ACCENT = "#12436D";
/** Fill by the first folder. */
const FILLS: Readonly<Record<string, string>> = { clinic: "#E7EDF3", pages: "#DDF1F0", files: "#DDF1F0" };

/** The folder that a file belongs to: src/clinic and src/excel are drawn by their inner folders. */
function roomOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  const drawnInside = first === "clinic" || first === "excel";
  if (drawnInside && isFolder(`${first}/${second}`)) return `${first}/${second}`;
  return first === "clinic" ? "clinic/report" : first;
}

function isFolder(path: string): boolean {
  return statSync(join(ROOT, "src", path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, "src", folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** From each room to the rooms that it imports from. */
function importsBetweenRooms(): Map<string, Set<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const file of sourceFiles("")) {
    const from = roomOf(file);
    const taken = rooms.get(from) ?? new Set<string>();
    rooms.set(from, taken);
    const text = readFileSync(join(ROOT, "src", file), "utf8");
    for (const [, specifier = ""] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const to = roomOf(normalize(join(dirname(file), specifier)).replaceAll("\\", "/"));
      if (to !== from) taken.add(to);
    }
  }
  return rooms;
}

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** How many rooms the longest way down from here passes. Rooms that import each other share a floor. */
function floorsOf(arrows: Arrows): Map<string, number> {
  const floors = new Map<string, number>();
  const floor = (room: string, above: readonly string[]): number => {
    const known = floors.get(room);
    if (known !== undefined) return known;
    const below = [...(arrows.get(room) ?? [])].filter((each) => !above.includes(each));
    const height = Math.max(-1, ...below.map((each) => floor(each, [...above, room]))) + 1;
    floors.set(room, height);
    return height;
  };
  for (const room of arrows.keys()) floor(room, []);
  return floors;
}

/** Without the arrows that a longer way already shows. */
function shortest(arrows: Arrows): [from: string, to: string][] {
  const reaches = (from: string, to: string, seen: ReadonlySet<string>): boolean =>
    [...(arrows.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))),
    );
  return [...arrows].flatMap(([from, taken]) =>
    [...taken]
      .filter((to) => ![...taken].some((via) => via !== to && reaches(via, to, new Set([from, via]))))
      .map((to): [string, string] => [from, to]),
  );
}

export function drawPipeline(): string {
  const arrows = importsBetweenRooms();
  const floors = floorsOf(arrows);
  const highest = Math.max(...floors.values());
  const rows = Array.from({ length: highest + 1 }, (_, floor) =>
    [...arrows.keys()].filter((room) => floors.get(room) === floor).sort(),
  );
  const across = Math.max(...rows.map((row) => row.length));
  const width = 2 * MARGIN + across * (BOX.width + BOX.apart) - BOX.apart;
  const height = 2 * MARGIN + highest * BOX.floor + BOX.height;
  const places = new Map(
    rows.flatMap((row, floor) => {
      const left = (width - (row.length * (BOX.width + BOX.apart) - BOX.apart)) / 2;
      return row.map(
        (room, i) =>
          [
            room,
            { x: left + i * (BOX.width + BOX.apart), y: MARGIN + (highest - floor) * BOX.floor },
          ] as const,
      );
    }),
  );
  const boxes = [...places].map(([room, { x, y }]) => {
    const fill = FILLS[room.split("/")[0] ?? ""] ?? "#FFFFFF";
    return (
      `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="${fill}" stroke="${ACCENT}"/>` +
      `<text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 5}">${room}</text>`
    );
  });
  const lines = shortest(arrows).flatMap(([from, to]) => {
    const [start, end] = [places.get(from), places.get(to)];
    if (!start || !end) return [];
    const [x1, y1] = [start.x + BOX.width / 2, start.y + BOX.height];
    const [x2, y2] = [end.x + BOX.width / 2, end.y - 3];
    return [`<path d="M${x1} ${y1} C${x1} ${y1 + 30} ${x2} ${y2 - 30} ${x2} ${y2}" marker-end="url(#end)"/>`];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    "<title>What each folder of src imports: everything rests on clinic, and only excel touches a workbook</title>",
    `<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="${ACCENT}" stroke="none"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    `<g fill="none" stroke="${ACCENT}" stroke-opacity="0.55">`,
    ...lines,
    "</g>",
    `<g font-family="Arial, sans-serif" font-size="14" text-anchor="middle" fill="${INK}">`,
    ...boxes,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

if (require.main === module) writeFileSync(PICTURE, drawPipeline());
