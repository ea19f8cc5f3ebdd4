import { serveDemo } from "./serve";
import { launchBrowser } from "../../tests/browser/browser";
(async () => {
  const server = await serveDemo({ port: 0, dist: "/tmp/prev/dist" });
  const b = await launchBrowser();
  const c = await b.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1500, height: 860 },
    locale: "en-GB",
  });
  const p = await c.newPage();
  await p.goto(server.origin + "/?empty");
  await p.waitForTimeout(3000);
  console.log(
    await p.evaluate(() => ({
      n: document.querySelectorAll("*").length,
      td: document.querySelectorAll("td").length,
      th: document.querySelectorAll("thead th").length,
      rows: (window as any).demo.workbook().activeSheet.rows.size,
      cells: [...(window as any).demo.workbook().activeSheet.rows.values()]
        .map((r: any) => r.cells.length)
        .slice(0, 5),
    })),
  );
  await Promise.race([b.close(), new Promise((r) => setTimeout(r, 3000))]);
  process.exit(0);
})();
