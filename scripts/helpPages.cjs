// The functions' help pages, made from docs/functions.md so that guide and help never differ: each "## NAME" section
// whose name is in capitals is a page of its own (help/name.html), the rest is help/index.html.
const fs = require("node:fs");
const path = require("node:path");
const { markdownToHtml, escapeHtml } = require("./markdown.cjs");

const STYLE = `body{font:1rem/1.5 Arial,sans-serif;color:#1a1a1a;background:#fff;margin:0 auto;padding:1rem 1.5rem 3rem;max-width:46rem}
h1,h2,h3{color:#12436d;line-height:1.25}a{color:#12436d}
table{border-collapse:collapse;margin:1rem 0}th{background:#12436d;color:#fff}th,td{border:1px solid #bfbfbf;padding:.3rem .6rem;text-align:left;vertical-align:top}
code{font-family:Consolas,monospace;background:#f2f4f7;padding:.05rem .25rem}pre{background:#f2f4f7;padding:.75rem;overflow-x:auto}pre code{padding:0}`;

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The sections of the guide: [{ name, markdown }] a function, and the introduction. */
function readGuide(markdown) {
  const parts = markdown.split(/^(?=## )/m);
  const isFunction = (part) => /^## [A-Z]+\s*$/m.test(part.split("\n", 1)[0] ?? "");
  return {
    introduction: parts.filter((part) => !isFunction(part)).join(""),
    functions: parts
      .filter(isFunction)
      .map((part) => ({ name: part.split("\n", 1)[0].slice(3).trim(), markdown: part })),
  };
}

/** Every help file: { "pct.html": "<!doctype html>…", …, "help.css": "…" }. */
function helpFiles(markdown) {
  const { introduction, functions } = readGuide(markdown);
  const links = functions.map(({ name }) => `- [CLINIC.${name}](${name.toLowerCase()}.html)`).join("\n");
  const files = {
    "index.html": page(
      "Assurance Clinic: worksheet functions",
      markdownToHtml(`${introduction}\n\n## The functions\n\n${links}\n`),
    ),
    "help.css": STYLE,
  };
  for (const { name, markdown: section } of functions) {
    const body = markdownToHtml(section.replace(/^## .*/, `# CLINIC.${name}`));
    files[`${name.toLowerCase()}.html`] = page(
      `CLINIC.${name}`,
      `${body}\n<p><a href="index.html">All functions</a></p>`,
    );
  }
  return files;
}

function page(title, body) {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** A webpack plugin that writes the help files to `folder`. */
function helpPages({ guide, folder }) {
  return {
    apply(compiler) {
      const { Compilation, sources } = compiler.webpack;
      compiler.hooks.thisCompilation.tap("HelpPages", (compilation) => {
        const source = path.resolve(compiler.context, guide);
        compilation.fileDependencies.add(source);
        compilation.hooks.processAssets.tap(
          { name: "HelpPages", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
          () => {
            for (const [name, text] of Object.entries(helpFiles(fs.readFileSync(source, "utf8")))) {
              compilation.emitAsset(`${folder}/${name}`, new sources.RawSource(text));
            }
          },
        );
      });
    },
  };
}

module.exports = { helpPages, helpFiles, readGuide };
