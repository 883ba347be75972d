import { wrap, wrapMessage } from "../../cli/wrap";

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
});
