import { literal } from "../../../modules/private/terraform-text";

it.each([
  ["plain $x %y", "plain $x %y"],
  ["`/${last}`", "`/$${last}`"],
  ["%{ if }", "%%{ if }"],
  ["${a}${b}", "$${a}$${b}"],
])("%s survives Terraform as %s", (text, escaped) => {
  expect(literal(text)).toBe(escaped);
});

it("leaves CDKTF's tokens alone", () => {
  expect(literal("${TfToken[TOKEN.1]}/${x}")).toBe("${TfToken[TOKEN.1]}/$${x}");
});
