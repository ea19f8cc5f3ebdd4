/** What the code has made sure is there. Throws where it is not, rather than go on with nothing. */
export function certain<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new TypeError("Something is missing that must be there.");
  return value;
}
