import { fill, freshExcel, valuesAt } from "./inExcel";

/** Puts formulas into E1 downwards and reads what they come to. */
async function results(...formulas: readonly string[]): Promise<unknown[]> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(`E1:E${formulas.length}`).formulas = formulas.map(
      (formula) => [formula],
    );
    await context.sync();
  });
  return (await valuesAt("Sheet1", `E1:E${formulas.length}`)).map(([value]) => value);
}

async function settings(): Promise<void> {
  freshExcel();
  await fill(
    [
      ["ID", "Target"],
      ["cp-rate", 60],
      ["cin-visits-6w", 95],
    ],
    "A1:B3",
  );
}

test("the functions that the pages use", async () => {
  await settings();
  expect(
    await results(
      '=INDEX(Sheet1!$B:$B,MATCH("cin-visits-6w",Sheet1!$A:$A,0))',
      '=IFERROR(MATCH("none",$A:$A,0),"-")',
      "=ROUND(1000*2/3,0)/10",
      "=ROUND(0.5,0)+ROUND(-2.5,0)",
      '=IF(B2=0,"-",B3/B2)',
      '=HYPERLINK("#\'Sheet1\'!A1","Go")',
      "=SUM(B:B)",
      "=1/0",
      "=B9",
      '=IF(AND(ISNUMBER(B2),B2>=60),"Green","Red")',
      "=EDATE(DATE(2023,7,31),-18)",
      "=NA()",
    ),
  ).toEqual([95, "-", 66.7, -2, 95 / 60, "Go", 155, "#DIV/0!", 0, "Green", 44592, "#N/A"]);
});

test("defined names stand for what they look up, also inside each other", async () => {
  await settings();
  await Excel.run(async (context) => {
    context.workbook.names.add("Target_cp", '=INDEX(Sheet1!$B:$B,MATCH("cp-rate",Sheet1!$A:$A,0))');
    context.workbook.names.add("Twice", "=Target_cp*2");
    await context.sync();
  });
  expect(await results("=Target_cp", "=Twice+1", "=Missing_name")).toEqual([60, 121, "#NAME?"]);
});

test("a name finds an ID in any case, the first of two, and follows an ID that a formula makes", async () => {
  await settings();
  await fill([["CP-Rate", 7]], "A4:B4");
  await Excel.run(async (context) => {
    const { names } = context.workbook;
    names.add("Any_case", '=INDEX(Sheet1!$B:$B,MATCH("CP-RATE",Sheet1!$A:$A,0))');
    names.add("Nowhere", '=INDEX(Sheet1!$B:$B,MATCH("none",Sheet1!$A:$A,0))');
    names.add("Said", '="INDEX(Sheet1!$B:$B,MATCH(""cp-rate"",Sheet1!$A:$A,0))"');
    names.add("Twins", '=INDEX(Sheet1!$B:$B,MATCH("c*",Sheet1!$A:$A,0))');
    names.add("Below", '=INDEX(Sheet1!$C:$C,MATCH("cp-rate",Sheet1!$A:$A,0))=""');
    await context.sync();
  });
  const formulas = ["=Any_case", "=Nowhere", "=Said", "=Twins", "=Below"];
  const said = 'INDEX(Sheet1!$B:$B,MATCH("cp-rate",Sheet1!$A:$A,0))';
  expect(await results(...formulas)).toEqual([60, "#N/A", said, 60, true]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A2").formulas = [['="x"&ROW()']];
    await context.sync();
  });
  expect(await results(...formulas)).toEqual([7, "#N/A", said, 95, true]);
});

test("a value that changes changes what depends on it, through other sheets", async () => {
  await settings();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Other").getRange("A1").formulas = [["=Sheet1!E1*10"]];
    await context.sync();
  });
  await results("=B2+1");
  expect(await valuesAt("Other", "A1")).toEqual([[610]]);
  await fill([[70]], "B2:B2");
  expect(await valuesAt("Other", "A1")).toEqual([[710]]);
});

test("manual calculation waits until it is asked for", async () => {
  await settings();
  await Excel.run(async (context) => {
    context.workbook.application.calculationMode = "Manual";
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("E1");
    cell.formulas = [["=B2"]];
    cell.load("values");
    await context.sync();
    expect(cell.values).toEqual([[""]]);
    context.workbook.application.calculate("Full");
    cell.load("values");
    await context.sync();
    expect(cell.values).toEqual([[60]]);
  });
});

test("worksheet functions are worked out for the add-in itself", async () => {
  await settings();
  await Excel.run(async (context) => {
    const { functions, worksheets } = context.workbook;
    const day = functions.date(2023, 7, 31);
    const sum = functions.sum(worksheets.getItem("Sheet1").getRange("B2:B3"), 5);
    const wrong = functions.date("x" as never, 1, 1);
    for (const result of [day, sum, wrong]) result.load("value,error");
    await context.sync();
    expect([day.value, sum.value, wrong.error]).toEqual([45138, 160, "#VALUE!"]);
  });
});

test("a formula whose cell on another sheet is deleted comes to #REF!, and not to what it was", async () => {
  freshExcel();
  await Excel.run(async (context) => {
    const plans = context.workbook.worksheets.add("Team plans");
    plans.getRange("A1:A2").values = [[47], [48]];
    const cells = context.workbook.worksheets.getItem("Sheet1").getRange("E1:E2");
    cells.formulas = [["='Team plans'!A2"], ["=IFERROR('Team plans'!A2,\"'x'!#REF!\")"]];
    await context.sync();
    plans.getRange("A2").delete("Up");
    await context.sync();
  });
  expect(await valuesAt("Sheet1", "E1:E2")).toEqual([["#REF!"], ["'x'!#REF!"]]);
});
