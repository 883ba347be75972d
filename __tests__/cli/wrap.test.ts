import { fitted, wrap, wrapMessage } from "../../cli/wrap";

describe("wrap", () => {
  it("breaks at spaces", () => expect(wrap("aa bb cc", 5)).toEqual(["aa bb", "cc"]));

  it("cuts a word that is longer than a line", () =>
    expect(wrap("a bbbbbbb", 3)).toEqual(["a", "bbb", "bbb", "b"]));

  it("leaves an empty text one empty line", () => expect(wrap("", 3)).toEqual([""]));
});

describe("wrapMessage", () => {
  it("breaks at spaces, and no word, whatever its length", () => {
    expect(wrapMessage("a bb ccc/dddd/eeee f", 6)).toBe("a bb\nccc/dddd/eeee\nf");
  });

  it("leaves a line that is indented as it is", () => {
    expect(wrapMessage("so\n  npm run deploy -- state", 8)).toBe("so\n  npm run deploy -- state");
  });

  it("breaks the fix of a finding, and keeps it under what it mends", () => {
    expect(wrapMessage("aws_x.y\n  fix: set the a to b\n  see: https://a.example.com", 16)).toBe(
      "aws_x.y\n  fix: set the\n    a to b\n  see: https://a.example.com",
    );
  });
});

describe("what a stream shows", () => {
  it("fits a terminal, also one that does not know its size", () => {
    const text = "word ".repeat(40).trim();
    const widest = (shown: string): number =>
      Math.max(...shown.split("\n").map(({ length }) => length));
    expect(widest(fitted(text, { isTTY: true, columns: 40 }))).toBeLessThanOrEqual(40);
    expect(widest(fitted(text, { isTTY: true, columns: 0 }))).toBe(79);
  });

  it("is the message as it is, for a file or a program", () => {
    expect(fitted("a ".repeat(100), {})).toBe("a ".repeat(100));
  });
});
