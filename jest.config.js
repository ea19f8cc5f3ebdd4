// Two projects: `unit` in plain Node, `browser` against a real Chromium and so with longer patience.
const shared = {
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  // Microsoft's client, once loaded, answers its timers after a test file has ended.
  testEnvironmentOptions: { globalsCleanup: "off" },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/out/"],
  transform: {
    "^.+\\.(t|j)sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          target: "es2022",
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
};

/** @type {import("jest").Config} */
module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, "<rootDir>/tests/browser/"],
    },
    {
      ...shared,
      displayName: "browser",
      testMatch: ["<rootDir>/tests/browser/**/*.test.ts"],
      testTimeout: 120_000,
    },
  ],
};
