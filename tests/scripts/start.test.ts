import { sideloadAdvice } from "../../scripts/start";

describe("npm start", () => {
  it("says what is missing where Excel cannot run", () => {
    expect(sideloadAdvice("linux", false).join(" ")).toMatch(/does not run on this machine.*demo:pane/);
  });

  it("says on every system how to load the manifest on the web, unless Excel has it already", () => {
    for (const system of ["linux", "win32", "darwin"] as const)
      expect(sideloadAdvice(system, false).join(" ")).toContain("dist/manifest.localhost.xml");
    expect(sideloadAdvice("darwin", true).join(" ")).toMatch(/Restart Excel/);
  });
});
