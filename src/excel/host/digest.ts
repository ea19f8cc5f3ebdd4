/** Short digests of texts, to tell whether something is still what it was. No protection against anybody: a checksum. */

/** 64 bits in base 36 (FNV-1a, twice with different seeds). */
export function digestOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}
