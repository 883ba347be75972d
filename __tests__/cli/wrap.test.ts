import { wrap } from "../../cli/wrap";

describe("wrap", () => {
  it("breaks at spaces", () => expect(wrap("aa bb cc", 5)).toEqual(["aa bb", "cc"]));

  it("cuts a word that is longer than a line", () =>
    expect(wrap("a bbbbbbb", 3)).toEqual(["a", "bbb", "bbb", "b"]));

  it("leaves an empty text one empty line", () => expect(wrap("", 3)).toEqual([""]));
});
