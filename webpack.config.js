const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { version } = require("./package.json");
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
    entry: {
      taskpane: [
        "./src/taskpane/oldBrowsers.ts",
        FUNCTIONS,
        "./src/functions/start.ts",
        "./src/commands/commands.ts",
        "./src/taskpane/index.tsx",
      ],
      // A worker: src/taskpane/bootstrap/readApart.ts names it.
      fileReader: "./src/taskpane/fileReader.ts",
    },
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
        {
          // Libraries are published for newer browsers than the oldest that manifest.xml admits (scripts/checkBrowsers.ts).
          test: /\.m?js$/,
          include: /node_modules/,
          use: {
            loader: "swc-loader",
            options: { isModule: "unknown", jsc: { parser: { syntax: "ecmascript" }, target: "es2020" } },
          },
        },
      ],
    },
    plugins: [
      new CustomFunctionsMetadataPlugin({ input: FUNCTIONS, output: "functions.json" }),
      new HtmlWebpackPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        hash: true,
        officeJs,
        version,
        contentSecurityPolicy: contentSecurityPolicy(officeJs),
      }),
      new CopyWebpackPlugin({ patterns: [{ from: "assets/*.{png,json}" }] }),
      helpPages({ guide: "docs/functions.md", folder: "help" }),
      hostAddresses(addressesFor(production, env.host)),
    ],
    // As small as Terser makes it (webpack's own choice), in a tenth of its time.
    optimization: {
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, parallel: false })],
    },
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
  return {
    host: "localhost", // this machine only
    port: 3000,
    hot: true,
    server: { type: "https", options: await certificate() },
    devMiddleware: { writeToDisk: (file) => file.endsWith("manifest.localhost.xml") }, // to sideload
  };
}

/** The certificate that Excel trusts; where it cannot be installed, the server's own, which a browser asks about once. */
async function certificate() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  try {
    return await getHttpsServerOptions();
  } catch {
    console.log(
      "No certificate that Excel trusts could be installed here: npx office-addin-dev-certs install says why.",
    );
    return {};
  }
}
