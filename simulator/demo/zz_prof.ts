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
  const s = await c.newCDPSession(p);
  await b.newBrowserCDPSession().then(async (bs) => {
    await bs.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: {
        includedCategories: ["devtools.timeline", "toplevel", "disabled-by-default-devtools.timeline"],
      },
    } as any);
    const ev: any[] = [];
    bs.on("Tracing.dataCollected", (d: any) => ev.push(...d.value));
    (globalThis as any).bs = bs;
    (globalThis as any).ev = ev;
  });
  p.goto(server.origin + "/?empty").catch(() => {});
  await new Promise((r) => setTimeout(r, 7000));
  const { bs, ev } = globalThis as any;
  const done = new Promise((r) => bs.once("Tracing.tracingComplete", r));
  await bs.send("Tracing.end");
  await Promise.race([done, new Promise((r) => setTimeout(r, 15000))]);
  const sum = new Map<string, [number, number]>();
  for (const e of ev)
    if (e.ph === "X") {
      const k = e.name;
      const x = sum.get(k) ?? [0, 0];
      sum.set(k, [x[0] + e.dur / 1000, x[1] + 1]);
    }
  console.log(
    [...sum]
      .sort((a, b) => b[1][0] - a[1][0])
      .slice(0, 25)
      .map(([k, [d, n]]) => `${k} ${d.toFixed(0)}ms x${n}`)
      .join("\n"),
  );
  await Promise.race([b.close(), new Promise((r) => setTimeout(r, 3000))]);
  process.exit(0);
})();
