import { shadeOf } from "../../src/taskpane/theme/officeTheme";

test.each([
  ["#FFFFFF", "light"],
  ["#E6E6E6", "light"],
  ["#F3F2F1", "light"],
  ["#666666", "dark"],
  ["#262626", "dark"],
  ["#000000", "dark"],
])("Office's window colour %s is %s", (background, shade) => {
  expect(shadeOf(background, shade === "light")).toBe(shade);
});

test("where Office does not say, the system does", () => {
  expect(shadeOf(null, true)).toBe("dark");
  expect(shadeOf(null, false)).toBe("light");
  expect(shadeOf("no colour", true)).toBe("dark");
});
