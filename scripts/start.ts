/**
 * `npm start`: serves the add-in from this machine over https and, where Excel is installed, sideloads it; elsewhere it says
 * what is missing and how to load the manifest by hand.
 */
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
const MANIFEST = join(ROOT, "dist", "manifest.localhost.xml");
/** Where Excel for the Mac looks for add-ins that are being tried (Microsoft's documentation on sideloading). */
const MAC_FOLDER = join(homedir(), "Library/Containers/com.microsoft.Excel/Data/Documents/wef");
const MAC_EXCEL = "/Applications/Microsoft Excel.app";

/** What is to be done by hand, or what was done. One sentence a line. */
export function sideloadAdvice(system: NodeJS.Platform, hasExcel: boolean): readonly string[] {
  const web =
    "Excel on the web: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in, then choose dist/manifest.localhost.xml.";
  if (system === "darwin") {
    return hasExcel
      ? ["The manifest is where Excel for the Mac looks for it.", "Restart Excel, then choose Home, Add-ins."]
      : ["Excel was not found in Applications.", web];
  }
  if (system === "win32") {
    return [
      "Excel for Windows: npx office-addin-debugging start dist/manifest.localhost.xml desktop",
      "It trusts the certificate, registers the manifest and starts Excel.",
      web,
    ];
  }
  return ["Excel does not run on this machine: npm run demo:pane shows the pane without it.", web];
}

function start(): void {
  const webpack = join(ROOT, "node_modules", "webpack", "bin", "webpack.js");
  const server = spawn(process.execPath, [webpack, "serve", "--mode", "development"], {
    cwd: ROOT,
    stdio: ["inherit", "pipe", "inherit"],
  });
  let told = false;
  server.stdout.on("data", (printed: Buffer) => {
    process.stdout.write(printed);
    if (told || !existsSync(MANIFEST) || !/compiled/.test(printed.toString())) return;
    told = true;
    const hasExcel = platform() === "darwin" && existsSync(MAC_EXCEL);
    if (hasExcel) {
      mkdirSync(MAC_FOLDER, { recursive: true });
      copyFileSync(MANIFEST, join(MAC_FOLDER, "assurance-clinic.xml"));
    }
    console.log(
      ["", "Serving the add-in at https://localhost:3000.", ...sideloadAdvice(platform(), hasExcel)].join(
        "\n",
      ),
    );
  });
  server.on("close", (code) => {
    process.exitCode = code ?? 1;
  });
}

if (require.main === module) start();
