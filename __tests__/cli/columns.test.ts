import { columns } from "../../cli/columns";

describe("columns", () => {
  it("lets all texts start in one place, and wraps them there", () => {
    const long = "word ".repeat(20).trim();
    expect(
      columns("  ", [
        ["a", "first"],
        ["abc", long],
      ]),
    ).toEqual([
      "  a    first",
      `  abc  ${"word ".repeat(14).trim()}`,
      `       ${"word ".repeat(6).trim()}`,
    ]);
  });

  it("puts the text of a name that is too long for its column under it", () => {
    expect(
      columns(
        "",
        [
          ["/api/*", "-> api"],
          ["/images/large/*", "-> images"],
        ],
        8,
      ),
    ).toEqual(["/api/*    -> api", "/images/large/*", "          -> images"]);
  });

  it("has no lines without rows", () => {
    expect(columns("  ", [])).toEqual([]);
  });
});
