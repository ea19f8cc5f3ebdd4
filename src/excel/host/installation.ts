/** Which of the computers that have the workbook open this is: a random name, kept on the computer, that says nothing of its user. */

const KEY = "clinic.installation";

/** The part of localStorage that is needed; null where there is none, or the browser forbids it. */
export interface InstallationStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** For as long as this runtime lives, where nothing can be kept. */
let unkept: string | null = null;

/** The same after a crash, so that a retry is never blocked by its own token. */
export function installationId(store: InstallationStore | null = localStore()): string {
  try {
    const kept = store?.getItem(KEY);
    if (kept) return kept;
    const made = randomName();
    store?.setItem(KEY, made);
    if (store) return made;
  } catch {
    // A store that is full or forbidden is as good as none.
  }
  return (unkept ??= randomName());
}

/** 16 hexadecimal digits that nobody else has. */
export function randomName(): string {
  return Array.from({ length: 4 }, () =>
    Math.floor(Math.random() * 0x10000)
      .toString(16)
      .padStart(4, "0"),
  ).join("");
}

function localStore(): InstallationStore | null {
  try {
    return (globalThis as { localStorage?: InstallationStore }).localStorage ?? null;
  } catch {
    return null;
  }
}
