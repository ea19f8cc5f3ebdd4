/** Hands a file to the browser behind the pane. Whether it is kept is up to it: nothing comes back. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file once the click is done; the address would keep it in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
