/** Excel's error values, as worksheet functions give and meet them. Only #VALUE! and #N/A carry a message. */

export type CellError = CustomFunctions.Error;

/** #VALUE!: an argument is of the wrong kind. The message says which and what to give. */
export function invalidValue(message: string): CellError {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
}

/** #N/A: there is no such figure, or none yet. */
export function notAvailable(message: string): CellError {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}

export function divisionByZero(): CellError {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero);
}

/** #NUM!: a number, but not one that can be meant, such as a day before 1900. */
export function invalidNumber(): CellError {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value instanceof CustomFunctions.Error;
}
