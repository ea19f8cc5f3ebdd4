import { until } from "../support/until";
import { codeOf, freshExcel, valuesAt } from "./inExcel";

describe("requests", () => {
  test("a sync is one request, its bytes are counted, and nothing stays held after the run", async () => {
    const excel = freshExcel();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = [
        ["x", 1],
        ["y", 2],
      ];
      range.load("values,address");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:B2");
      expect(range.values).toEqual([
        ["x", 1],
        ["y", 2],
      ]);
    });
    expect(excel.requests.bytesSent).toBeGreaterThan(200);
    expect(excel.requests.bytesReceived).toBeGreaterThan(100);
    expect(excel.heldReferences()).toBe(0);
  });

  test("what is not implemented answers ApiNotFound and says what", async () => {
    freshExcel();
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").shapes.load("items");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Worksheet.Shapes") });
  });

  test("a property that was not loaded throws, as does one that there is not", async () => {
    freshExcel();
    const unloaded = codeOf(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      await context.sync();
      return range.values;
    });
    expect(await unloaded).toBe("PropertyNotLoaded");
    expect(await codeOf(async (context) => context.workbook.worksheets.getItem("Sheet1").load("nmae"))).toBe(
      "ApiNotFound",
    );
  });

  test("at the first action that fails the rest is left; what was done stays done", async () => {
    freshExcel();
    const code = await codeOf(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [["first"]];
      sheet.getRange("B1").values = [["too", "wide"]];
      sheet.getRange("C1").values = [["never"]];
    });
    expect(code).toBe("InvalidArgument");
    expect(await valuesAt("Sheet1", "A1:C1")).toEqual([["first", "", ""]]);
  });

  test("null objects: reading through one gives null objects, writing to one fails", async () => {
    freshExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const range = sheet.getRange("A1");
      range.load("values");
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
      expect(range.isNullObject).toBe(true);
    });
    const write = codeOf(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Nowhere").getRange("A1").values = [[1]];
    });
    expect(await write).toBe("ItemNotFound");
  });

  test("a missing sheet, table and name are ItemNotFound", async () => {
    freshExcel();
    expect(await codeOf(async (c) => c.workbook.worksheets.getItem("Nowhere").load("name"))).toBe(
      "ItemNotFound",
    );
    expect(await codeOf(async (c) => c.workbook.tables.getItem("Nothing").load("name"))).toBe("ItemNotFound");
    expect(await codeOf(async (c) => c.workbook.names.getItem("Nothing").load("name"))).toBe("ItemNotFound");
  });

  test("collections: items with the properties of what they lead to, counts, by position", async () => {
    freshExcel();
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Second").visibility = "Hidden";
      const sheets = context.workbook.worksheets;
      sheets.load("items/name,items/visibility,items/protection/protected");
      const visible = sheets.getCount(true);
      const all = sheets.getCount();
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.protection.protected])).toEqual(
        [
          ["Sheet1", "Visible", false],
          ["Second", "Hidden", false],
        ],
      );
      expect([visible.value, all.value]).toEqual([1, 2]);
    });
  });
});

describe("ranges that the client holds", () => {
  test("move with their cells and go with them", async () => {
    freshExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const held = sheet.getRange("A5");
      held.values = [["here"]];
      await context.sync();
      sheet.getRange("A1:A2").insert("Down");
      held.load("address,values");
      await context.sync();
      expect(held.address).toBe("Sheet1!A7");
      expect(held.values).toEqual([["here"]]);
      sheet.getRange("A7").delete("Up");
      await context.sync();
      held.load("values");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
    });
  });

  test("on a deleted sheet are invalid", async () => {
    freshExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Gone");
      const held = sheet.getRange("A1");
      held.load("address");
      await context.sync();
      sheet.delete();
      await context.sync();
      held.load("values");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
    });
  });
});

describe("limits and faults", () => {
  test("more than 5 MB one way or the other is refused", async () => {
    const excel = freshExcel();
    const wide = Array.from({ length: 200 }, () => ["x".repeat(30_000)]);
    const sent = codeOf(async (c) => {
      c.workbook.worksheets.getItem("Sheet1").getRange("A1:A200").values = wide;
    });
    expect(await sent).toBe("RequestPayloadSizeLimitExceeded");
    for (const from of [1, 101]) {
      expect(
        await codeOf(async (c) => {
          c.workbook.worksheets.getItem("Sheet1").getRange(`A${from}:A${from + 99}`).values = wide.slice(
            0,
            100,
          );
        }),
      ).toBe("none");
    }
    const received = codeOf(async (c) =>
      c.workbook.worksheets.getItem("Sheet1").getRange("A1:A200").load("values"),
    );
    expect(await received).toBe("ResponsePayloadSizeLimitExceeded");
    expect(excel.requests.largestSent).toBeGreaterThan(5 * 1024 * 1024);
  });

  test("a request can be made to fail whole, or part of the way", async () => {
    const excel = freshExcel();
    excel.faults.failRequest(1, "GeneralException");
    expect(await codeOf(async (c) => c.workbook.load("name"))).toBe("GeneralException");
    excel.faults.clear();
    const next = excel.requests.count + 1;
    excel.faults.failRequest(next, "AccessDenied", 6);
    const code = await codeOf(async (c) => {
      const sheet = c.workbook.worksheets.getItem("Sheet1");
      sheet.name = "Renamed";
      sheet.tabColor = "#12436D";
      sheet.showGridlines = false;
      for (let row = 1; row < 20; row++) sheet.getCell(row, 0).values = [[row]];
    });
    expect(code).toBe("AccessDenied");
    expect(excel.workbook.sheets[0]).toMatchObject({ name: "Renamed", tabColour: "#12436D" });
    expect(excel.workbook.sheets[0]!.rows.size).toBeLessThan(5);
  });

  test("from a request on everything fails; something can happen just before one", async () => {
    const excel = freshExcel();
    const second = excel.requests.count + 2;
    excel.faults.before(second, () => {
      excel.workbook.sheets[0]!.name = "Renamed by another";
    });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.load("id");
      await context.sync();
      sheet.load("name");
      await context.sync();
      expect(sheet.name).toBe("Renamed by another");
    });
    excel.faults.failFrom(excel.requests.count + 1, "GeneralException");
    expect(await codeOf(async (c) => c.workbook.load("name"))).toBe("GeneralException");
    expect(await codeOf(async (c) => c.workbook.load("name"))).toBe("GeneralException");
  });

  test("while a cell is typed in, only a run that says it will wait gets through", async () => {
    const excel = freshExcel();
    excel.faults.editMode(true);
    expect(await codeOf(async (c) => c.workbook.load("name"))).toBe("InvalidOperationInCellEditMode");
    let done = false;
    const { count } = excel.requests;
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load("name");
      await context.sync();
      done = true;
    });
    await until(() => excel.requests.count > count);
    expect(done).toBe(false);
    excel.faults.editMode(false);
    await waiting;
    expect(done).toBe(true);
  });
});

describe("events", () => {
  test("reach their listeners, unless they are switched off", async () => {
    freshExcel();
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async ({ address, changeType }) => void seen.push(`${changeType} ${address}`));
      worksheets.onAdded.add(
        async ({ worksheetId }) => void seen.push(`added ${worksheetId === "" ? "?" : "sheet"}`),
      );
      worksheets.onDeleted.add(async () => void seen.push("deleted"));
      worksheets.onNameChanged.add(
        async ({ nameBefore, nameAfter }) => void seen.push(`${nameBefore} → ${nameAfter}`),
      );
      await context.sync();
      worksheets.getItem("Sheet1").getRange("A1:B1").values = [[1, 2]];
      const added = worksheets.add("New");
      added.name = "Newer";
      await context.sync();
      context.runtime.enableEvents = false;
      worksheets.getItem("Sheet1").getRange("A1").values = [[3]];
      await context.sync();
      context.runtime.enableEvents = true;
      added.delete();
      await context.sync();
    });
    // One that should not be seen would have come before the last.
    await until(() => seen.includes("deleted"));
    expect(seen).toEqual(["RangeEdited A1:B1", "added sheet", "New → Newer", "deleted"]);
  });
});
