const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { contentSecurityPolicy } = require("./scripts/contentSecurityPolicy.cjs");
const { helpPages } = require("./scripts/helpPages.cjs");
const { hostAddresses } = require("./scripts/hostAddresses.cjs");
const { DEVELOPMENT_HOST, PLACEHOLDER_HOST, releaseHost } = require("./scripts/manifestHost.cjs");

const MICROSOFTS_CLIENT = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const FUNCTIONS = "./src/functions/functions.ts";

/**
 * --env host=https://clinic.mycouncil.gov.uk   a release: dist/manifest.xml for that host
 * --env officeJs=https://…/office.js           Microsoft's client from a council's own mirror
 */
module.exports = async (env, { mode }) => {
  const production = mode === "production";
  const officeJs = env.officeJs ?? MICROSOFTS_CLIENT;
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
      clean: true,
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
        officeJs,
        contentSecurityPolicy: contentSecurityPolicy(officeJs),
      }),
      new CopyWebpackPlugin({ patterns: [{ from: "assets/*.{png,json}" }] }),
      helpPages({ guide: "docs/functions.md", folder: "help" }),
      hostAddresses(addressesFor(production, env.host)),
    ],
    performance: { hints: false }, // scripts/checkSize.ts holds the budget, gzipped
    stats: production ? "errors-warnings" : "minimal",
    devServer: production ? undefined : await developmentServer(),
  };
};

/** Without a host a production build has no manifest: there would be nowhere to load it from. */
function addressesFor(production, host) {
  if (!production) return { host: DEVELOPMENT_HOST, manifest: "manifest.localhost.xml" };
  return host === undefined
    ? { host: PLACEHOLDER_HOST, manifest: null }
    : { host: releaseHost(host), manifest: "manifest.xml" };
}

async function developmentServer() {
  if (!process.env.WEBPACK_SERVE) return undefined;
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    port: 3000,
    hot: true,
    server: { type: "https", options: await getHttpsServerOptions() },
    devMiddleware: { writeToDisk: (file) => file.endsWith("manifest.localhost.xml") }, // to sideload
  };
}
