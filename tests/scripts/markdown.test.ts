import { markdownToHtml } from "../../scripts/markdown.cjs";

describe("the guide's Markdown", () => {
  it("writes headings, paragraphs, lists and code", () => {
    expect(
      markdownToHtml("# A & B\n\nOne\ntwo **three**.\n\n- first\n- second `x<y`\n\n```\n=A1\n```\n"),
    ).toBe(
      "<h1>A &amp; B</h1>\n<p>One two <strong>three</strong>.</p>\n<ul>\n<li>first</li>\n<li>second <code>x&lt;y</code></li>\n</ul>\n<pre><code>=A1</code></pre>",
    );
  });

  it("writes tables with column headings", () => {
    expect(markdownToHtml("| a | b |\n| --- | --- |\n| `1\\|2` | 3 |")).toBe(
      '<table>\n<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>\n<tbody>\n<tr><td><code>1|2</code></td><td>3</td></tr>\n</tbody>\n</table>',
    );
  });

  it("never lets the text become markup", () => {
    expect(markdownToHtml('<script src="x"></script>')).toBe(
      "<p>&lt;script src=&quot;x&quot;&gt;&lt;/script&gt;</p>",
    );
  });
});
