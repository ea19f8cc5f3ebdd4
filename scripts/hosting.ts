/**
 * The headers that a web server sends with the add-in's files, in one place: docs/hosting/ holds them as IIS, nginx and
 * Azure Static Web Apps write them. `npm run hosting` writes those files anew.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Headers = Readonly<Record<string, string>>;

/** With every file. Office frames the pane, so there is no X-Frame-Options and no frame-ancestors. */
export const ALWAYS: Headers = {
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Asked for again each time, so that a new version arrives at once: its name stays the same from version to version. */
const FRESH: Headers = { "Cache-Control": "no-cache" };
/** Its name carries its content's hash: it can never change. */
const FOR_EVER: Headers = { "Cache-Control": "public, max-age=31536000, immutable" };
/** Office does not show an icon that it may not keep. */
const A_DAY: Headers = { "Cache-Control": "public, max-age=86400" };
/** Excel on the web fetches the functions' description from an origin of its own. It holds no data. */
const ANY_ORIGIN: Headers = { "Access-Control-Allow-Origin": "*" };

interface Kind {
  /** What the file's path looks like, from the folder that serves it. */
  readonly path: RegExp;
  readonly headers: Headers;
}

/** Scripts whose names never change, since something names them: the page, and the pane that starts the worker. */
export const SCRIPTS_THAT_KEEP_THEIR_NAMES = ["taskpane.js", "fileReader.js"] as const;

/** The first that fits a path counts. */
export const KINDS: readonly Kind[] = [
  { path: /^functions\.json$/, headers: { ...FRESH, ...ANY_ORIGIN } },
  { path: /\.[0-9a-f]{8}\.js$/, headers: FOR_EVER },
  { path: /^assets\/.*\.png$/, headers: A_DAY },
  { path: /\.(html|css|js|json|xml)$/, headers: FRESH },
];

/** All headers of a file of `dist/`. */
export function headersOf(path: string): Headers {
  return { ...ALWAYS, ...KINDS.find((kind) => kind.path.test(path))?.headers };
}

/** The same from a server on this machine, which must not bind `localhost` to https for a year. */
export function headersOnThisMachine(path: string): Headers {
  const { "Strict-Transport-Security": _, ...headers } = headersOf(path);
  return headers;
}

const SAID = "Written by `npm run hosting` from scripts/hosting.ts: change it there.";

export function nginx(): string {
  const lines = (headers: Headers, indent: string) =>
    Object.entries(headers).map(([name, value]) => `${indent}add_header ${name} "${value}" always;`);
  const location = ({ path, headers }: Kind) => [
    // An add_header inside a location replaces those outside it, so that each location has them all.
    `    location ~ "${path.source.replace(/^\^/, "^/").replace(/\\\//g, "/")}" {`,
    ...lines({ ...ALWAYS, ...headers }, "        "),
    "    }",
  ];
  return [
    `# ${SAID}`,
    "server {",
    "    listen 443 ssl;",
    "    server_name clinic.council.example;        # the council's own name",
    "    ssl_certificate     /etc/ssl/clinic.pem;   # from an authority that the council's machines trust",
    "    ssl_certificate_key /etc/ssl/clinic.key;",
    "    root /srv/assurance-clinic/dist;",
    "    include /etc/nginx/mime.types;",
    "    gzip on;",
    "    gzip_types text/javascript application/javascript application/json;",
    "",
    ...lines(ALWAYS, "    "),
    "",
    ...KINDS.flatMap(location),
    "}",
    "",
  ].join("\n");
}

export function staticWebApp(): string {
  const routes = [
    { route: "/functions.json", headers: headersOf("functions.json") },
    { route: "/assets/*.png", headers: headersOf("assets/icon-32.png") },
    { route: "/assets/*.json", headers: headersOf("assets/sample-extracts.json") },
    { route: "/*.{html,css,xml}", headers: headersOf("taskpane.html") },
    ...SCRIPTS_THAT_KEEP_THEIR_NAMES.map((script) => ({ route: `/${script}`, headers: headersOf(script) })),
    { route: "/*.js", headers: headersOf("chunk.01234567.js") },
  ];
  return `${JSON.stringify({ globalHeaders: ALWAYS, routes, mimeTypes: { ".json": "application/json" } }, null, 2)}\n`;
}

/** What IIS has to be told by name; "help" is the folder of the functions' help pages. */
const FRESH_BY_NAME = [
  "taskpane.html",
  ...SCRIPTS_THAT_KEEP_THEIR_NAMES,
  "functions.json",
  "manifest.xml",
  "assets/sample-extracts.json",
  "help",
] as const;

export function iis(): string {
  const add = (headers: Headers, indent: string) =>
    Object.entries(headers).map(([name, value]) => `${indent}<add name="${name}" value="${value}" />`);
  // IIS sets what it sends for a named file or a folder, not for a pattern: the files whose names never change, the help
  // pages, and the rest.
  const file = (path: string) => [
    `  <location path="${path}">`,
    "    <system.webServer>",
    "      <httpProtocol>",
    "        <customHeaders>",
    ...Object.keys(FRESH).map((name) => `          <remove name="${name}" />`),
    ...add(
      path === "help" ? FRESH : (KINDS.find((kind) => kind.path.test(path))?.headers ?? {}),
      "          ",
    ),
    "        </customHeaders>",
    "      </httpProtocol>",
    "    </system.webServer>",
    "  </location>",
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- ${SAID} -->`,
    "<configuration>",
    "  <system.webServer>",
    "    <httpProtocol>",
    "      <customHeaders>",
    ...add({ ...ALWAYS, ...A_DAY }, "        "),
    "      </customHeaders>",
    "    </httpProtocol>",
    "    <staticContent>",
    '      <remove fileExtension=".json" />',
    '      <mimeMap fileExtension=".json" mimeType="application/json" />',
    "    </staticContent>",
    '    <urlCompression doStaticCompression="true" />',
    "  </system.webServer>",
    ...FRESH_BY_NAME.flatMap(file),
    "</configuration>",
    "",
  ].join("\n");
}

/** What docs/hosting/ holds, by file name. */
export const HOSTING_FILES: Readonly<Record<string, () => string>> = {
  "nginx.conf": nginx,
  "staticwebapp.config.json": staticWebApp,
  "web.config": iis,
};

if (require.main === module) {
  const folder = join(__dirname, "..", "docs", "hosting");
  mkdirSync(folder, { recursive: true });
  for (const [name, write] of Object.entries(HOSTING_FILES)) writeFileSync(join(folder, name), write());
}
