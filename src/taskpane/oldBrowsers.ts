/**
 * What WebKit 13 to 15.3 lacks of what the code uses: Excel on an older Mac shows the pane in it. It stands first in the
 * bundle; scripts/checkBrowsers.ts finds what else such a browser cannot read.
 */
function at<Item>(this: readonly Item[], index: number): Item | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

if (!("at" in Array.prototype)) {
  Object.defineProperty(Array.prototype, "at", { value: at, writable: true, configurable: true });
}

export {};
