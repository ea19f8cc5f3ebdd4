const shared = require("./shared.jest.config");

/** @type {import("jest").Config} */
module.exports = {
  ...shared,
  displayName: "browser",
  testMatch: ["<rootDir>/tests/browser/**/*.test.ts"],
  testTimeout: 120_000,
};
