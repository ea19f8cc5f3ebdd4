/** Excel.WorksheetProtection. */
import { HostFault } from "../model/fault";
import type { Sheet } from "../model/sheet";
import {
  type HostClass,
  type HostObject,
  hostObject,
  recordArgument,
  textArgument,
} from "../host/hostObject";
import type { ObjectContext } from "./context";

export const protectionObject = (_context: ObjectContext, sheet: Sheet): HostObject =>
  hostObject(PROTECTION, sheet);

/** allowFormatCells ↔ formatCells="0" in the file. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};

/** Passwords are kept as Excel's own 16-bit mark of them. */
function passwordMark(password: string): string {
  let mark = 0;
  for (let at = password.length - 1; at >= 0; at--) {
    mark = ((mark >> 14) & 1) | ((mark << 1) & 0x7fff);
    mark ^= password.charCodeAt(at);
  }
  mark = ((mark >> 14) & 1) | ((mark << 1) & 0x7fff);
  return (mark ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, "0");
}

const PROTECTION: HostClass<Sheet> = {
  name: "WorksheetProtection",
  properties: {
    Protected: { get: (sheet) => sheet.protection.protected },
    Options: {
      get: (sheet) =>
        Object.fromEntries(
          Object.entries(PERMISSIONS).map(([option, attribute]) => [
            option,
            sheet.protection.attributes[attribute] === "0",
          ]),
        ),
    },
  },
  methods: {
    Protect(sheet, options, password) {
      if (sheet.protection.protected) throw new HostFault("InvalidOperation");
      const attributes: Record<string, string> = { sheet: "1", objects: "1", scenarios: "1" };
      if (options != null) {
        for (const [option, allowed] of Object.entries(recordArgument(options))) {
          const attribute = PERMISSIONS[option];
          if (attribute && allowed === true) attributes[attribute] = "0";
        }
      }
      if (password != null && password !== "") attributes["password"] = passwordMark(textArgument(password));
      sheet.protection = { protected: true, attributes };
      sheet.touched = true;
    },
    Unprotect(sheet, password) {
      const { attributes } = sheet.protection;
      const wanted = attributes["password"];
      const locked = wanted !== undefined || attributes["hashValue"] !== undefined;
      if (locked && wanted !== passwordMark(password == null ? "" : textArgument(password)))
        throw new HostFault("AccessDenied");
      sheet.protection = { protected: false, attributes: {} };
      sheet.touched = true;
    },
  },
};
