import { loadModule } from "../load-module";

const { preflightVerdict } = loadModule<{
  preflightVerdict(call: object): { word: string; how: string; isSeen?: boolean };
}>("assets/reverse-proxy/preflight.js");

const pageOrigin = "https://d1.cloudfront.net";
const verdict = (changes: object) =>
  preflightVerdict({
    url: "https://abc.execute-api.eu-west-1.amazonaws.com/prod/x",
    headers: { Authorization: "allow" },
    pageOrigin,
    phases: { before: 80.4, connect: 0, wait: 90, download: 1 },
    answered: true,
    ...changes,
  });

describe("the verdict on a preflight", () => {
  it("is never one on the page's own origin, whatever the headers", () => {
    expect(verdict({ url: `${pageOrigin}/cf-apigw/auth` })).toMatchObject({
      word: "no preflight",
      how: expect.stringContaining("this page's origin"),
    });
  });

  it("is none for a GET without headers of its own, by the rules", () => {
    expect(verdict({ headers: { Accept: "*/*" } })).toMatchObject({
      word: "no preflight",
      how: expect.stringContaining("rules of fetch"),
    });
  });

  it("is seen when the browser counts the time before sending", () => {
    expect(verdict({})).toMatchObject({ word: "preflight seen, 80 ms", isSeen: true });
  });

  it("is only expected when the browser hides the parts of the time", () => {
    const { word, how } = verdict({ phases: null });
    expect(word).toBe("preflight expected");
    expect(how).toContain("Timing-Allow-Origin");
  });

  it("is only expected when no time passed that one could have taken", () => {
    const { word, how } = verdict({ phases: { before: 2 } });
    expect(word).toBe("preflight expected");
    expect(how).toContain("only 2 ms");
  });

  it("claims nothing to be seen when there was no answer", () => {
    const { word, isSeen } = verdict({ answered: false, phases: null });
    expect(word).toBe("preflight or answer refused");
    expect(isSeen).not.toBe(true);
  });
});
