/** Excel.Workbook, the root of every batch. */
import { HostFault } from "../model/fault";
import type { Manners } from "../model/manners";
import type { Workbook } from "../model/workbook";
import type { EventQueue } from "../host/events";
import { type HostClass, type HostObject, hostObject } from "../host/hostObject";
import { applicationObject, runtimeObject } from "./application";
import type { ObjectContext } from "./context";
import { functionsObject } from "./functions";
import { namesObject } from "./names";
import { propertiesObject } from "./properties";
import { queriesObject } from "./queries";
import { rangeObject } from "./range";
import { settingsObject } from "./settings";
import { stylesObject } from "./styles";
import { tableCollectionObject } from "./tables";
import { worksheetObject, worksheetsObject } from "./worksheets";

export function workbookObject(workbook: Workbook, events: EventQueue, manners: Manners): HostObject {
  const context: ObjectContext = {
    workbook,
    manners,
    events,
    make: {
      range: (sheet, area) => rangeObject(context, sheet, area),
      worksheet: (sheet) => worksheetObject(context, sheet),
    },
  };
  return hostObject(WORKBOOK, context);
}

/** The file says that the workbook's structure is locked. */
const structureLocked = ({ workbook }: ObjectContext): boolean => workbook.structureLocked;

const WORKBOOK: HostClass<ObjectContext> = {
  name: "Workbook",
  properties: {
    Name: { get: ({ workbook }) => workbook.name },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true },
    AutoSave: { get: () => false },
    PreviouslySaved: { get: ({ workbook }) => workbook.source !== null },
  },
  navigation: {
    Worksheets: worksheetsObject,
    Application: applicationObject,
    _Runtime: runtimeObject,
    Names: (context) => namesObject(context, null),
    Tables: (context) => tableCollectionObject(context, null),
    Settings: settingsObject,
    Styles: stylesObject,
    Properties: propertiesObject,
    Functions: functionsObject,
    Queries: queriesObject,
    Protection: (context) => hostObject(WORKBOOK_PROTECTION, context),
  },
  methods: {
    GetSelectedRange: (context) =>
      rangeObject(context, context.workbook.activeSheet, context.workbook.activeSheet.selection),
    GetActiveCell(context) {
      const { row, column } = context.workbook.activeSheet.selection;
      return rangeObject(context, context.workbook.activeSheet, { row, column, rows: 1, columns: 1 });
    },
    /** The way of the client in a browser; `Application.CreateWorkbook` is the desktop's. */
    CreateAndOpenWorkbook({ workbook }, file) {
      if (typeof file !== "string") throw new HostFault("InvalidArgument");
      workbook.windowsAskedFor.push(file);
    },
    Save: () => {
      throw new HostFault("ApiNotFound", "The simulated Excel has no file to save to: use saveXlsx.");
    },
  },
};

const WORKBOOK_PROTECTION: HostClass<ObjectContext> = {
  name: "WorkbookProtection",
  properties: { Protected: { get: structureLocked } },
  methods: {
    Protect({ workbook }) {
      if (workbook.structureLocked) throw new HostFault("InvalidOperation");
      workbook.structureLocked = true;
    },
    Unprotect({ workbook }) {
      workbook.structureLocked = false;
    },
  },
};
