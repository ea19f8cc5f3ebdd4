/** How a file spells the characters that XML cannot hold. */

/** "_x000D_" is a carriage return. */
export function textFromFile(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

export function textForFile(text: string): string {
  const spelt = /_x[0-9A-Fa-f]{4}_/.test(text) ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text;

  return spelt.replace(
    // The letters that XML refuses are the very ones looked for.
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
    (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}
