/** Which cell styles a workbook has, and which of them a build that was stopped left half-made. */

/** `finished`: names of the workbook's styles, in lower case; `begun`: those that a stopped build left half-made. */
export interface StylesFound {
  readonly finished: ReadonlySet<string>;
  readonly begun: ReadonlySet<string>;
}

/** A style includes everything until its last property is set: that one says that it is finished. */
export function stylesFrom(
  items: readonly Pick<Excel.Style, "name" | "includeNumber" | "includeProtection">[],
): StylesFound {
  const of = (begun: boolean) =>
    new Set(
      items
        .filter((style) => (style.includeNumber && style.includeProtection) === begun)
        .map(({ name }) => name.toLowerCase()),
    );
  return { finished: of(false), begun: of(true) };
}
