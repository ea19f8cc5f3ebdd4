/** What may be typed into the pane's fields. */
import type { Entry } from "../parts/EntryField";
import type { Threshold } from "../ports";
import { readDate } from "../../clinic/calendar/readDate";

/** A number, or nothing: "90", "90%", "61.5", "1,200". */
export function numberOrBlank(text: string): Entry<number | null> {
  if (text === "") return { value: null };
  const number = Number(text.replace(/,(?=\d{3}\b)/g, "").replace(/\s*%$/, ""));
  return Number.isFinite(number) && number >= 0
    ? { value: number }
    : { wrong: "Type a number such as 90, or leave this blank." };
}

/** A target or how far from it is amber: a number, "none", or nothing. */
export function threshold(text: string): Entry<Threshold> {
  if (text.toLowerCase() === "none") return { value: "none" };
  const entry = numberOrBlank(text);
  return "wrong" in entry ? { wrong: "Type a number such as 90, or none." } : entry;
}

/** A whole number of one or more. */
export function wholeAboveZero(text: string): Entry<number> {
  const number = Number(text);
  return text !== "" && Number.isInteger(number) && number > 0
    ? { value: number }
    : { wrong: "Type a whole number such as 20." };
}

export function dateOrBlank(text: string): Entry<number | null> {
  if (text === "") return { value: null };
  const date = readDate(text, false);
  return date > 0 ? { value: date } : { wrong: "Type a date such as 31/07/2023, or leave this blank." };
}

export function anyText(text: string): Entry<string> {
  return { value: text };
}
