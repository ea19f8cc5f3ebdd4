// The house rules as lint errors. tests/architecture.test.ts checks the arrows a second way, by reading the imports.
import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const OFFICE_GLOBALS = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"];
const BROWSER_GLOBALS = [
  "window",
  "document",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "fetch",
  "self",
];
const NODE_GLOBALS = ["process", "require", "module", "Buffer", "__dirname", "global", "globalThis"];

const NODE_MODULES = ["node:*", "fs", "fs/*", "path", "os", "crypto", "child_process", "worker_threads"];
const NEVER_SHIPPED = ["**/simulator/**", "**/tests/**", "**/bench/**", "**/scripts/**"];
const PANE_LIBRARIES = ["react", "react/*", "react-dom", "react-dom/*", "@fluentui/*"];

/** The arrow clinic ← pages ← (files | loading ← excel) ← functions, commands, taskpane: what each folder may not import. */
const LAYERS = {
  clinic: ["pages", "files", "loading", "excel", "functions", "commands", "taskpane"],
  pages: ["files", "loading", "excel", "functions", "commands", "taskpane"],
  files: ["loading", "excel", "functions", "commands", "taskpane"],
  loading: ["files", "excel", "functions", "commands", "taskpane"],
  excel: ["files", "functions", "commands", "taskpane"],
  functions: ["files", "loading", "commands", "taskpane"],
  commands: ["files", "loading", "functions", "taskpane"],
  taskpane: ["functions", "commands"],
};

/** Pure folders: no Excel, no page, no Node, no library of the pane. */
const PURE = ["clinic", "pages", "files", "loading"];
/** May speak to Office; in the pane only the bootstrap may. */
const SPEAKS_TO_OFFICE = [
  "src/excel/**",
  "src/functions/**",
  "src/commands/**",
  "src/taskpane/bootstrap/**",
  "src/taskpane/index.tsx",
];

/** Loops over every row of an extract that read typed arrays in bounds: a check for each read would be the cost of the loop. */
const HOT_LOOPS = [
  ...["caseloads", "countChildren", "teamCounts", "checks/stockAndFlow", "own/ownRows", "own/ownSource"].map(
    (name) => `src/clinic/calculate/${name}.ts`,
  ),
  "src/clinic/calendar/workingDays.ts",
  "src/clinic/extracts/{events,plainIds,readCells,readChildren,readDates,readLists,readTeams,readValues,records}.ts",
  "src/clinic/indicators/{cohorts,inTime,own/ownCohort}.ts",
  "src/clinic/rules/{rulesDates,rulesDuplicates}.ts",
];

const forbid = (names, message) => names.map((name) => ({ name, message }));

const layerRules = Object.entries(LAYERS).map(([folder, above]) => {
  const pure = PURE.includes(folder);
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: above.map((other) => `**/${other}/**`),
              message: `src/${folder} may not import this layer: the arrow is clinic ← pages ← (files | loading ← excel) ← functions, commands, taskpane.`,
            },
            { group: NEVER_SHIPPED, message: "src ships; this does not." },
            { group: NODE_MODULES, message: "The add-in runs in a web view, not in Node." },
            ...(folder === "taskpane"
              ? []
              : [{ group: PANE_LIBRARIES, message: "Only the pane knows React." }]),
          ],
        },
      ],
      ...(pure
        ? {
            "no-restricted-globals": [
              "error",
              ...forbid(
                [...OFFICE_GLOBALS, ...BROWSER_GLOBALS, ...NODE_GLOBALS],
                `src/${folder} is pure: no Excel, no page, no Node.`,
              ),
            ],
          }
        : {}),
    },
  };
});

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-undef": "off", // TypeScript's own check knows the types
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-param-reassign": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    // What is there is proved by its type, or src/clinic/cells/certain.ts throws where it is not.
    files: ["src/**/*.{ts,tsx}"],
    ignores: HOT_LOOPS,
    rules: { "@typescript-eslint/no-non-null-assertion": "error" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: SPEAKS_TO_OFFICE,
    rules: {
      "no-restricted-globals": [
        "error",
        ...forbid(
          OFFICE_GLOBALS,
          "Excel and Office stay in src/excel, functions, commands and the pane's bootstrap.",
        ),
      ],
    },
  },
  ...layerRules,
  {
    files: [
      "src/excel/**/*.ts",
      "src/functions/**/*.ts",
      "src/commands/**/*.ts",
      "src/taskpane/**/*.{ts,tsx}",
    ],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      [
        "call-sync-after-load",
        "call-sync-before-read",
        "load-object-before-read",
        "no-context-sync-in-loop",
        "no-empty-load",
        "no-navigational-load",
        "no-office-initialize",
        "test-for-null-using-isNullObject",
      ].map((rule) => [`office-addins/${rule}`, "error"]),
    ),
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    // Programs of the workshop print freely; they ship with nothing.
    files: ["simulator/**/*.ts", "tests/**/*.{ts,tsx}", "bench/**/*.ts", "scripts/**/*.{ts,cjs}"],
    rules: { "no-console": "off", "no-control-regex": "off" },
  },
  {
    files: ["tests/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|test|describe)$/]",
          message: "No test is left out.",
        },
      ],
    },
  },
  {
    files: ["**/*.{js,cjs}"],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
        process: "readonly",
        Buffer: "readonly",
        console: "readonly",
        URL: "readonly",
      },
    },
  },
  { files: ["**/*.mjs"], languageOptions: { sourceType: "module" } },
  prettier,
);
