import { newWorkbook } from "..";
(async () => {
  const excel = newWorkbook();
  excel.install();
  const { insertSample } = await import("../../src/excel/insertSample");
  const { inspectWorkbook } = await import("../../src/excel/inspectWorkbook");
  const { buildClinic } = await import("../../src/excel/buildClinic");
  const sheets = require("../../assets/sample-extracts.json").sheets;
  let t = Date.now();
  await insertSample(sheets);
  console.log("insert", Date.now() - t, excel.requests.count);
  t = Date.now();
  const i = await inspectWorkbook();
  console.log("inspect", Date.now() - t, i.cannotBuild, i.recognition.lists.length, i.report?.month);
  t = Date.now();
  const b = await buildClinic({});
  console.log("build", Date.now() - t, b.state, b.sheetsWritten.length, excel.requests);
})().catch((e) => console.log(e));
