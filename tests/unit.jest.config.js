const shared = require("./shared.jest.config");

/** @type {import("jest").Config} */
module.exports = {
  ...shared,
  displayName: "unit",
  // Patience for a busy machine, for tests and hooks alike: a test waits for what it needs, never for time.
  testTimeout: 60_000,
  testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
  testPathIgnorePatterns: [...shared.testPathIgnorePatterns, "<rootDir>/tests/browser/"],
};
