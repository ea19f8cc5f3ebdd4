/**
 * Puts text on the clipboard. Excel's desktop web view often refuses `navigator.clipboard`, so a
 * selected text field and the old copy command stand behind it. Focus returns to where it was.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyFromField(text);
  }
}

function copyFromField(text: string): void {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) {
    throw Object.assign(new Error("The clipboard refused the text."), {
      sentence: "Nothing was copied: this window may not use the clipboard.",
      whatToDo: "Select the figures on the sheet and copy them there.",
      details: "clipboard refused",
    });
  }
}
