import { launchBrowser } from "./browser";

describe("the test browser", () => {
  it("starts on this machine and draws text", async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 350, height: 378 } });
      await page.setContent("<h1 style='font-family:Arial;display:inline-block'>Improving ↑</h1>");
      const box = await page.locator("h1").boundingBox();
      expect(box?.width).toBeGreaterThan(60);
      expect(await page.evaluate(() => navigator.userAgent)).toMatch(/Chrome/);
    } finally {
      await browser.close();
    }
  });
});
