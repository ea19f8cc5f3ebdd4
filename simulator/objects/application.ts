/** Excel.Application and Excel.Runtime. */
import { calculate } from "../calculation/calculate";
import {
  booleanArgument,
  type HostClass,
  type HostObject,
  hostObject,
  wordArgument,
} from "../host/hostObject";
import { HostFault } from "../model/fault";
import type { ObjectContext } from "./context";

export const applicationObject = (context: ObjectContext): HostObject => hostObject(APPLICATION, context);
export const runtimeObject = (context: ObjectContext): HostObject => hostObject(RUNTIME, context);

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

const APPLICATION: HostClass<ObjectContext> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: ({ workbook }) => workbook.calculationMode,
      set({ workbook }, value) {
        workbook.calculationMode = wordArgument(value, MODES);
        if (workbook.calculationMode !== "Manual") calculate(workbook);
      },
    },
    CalculationState: { get: ({ workbook }) => (workbook.needsCalculation ? "Pending" : "Done") },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  navigation: { CultureInfo: (context) => hostObject(CULTURE, context) },
  methods: {
    Calculate({ workbook }, kind) {
      wordArgument(kind, ["Recalculate", "Full", "FullRebuild"]);
      workbook.needsCalculation = true;
      calculate(workbook);
    },
    /** A new window is beyond a simulated Excel: what was asked for is kept, and read back by tests. */
    CreateWorkbook(context, file) {
      if (typeof file !== "string") throw new HostFault("InvalidArgument");
      return hostObject(WORKBOOK_CREATED, { context, file });
    },
    // The screen and the calculation chain of a simulated Excel stand still until a batch is done anyway.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

const WORKBOOK_CREATED: HostClass<{ readonly context: ObjectContext; readonly file: string }> = {
  name: "WorkbookCreated",
  properties: { Id: { get: () => "created" } },
  methods: { Open: ({ context, file }) => void context.workbook.windowsAskedFor.push(file) },
  identity: () => ({ Id: "created" }),
};

const CULTURE: HostClass<ObjectContext> = {
  name: "CultureInfo",
  properties: { Name: { get: () => "en-GB" } },
};

const RUNTIME: HostClass<ObjectContext> = {
  name: "Runtime",
  properties: {
    EnableEvents: {
      get: ({ events }) => events.enabled,
      set({ events }, value) {
        events.enabled = booleanArgument(value);
      },
    },
  },
};
