/**
 * A real browser on whatever machine this is: an installed Chrome, Edge or Chromium, else (Linux x64) the Chromium
 * inside the npm package @sparticuz/chromium. Nothing is downloaded.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const CACHE = join(__dirname, "..", "..", "node_modules", ".cache", "assurance-clinic-browser");

const LAUNCH_ARGUMENTS = [
  "--no-sandbox", // the tests run as root in containers
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--font-render-hinting=none",
];

/** Throws a plain sentence when this machine has no browser and none can be unpacked for it. */
export async function launchBrowser(): Promise<Browser> {
  const installed = installedBrowser();
  if (installed !== null) return chromium.launch({ executablePath: installed, args: LAUNCH_ARGUMENTS });
  const folder = unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args: [...LAUNCH_ARGUMENTS, "--headless=shell", "--no-zygote", "--disable-setuid-sandbox"],
    env: { ...process.env, ...bareMachineEnvironment(folder) },
  });
}

/** CLINIC_BROWSER overrules the search. */
function installedBrowser(): string | null {
  const candidates = [
    process.env.CLINIC_BROWSER ?? "",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    join(homedir(), "AppData/Local/Google/Chrome/Application/chrome.exe"),
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  ];
  return candidates.find((candidate) => candidate !== "" && existsSync(candidate)) ?? null;
}

/**
 * The folder of an unpacked Chromium. It is unpacked aside and renamed into place, so that two test files that
 * start together never run a half-written one.
 */
function unpackedChromium(): string {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser found: install Chrome, Edge or Chromium, or name one in CLINIC_BROWSER.");
  }
  const ready = join(CACHE, "chromium-141");
  if (existsSync(ready)) return ready;
  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, "unpacking-"));
  unpackInto(aside);
  writeFontConfiguration(aside, ready);
  try {
    renameSync(aside, ready);
  } catch {
    rmSync(aside, { recursive: true, force: true }); // another process was first
  }
  return ready;
}

/**
 * In a process of its own: the package unpacks into the temporary folder of the process's real environment, which a
 * test's sandbox does not reach, and its libraries (NSS) only where it believes itself on Lambda.
 */
function unpackInto(folder: string): void {
  const script = `import("@sparticuz/chromium").then(({ default: packaged }) => packaged.executablePath())`;
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  execFileSync(process.execPath, ["-e", script], {
    cwd: __dirname,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (!existsSync(join(folder, "chromium")))
    throw new Error("The Chromium of the npm package did not unpack.");
}

function writeFontConfiguration(folder: string, finalFolder: string): void {
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(finalFolder, "fonts")}</dir><cachedir>${join(finalFolder, "font-cache")}</cachedir></fontconfig>`,
  );
}

/** What a machine without NSS or fonts lacks: the package's own copies. */
function bareMachineEnvironment(folder: string): Record<string, string> {
  const libraryFolders = ["/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64"];
  const hasNss = libraryFolders.some((library) => existsSync(join(library, "libnss3.so")));
  const hasFonts = existsSync("/etc/fonts/fonts.conf") && hasFiles("/usr/share/fonts");
  return {
    ...(hasNss
      ? {}
      : {
          LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH]
            .filter(Boolean)
            .join(":"),
        }),
    ...(hasFonts ? {} : { FONTCONFIG_FILE: join(folder, "fonts.conf") }),
  };
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}
