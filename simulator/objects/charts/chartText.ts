/** Titles, fonts, lines and fills inside charts. */
import type { ChartModel, ChartTitleModel } from "../../model/chart";
import type { LineLook, TextLook } from "../../../src/files/openxml/chartDescription";
import { HostFault } from "../../model/fault";
import {
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  numberArgument,
  textArgument,
  wordArgument,
} from "../../host/hostObject";
import { altered, type ChartTarget, liveChart } from "./chartTarget";
import { hexColour } from "../colour";

interface FontTarget {
  readonly target: ChartTarget;
  readonly get: (chart: ChartModel) => TextLook;
  readonly put: (chart: ChartModel, font: TextLook) => void;
}

export const fontObject = (target: ChartTarget, get: FontTarget["get"], put: FontTarget["put"]): HostObject =>
  hostObject(FONT, { target, get, put });

function setFont({ target, get, put }: FontTarget, part: Partial<TextLook>): void {
  const chart = altered(target);
  put(chart, { ...get(chart), ...part });
}

const fontOf = ({ target, get }: FontTarget): TextLook => get(liveChart(target));

const FONT: HostClass<FontTarget> = {
  name: "ChartFont",
  properties: {
    Name: {
      get: (font) => fontOf(font).name ?? "Calibri",
      set: (font, value) => setFont(font, { name: textArgument(value) }),
    },
    Size: {
      get: (font) => fontOf(font).size ?? 10,
      set: (font, value) => setFont(font, { size: numberArgument(value) }),
    },
    Bold: {
      get: (font) => fontOf(font).bold ?? false,
      set: (font, value) => setFont(font, { bold: booleanArgument(value) }),
    },
    Italic: {
      get: (font) => fontOf(font).italic ?? false,
      set: (font, value) => setFont(font, { italic: booleanArgument(value) }),
    },
    Color: {
      get: (font) => fontOf(font).colour ?? "#000000",
      set: (font, value) => setFont(font, { colour: hexColour(value) }),
    },
  },
};

interface LineTarget {
  readonly target: ChartTarget;
  readonly get: (chart: ChartModel) => LineLook;
  readonly put: (chart: ChartModel, line: LineLook) => void;
}

export const lineObject = (target: ChartTarget, get: LineTarget["get"], put: LineTarget["put"]): HostObject =>
  hostObject(lineClass("ChartLineFormat"), { target, get, put });

export const borderObject = (
  target: ChartTarget,
  get: LineTarget["get"],
  put: LineTarget["put"],
): HostObject => hostObject(lineClass("ChartBorder"), { target, get, put });

function setLine({ target, get, put }: LineTarget, part: Partial<LineLook>): void {
  const chart = altered(target);
  put(chart, { ...get(chart), visible: true, ...part });
}

const DASHES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Grey25",
  "Grey50",
  "Grey75",
  "Automatic",
  "RoundDot",
] as const;

const lineClass = (name: string): HostClass<LineTarget> => ({
  name,
  properties: {
    Color: {
      get: (line) => line.get(liveChart(line.target)).colour ?? "#000000",
      set: (line, value) => setLine(line, { colour: hexColour(value) }),
    },
    Weight: {
      get: (line) => line.get(liveChart(line.target)).weight ?? 0.75,
      set(line, value) {
        const weight = numberArgument(value);
        if (weight < 0 || weight > 1584) throw new HostFault("InvalidArgument");
        setLine(line, { weight });
      },
    },
    LineStyle: {
      get(line) {
        const look = line.get(liveChart(line.target));
        return look.visible ? (look.dash ?? "Automatic") : "None";
      },
      set(line, value) {
        const dash = wordArgument(value, DASHES);
        setLine(line, dash === "None" ? { visible: false } : { dash: dash === "Automatic" ? null : dash });
      },
    },
  },
  methods: { Clear: (line) => setLine(line, { visible: false }) },
});

interface FillTarget {
  readonly target: ChartTarget;
  readonly put: (chart: ChartModel, colour: string | null) => void;
}

export const fillObject = (target: ChartTarget, put: FillTarget["put"]): HostObject =>
  hostObject(FILL, { target, put });

const FILL: HostClass<FillTarget> = {
  name: "ChartFill",
  methods: {
    SetSolidColor: ({ target, put }, colour) =>
      put(altered(target), hexColour(typeof colour === "string" ? colour : null)),
    Clear: ({ target, put }) => put(altered(target), "none"),
  },
};

interface TitleTarget {
  readonly target: ChartTarget;
  readonly title: (chart: ChartModel) => ChartTitleModel;
}

export const titleObject = (target: ChartTarget, title: TitleTarget["title"], name: string): HostObject =>
  hostObject({ ...TITLE, name }, { target, title });

const TITLE: HostClass<TitleTarget> = {
  name: "ChartTitle",
  properties: {
    Text: {
      get: ({ target, title }) => title(liveChart(target)).text ?? "",
      set({ target, title }, value) {
        const text = textArgument(value);
        const model = title(altered(target));
        model.text = text;
        if (text !== "") model.visible = true;
      },
    },
    Visible: {
      get: ({ target, title }) => title(liveChart(target)).visible,
      set({ target, title }, value) {
        title(altered(target)).visible = booleanArgument(value);
      },
    },
    Overlay: {
      get: ({ target, title }) => title(liveChart(target)).overlay,
      set({ target, title }, value) {
        title(altered(target)).overlay = booleanArgument(value);
      },
    },
  },
  navigation: { Format: (target) => hostObject(TITLE_FORMAT, target) },
};

const TITLE_FORMAT: HostClass<TitleTarget> = {
  name: "ChartTitleFormat",
  navigation: {
    Font: ({ target, title }) =>
      fontObject(
        target,
        (chart) => title(chart).font,
        (chart, font) => {
          title(chart).font = font;
        },
      ),
  },
};
