import { serveDemo } from "./serve";
import { launchBrowser } from "../../tests/browser/browser";
(async () => {
  const t = Date.now();
  const server = await serveDemo({ port: 0, dist: "/tmp/prev/dist" });
  console.log(server.origin, Date.now() - t);
  const b = await launchBrowser();
  const c = await b.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1500, height: 860 },
    locale: "en-GB",
  });
  const p = await c.newPage();
  p.on("console", (m) => console.log("[c]", m.type(), Math.round(performance.now()), m.text().slice(0, 400)));
  p.on("pageerror", (e) => console.log("[e]", String(e.stack).slice(0, 500)));
  p.on("requestfailed", (r) => console.log("[f]", r.url()));
  p.on("response", (r) => {
    if (r.status() >= 400) console.log("[404]", r.url());
  });
  await p.goto(server.origin + "/?empty");
  const pane = p.frameLocator("iframe");
  await p.waitForTimeout(4000);
  await p.screenshot({ path: "/tmp/prev/d1.png" });
  try {
    await pane.getByRole("button", { name: "Insert sample extracts" }).click({ timeout: 90000 });
    await pane.getByRole("heading", { name: "Extracts" }).waitFor({ timeout: 90000 });
    await p.waitForTimeout(1500);
    await p.screenshot({ path: "/tmp/prev/d2.png" });
    await pane.getByRole("button", { name: "Build", exact: true }).click();
    await p.waitForTimeout(500);
    await p.screenshot({ path: "/tmp/prev/d3.png" });
    const t1 = Date.now();
    await pane.getByRole("button", { name: "Build clinic tables" }).click();
    await pane.getByRole("heading", { name: "Results" }).waitFor({ timeout: 120000 });
    console.log("built", Date.now() - t1);
  } catch (e) {
    console.log(String(e).slice(0, 500));
  }
  await p.waitForTimeout(1500);
  await p.screenshot({ path: "/tmp/prev/d4.png" });
  await b.close();
  await server.close();
  process.exit(0);
})();
