// What both projects have in common.
/** @type {import("jest").Config} */
module.exports = {
  rootDir: "..",
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
