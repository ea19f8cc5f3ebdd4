import { openWorkbook, UnreadableWorkbook } from "../../../simulator/index";
import { foreignWorkbook } from "./foreignWorkbook";

test.each([
  ["nothing", new Uint8Array(), "not an Excel workbook"],
  [
    "text",
    new TextEncoder().encode("Child Unique ID,Date of Contact\n1,01/07/2023"),
    "not an Excel workbook",
  ],
  ["a file behind a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "password"],
])("%s is refused in a plain sentence", async (_what, bytes, says) => {
  await expect(openWorkbook(bytes)).rejects.toThrow(UnreadableWorkbook);
  await expect(openWorkbook(bytes)).rejects.toThrow(says);
});

test("a file that is cut short is refused", async () => {
  const bytes = await foreignWorkbook();
  await expect(openWorkbook(bytes.slice(0, bytes.length / 2))).rejects.toThrow(UnreadableWorkbook);
});
