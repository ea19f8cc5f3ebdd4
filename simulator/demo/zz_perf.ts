import { serveDemo } from "./serve";
import { launchBrowser } from "../../tests/browser/browser";
(async () => {
  const server = await serveDemo({ port: 0, dist: "/tmp/prev/dist" });
  for (const css of [
    "",
    ".sheet th, .sheet thead td { position: static !important }",
    "#sheet{display:none}",
  ]) {
    const b = await launchBrowser();
    const c = await b.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1500, height: 860 },
      locale: "en-GB",
    });
    const p = await c.newPage();
    await p.addInitScript((css) => {
      addEventListener("DOMContentLoaded", () => {
        const s = document.createElement("style");
        s.textContent = css;
        document.head.append(s);
      });
    }, css);
    const t = Date.now();
    await p.goto(server.origin + "/?empty");
    const pane = p.frameLocator("iframe");
    await pane.getByRole("button", { name: "Insert sample extracts" }).waitFor();
    const t1 = Date.now();
    await pane.getByRole("button", { name: "Insert sample extracts" }).click();
    await pane
      .getByRole("heading", { name: "Extracts" })
      .waitFor({ timeout: 90000 })
      .catch(() => console.log("timeout"));
    console.log(JSON.stringify(css), "open", t1 - t, "insert", Date.now() - t1);
    await Promise.race([b.close(), new Promise((r) => setTimeout(r, 4000))]);
  }
  process.exit(0);
})();
