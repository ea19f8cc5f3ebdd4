// Two projects: `unit` in plain Node, `browser` against a real Chromium and so with longer patience.
/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: 2,
  // Jest takes this one from here alone when it runs projects: patience for a busy machine, for tests and hooks alike.
  testTimeout: 120_000,
  projects: ["<rootDir>/tests/unit.jest.config.js", "<rootDir>/tests/browser.jest.config.js"],
};
