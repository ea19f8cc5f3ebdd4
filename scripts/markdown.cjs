// The little Markdown that docs/functions.md is written in: headings, paragraphs, lists, tables, fenced code;
// inline code, bold, links. Anything else comes out as the text it is.

/** @param {string} markdown */
function markdownToHtml(markdown) {
  const lines = markdown.replace(/\r\n/g, "\n").split("\n");
  const blocks = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line.trim() === "") {
      at++;
      continue;
    }
    const [html, next] = readBlock(lines, at);
    blocks.push(html);
    at = next;
  }
  return blocks.join("\n");
}

function readBlock(lines, start) {
  const line = lines[start];
  if (line.startsWith("```")) {
    const end = endOf(lines, start + 1, (next) => next.startsWith("```"));
    return [`<pre><code>${escapeHtml(lines.slice(start + 1, end).join("\n"))}</code></pre>`, end + 1];
  }
  const heading = /^(#{1,3}) (.*)$/.exec(line);
  if (heading) return [`<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`, start + 1];
  if (line.startsWith("|")) {
    const end = endOf(lines, start, (next) => !next.startsWith("|"));
    return [table(lines.slice(start, end)), end];
  }
  if (line.startsWith("- ")) {
    const end = endOf(lines, start, (next) => !/^(- | {2}\S)/.test(next));
    const entries = lines.slice(start, end).join("\n").split(/^- /m).slice(1);
    return [
      `<ul>\n${entries.map((entry) => `<li>${inline(entry.replace(/\s+/g, " ").trim())}</li>`).join("\n")}\n</ul>`,
      end,
    ];
  }
  const end = endOf(lines, start, (next) => next.trim() === "" || /^(#{1,3} |\||- |```)/.test(next));
  return [`<p>${inline(lines.slice(start, end).join(" "))}</p>`, end];
}

function endOf(lines, from, isEnd) {
  let at = from;
  while (at < lines.length && !isEnd(lines[at])) at++;
  return at;
}

function table(rows) {
  const cells = rows.map((row) =>
    row
      .replace(/^\||\|\s*$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replace(/\\\|/g, "|")),
  );
  const [head, , ...body] = cells;
  const headRow = `<tr>${head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("")}</tr>`;
  const bodyRows = body.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`);
  return `<table>\n<thead>${headRow}</thead>\n<tbody>\n${bodyRows.join("\n")}\n</tbody>\n</table>`;
}

function inline(text) {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? `<code>${escapeHtml(part.slice(1, -1))}</code>` : emphasis(part),
    )
    .join("");
}

function emphasis(text) {
  return escapeHtml(text)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label, address) => `<a href="${address}">${label}</a>`)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(^|\W)\*([^*]+)\*(?=\W|$)/g, "$1<em>$2</em>");
}

function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

module.exports = { markdownToHtml, escapeHtml };
