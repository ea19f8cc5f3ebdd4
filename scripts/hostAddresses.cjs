// A webpack plugin: completes functions.json, and writes the manifest for the host that the build is for.
const fs = require("node:fs");
const path = require("node:path");
const { completeMetadata } = require("./functionsMetadata.cjs");
const { manifestFor } = require("./manifestHost.cjs");

/**
 * @param {{ host: string, manifest: string | null }} options `manifest`: the file to write, or null for none
 */
function hostAddresses({ host, manifest }) {
  return {
    apply(compiler) {
      const { Compilation, sources } = compiler.webpack;
      compiler.hooks.thisCompilation.tap("HostAddresses", (compilation) => {
        compilation.hooks.processAssets.tap(
          { name: "HostAddresses", stage: Compilation.PROCESS_ASSETS_STAGE_DERIVED },
          () => {
            compilation.updateAsset(
              "functions.json",
              (source) => new sources.RawSource(completeMetadata(source.source().toString(), host)),
            );
            if (manifest === null) return;
            const template = fs.readFileSync(path.resolve(compiler.context, "manifest.xml"), "utf8");
            compilation.emitAsset(manifest, new sources.RawSource(manifestFor(template, host)));
          },
        );
      });
    },
  };
}

module.exports = { hostAddresses };
