const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { contentSecurityPolicy } = require("./scripts/contentSecurityPolicy.cjs");
const { helpPages } = require("./scripts/helpPages.cjs");

/** Microsoft's own address; a council with a mirror of its own gives OFFICE_JS=https://… to the build. */
const OFFICE_JS = process.env.OFFICE_JS || "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const FUNCTIONS = "./src/functions/functions.ts";

module.exports = async (_env, { mode }) => {
  const production = mode === "production";
  return {
    mode,
    target: ["web", "es2020"],
    devtool: production ? false : "source-map",
    // The shared runtime: worksheet functions, ribbon commands and the pane in one page.
    entry: { taskpane: [FUNCTIONS, "./src/commands/commands.ts", "./src/taskpane/index.tsx"] },
    output: {
      path: path.resolve(__dirname, "dist"),
      // manifest.xml names taskpane.js; what loads later carries its own hash.
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: { keep: /^manifest.*\.xml$/ },
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                parser: { syntax: "typescript", tsx: true },
                target: "es2020",
                transform: { react: { runtime: "automatic", development: !production } },
              },
            },
          },
        },
      ],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ input: FUNCTIONS, output: "functions.json" }),
      new HtmlWebpackPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        scriptLoading: "defer",
        hash: true,
        officeJs: OFFICE_JS,
        contentSecurityPolicy: contentSecurityPolicy(OFFICE_JS),
      }),
      new CopyWebpackPlugin({
        patterns: [{ from: "assets/*.png" }],
      }),
      helpPages({ guide: "docs/functions.md", folder: "help" }),
    ],
    performance: { hints: false }, // scripts/checkSize.ts holds the budget, gzipped
    stats: production ? "errors-warnings" : "minimal",
    devServer: production ? undefined : await developmentServer(),
  };
};

async function developmentServer() {
  if (!process.env.WEBPACK_SERVE) return undefined;
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return { port: 3000, hot: true, server: { type: "https", options: await getHttpsServerOptions() } };
}
