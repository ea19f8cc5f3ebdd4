/** Waiting for what a browser draws, never for time. */
import type { Frame, Page } from "playwright-core";

export interface Media {
  readonly colorScheme: "light" | "dark";
  readonly forcedColors: "none" | "active";
}

/** Asks for these media, and resolves once the pane is drawn in them: its ground has the theme's lightness and nothing moves. */
export async function showIn(page: Page, frame: () => Frame, media: Media): Promise<void> {
  await page.emulateMedia(media);
  await frame().waitForFunction(({ colorScheme, forcedColors }) => {
    const forced = matchMedia("(forced-colors: active)").matches;
    if (forced !== (forcedColors === "active")) return false;
    if (document.getAnimations().some(({ playState }) => playState === "running")) return false;
    const ground = document.querySelector("#pane > *");
    if (!ground || forced) return ground !== null;
    const [red = 255, green = 255, blue = 255] = (
      getComputedStyle(ground).backgroundColor.match(/\d+/g) ?? []
    ).map(Number);
    return red + green + blue < 3 * 128 === (colorScheme === "dark");
  }, media);
  await nextFrames(frame());
}

/** What was asked for before is on the screen after two frames. */
export async function nextFrames(frame: Frame): Promise<void> {
  await frame.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
}

/** Reads again and again until it has what is wanted; the last that was read when patience ends. */
export async function readUntil<T>(read: () => Promise<T>, wanted: T, patience: number): Promise<T> {
  const end = Date.now() + patience;
  let found = await read();
  while (found !== wanted && Date.now() < end) found = await read();
  return found;
}
