import { readFileSync } from "node:fs";
import { CannotBuild } from "../../src/clinic/cannotBuild";
import { Cancelled } from "../../src/excel/host/cancel";
import { ClinicError } from "../../src/excel/host/clinicError";
import { explainError } from "../../src/excel/host/excelError";

const SECRET = "Child 4711 last seen 3 May";

function officeError(code: string): Error {
  return Object.assign(new Error(`The argument is invalid: ${SECRET}`), {
    code,
    debugInfo: { statement: `range.values = [["${SECRET}"]]`, surroundingStatements: [SECRET] },
  });
}

function explained(code: string): ClinicError {
  const error = explainError(officeError(code), { step: "writing the pack", sheet: "Clinic CIN" });
  if (!(error instanceof ClinicError)) throw new Error("not explained");
  return error;
}

/** Every code that the types of Excel's own client list. */
function codesOfExcel(): string[] {
  const types = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
  const excel = types.slice(types.indexOf("declare namespace Excel {"));
  const list = excel.slice(excel.indexOf("enum ErrorCodes {"));
  return [...list.slice(0, list.indexOf("}")).matchAll(/= "(\w+)"/g)].map(([, code]) => code!);
}

describe("Office's errors in plain words", () => {
  it("explains every code that Excel's client lists, and quotes no cell", () => {
    const codes = codesOfExcel();
    expect(codes.length).toBeGreaterThan(30);
    const unknown = explained("SomethingNew").sentence;
    const vague = codes.filter((code) => explained(code).sentence === unknown);
    expect(vague).toEqual(expect.arrayContaining(["InvalidArgument"]));
    expect(vague.length).toBeLessThan(8);
    for (const code of [...codes, "SomethingNew"]) {
      const { message, sentence, whatToDo, details } = explained(code);
      for (const text of [message, sentence, whatToDo, details]) expect(text).not.toContain(SECRET);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(whatToDo).toMatch(/^[A-Z].*\.$/);
      expect(details).toContain(code);
    }
  });

  it("names the sheet that is protected", () => {
    expect(explained("AccessDenied").sentence).toContain('the sheet "Clinic CIN"');
  });

  it("takes no code from text that could be a cell", () => {
    expect(explained(SECRET).details).not.toContain(SECRET);
  });

  it("passes our own errors on", () => {
    for (const error of [
      new CannotBuild("No list."),
      new Cancelled("Cancelled."),
      new ClinicError("A.", "B.", "C."),
    ]) {
      expect(explainError(error, { step: "reading", sheet: null })).toBe(error);
    }
  });

  it("survives what is no error at all", () => {
    expect(explainError("text", { step: "reading", sheet: null })).toBeInstanceOf(ClinicError);
    expect(explainError(null, { step: "reading", sheet: null })).toBeInstanceOf(ClinicError);
  });
});
